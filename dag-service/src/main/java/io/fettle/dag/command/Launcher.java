package io.fettle.dag.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

/** Starts launchers: detached processes that run a command once and outlive this service. */
@ApplicationScoped
class Launcher {

    private static final Path UPTIME = Path.of("/proc/uptime");

    private final DagDirectory directory;
    private final Sandbox sandbox;

    Launcher(DagDirectory directory, Sandbox sandbox) {
        this.directory = directory;
        this.sandbox = sandbox;
    }

    /** The launcher, on its way; empty when the run is no more the asker's to start. */
    Optional<Process> launch(RunFolder folder, LocalRun run) throws IOException {
        Path workspace = directory.workspace(run.org(), run.hostName());
        folder.prepare(
                run.command().script(),
                sandbox.arguments(
                        folder.path().resolve(RunFolder.COMMAND),
                        workspace,
                        run.command().variables()));
        // In this order: a pause between the two makes the deadline too early, never too late.
        long now = uptimeHundredths();
        Duration left = run.lease().get();
        return left.isNegative()
                ? Optional.empty()
                : Optional.of(start(folder, now + left.toMillis() / 10, sandbox.commandLine(run.limit())));
    }

    private Process start(RunFolder folder, long deadline, List<String> commandLine) throws IOException {
        var line = new ArrayList<>(List.of(
                "setsid",
                "sh",
                directory.sandboxFile("launch").toString(),
                folder.path().toString(),
                String.valueOf(deadline)));
        line.addAll(commandLine);
        var builder = new ProcessBuilder(line)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.path().resolve(RunFolder.LAUNCHER_LOG).toFile()));
        builder.environment().keySet().retainAll(Set.of("PATH")); // this service's secrets stay here
        return builder.start();
    }

    private static long uptimeHundredths() throws IOException {
        return Math.round(Double.parseDouble(Files.readString(UPTIME).split(" ")[0]) * 100);
    }
}
