package io.fettle.dag.command;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import org.jboss.logging.Logger;

/**
 * Tries the sandbox once, at the start. Where it does not work, local commands are refused, never run bare.
 */
@ApplicationScoped
class SandboxProbe {

    private static final Logger LOG = Logger.getLogger(SandboxProbe.class);

    /** Long, because a busy machine is no reason to refuse commands until the next start. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final String INSTALL = "install bubblewrap 0.8 or newer (package bubblewrap) and start again";

    private final DagDirectory directory;
    private final Launcher launcher;
    private final Uni<Optional<String>> refusal;

    SandboxProbe(DagDirectory directory, Launcher launcher) {
        this.directory = directory;
        this.launcher = launcher;
        this.refusal = Uni.createFrom()
                .deferred(Unchecked.supplier(this::probe))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .onFailure()
                .recoverWithItem(e -> Optional.of(e.toString()))
                .invoke(reason -> reason.ifPresent(why -> LOG.errorf("Local commands are refused: %s", why)))
                .memoize()
                .indefinitely();
    }

    void start(@Observes StartupEvent started) {
        refusal.subscribe().with(known -> {});
    }

    /** Why local commands are refused; empty where they are not. */
    Uni<Optional<String>> refusal() {
        return refusal;
    }

    private Uni<Optional<String>> probe() throws IOException {
        var folder = new RunFolder(directory.sandboxFile("probe-" + UUID.randomUUID()));
        var run = new LocalRun(
                new RunKey(0, "probe", 1), 0, "probe", ShellCommand.of("true", Map.of()), LIMIT, () -> LIMIT);
        Process process = launcher.launch(folder, run).orElseThrow();
        return Uni.createFrom()
                .completionStage(process.onExit())
                .emitOn(Infrastructure.getDefaultExecutor())
                .map(Unchecked.function(ended -> judge(folder)));
    }

    private static Optional<String> judge(RunFolder folder) throws IOException {
        boolean works = folder.state() instanceof RunState.Ended end && end.code() == 0;
        Optional<String> reason = works
                ? Optional.empty()
                : Optional.of("the sandbox does not work (" + folder.complaint() + "): " + INSTALL);
        folder.remove();
        return reason;
    }
}
