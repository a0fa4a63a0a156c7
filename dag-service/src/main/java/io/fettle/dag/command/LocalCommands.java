package io.fettle.dag.command;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.smallrye.mutiny.unchecked.UncheckedSupplier;
import org.jboss.logging.Logger;

import io.fettle.dag.node.NodeResult;
import io.fettle.dag.node.Outcome;

/** Commands on this machine: each is started at most once, and followed to its end whoever started it. */
@ApplicationScoped
public class LocalCommands {

    private static final Logger LOG = Logger.getLogger(LocalCommands.class);

    /** A process that is not our child tells nobody that it ended: for runs that were taken over. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final RunFolders folders;
    private final Launcher launcher;
    private final SandboxProbe probe;

    LocalCommands(RunFolders folders, Launcher launcher, SandboxProbe probe) {
        this.folders = folders;
        this.launcher = launcher;
        this.probe = probe;
    }

    /** Follows what was started before to its end; empty when nothing was. */
    public Uni<Optional<NodeResult>> resume(RunKey key, String hostName, Duration limit) {
        RunFolder folder = folders.of(key);
        return blocking(folder::state)
                .repeat()
                .withDelay(LOOK_AGAIN)
                .whilst(RunState.Alive.class::isInstance)
                .collect()
                .last()
                .chain(state -> blocking(() -> result(folder, state, hostName, limit)));
    }

    /** Starts the command and follows it to its end; empty when it could not be started now, and may be later. */
    public Uni<Optional<NodeResult>> run(LocalRun run) {
        return probe.refusal()
                .chain(refusal ->
                        refusal.isPresent() ? Uni.createFrom().item(refusal.map(NodeResult::refused)) : start(run));
    }

    /** Whether a launcher may have been started. */
    public Uni<Boolean> isPrepared(RunKey key) {
        return blocking(() -> folders.of(key).exists());
    }

    /** The result is kept: what the run left behind can go. */
    public Uni<Void> settle(RunKey key) {
        RunFolder folder = folders.of(key);
        return blocking(() -> {
                    if (folder.exists()) {
                        folder.settle();
                    }
                    return folder;
                })
                .replaceWithVoid();
    }

    private Uni<Optional<NodeResult>> start(LocalRun run) {
        RunFolder folder = folders.of(run.key());
        return blocking(() -> launcher.launch(folder, run))
                .chain(process -> process.isPresent()
                        ? Uni.createFrom()
                                .completionStage(process.get().onExit())
                                .invoke(ended -> report(run, ended.exitValue()))
                                .chain(ended -> resume(run.key(), run.hostName(), run.limit()))
                        : Uni.createFrom().item(Optional.empty()));
    }

    private static void report(LocalRun run, int exitCode) {
        if (exitCode != 0) {
            LOG.warnf("The launcher of %s ended with %d: see sandbox/launch", run.key(), exitCode);
        }
    }

    private static Optional<NodeResult> result(RunFolder folder, RunState state, String host, Duration limit)
            throws IOException {
        if (state instanceof RunState.Ended ended) {
            return Optional.of(ended(folder, ended, host, limit));
        }
        return state instanceof RunState.Lost lost ? Optional.of(lost(folder, lost, host)) : Optional.empty();
    }

    private static NodeResult ended(RunFolder folder, RunState.Ended ended, String host, Duration limit)
            throws IOException {
        boolean killed = ended.code() == 124 || ended.code() == 137;
        if (killed && ended.took().compareTo(limit) >= 0) {
            return result(folder, ended, Outcome.TIMED_OUT, "command on " + host + " was stopped after " + text(limit));
        }
        if (ended.code() != 0 && !killed && !folder.sandboxWasEntered()) {
            return NodeResult.refused("the sandbox on " + host + " did not open: " + folder.complaint());
        }
        Outcome outcome = ended.code() == 0 ? Outcome.SUCCESSFUL : Outcome.FAILED;
        return result(folder, ended, outcome, "command on " + host + " ended with exit code " + ended.code());
    }

    private static NodeResult result(RunFolder folder, RunState.Ended ended, Outcome outcome, String message)
            throws IOException {
        return new NodeResult(
                outcome,
                message,
                ended.code(),
                folder.output("stdout"),
                folder.output("stderr"),
                ended.began(),
                ended.began().plus(ended.took()));
    }

    private static NodeResult lost(RunFolder folder, RunState.Lost lost, String host) throws IOException {
        return new NodeResult(
                Outcome.UNKNOWN,
                "command on " + host + " was started, but its launcher died: how it ended is unknown",
                null,
                folder.output("stdout"),
                folder.output("stderr"),
                lost.began(),
                null);
    }

    /** A duration for people: {@code 10min}, {@code 1h 30min}, {@code 1.5s}. */
    private static String text(Duration duration) {
        return duration.toString()
                .substring(2)
                .replace("H", "h ")
                .replace("M", "min ")
                .replace("S", "s")
                .strip();
    }

    private static <T> Uni<T> blocking(UncheckedSupplier<T> work) {
        return Uni.createFrom().item(Unchecked.supplier(work)).runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }
}
