package io.fettle.bench.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;

import io.fettle.bench.run.Sample;
import io.fettle.local.Part;
import io.fettle.local.Stack;

/** Watches what the services do while something is measured, with async-profiler. */
public final class Profiler {

    /** What is watched. */
    public interface Work {
        Sample run() throws IOException;
    }

    private final List<Part> services;
    private final Path directory;
    private final Path library;

    private Profiler(List<Part> services, Path directory, Path library) {
        this.services = services;
        this.directory = directory;
        this.library = library;
    }

    /** One that watches nothing. */
    public static Profiler none() {
        return new Profiler(List.of(), null, null);
    }

    /** @param directory where the profiles are written */
    public static Profiler of(Stack stack, Path directory) throws IOException {
        return new Profiler(stack.services(), directory, AgentLibrary.extract(directory));
    }

    /** Watches each service, and writes {@code profile-BENCH-SERVICE.txt}. */
    public Sample during(String bench, Work work) throws IOException {
        for (Part service : services) {
            tell(service, "start,event=cpu,interval=1ms,threads");
        }
        Sample sample = work.run();
        for (Part service : services) {
            Path stacks = directory.resolve("profile-%s-%s.collapsed".formatted(bench, service.name()));
            tell(service, "stop,collapsed,threads,file=" + stacks);
            Profile.read(stacks).write(directory.resolve("profile-%s-%s.txt".formatted(bench, service.name())));
        }
        return sample;
    }

    private void tell(Part service, String command) throws IOException {
        String pid = String.valueOf(service.process().orElseThrow().pid());
        try {
            VirtualMachine machine = VirtualMachine.attach(pid);
            machine.loadAgentPath(library.toString(), command);
            machine.detach();
        } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
            throw new IOException(service.name() + " cannot be watched", e);
        }
    }
}
