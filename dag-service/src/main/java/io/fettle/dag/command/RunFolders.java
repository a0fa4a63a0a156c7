package io.fettle.dag.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.core.Vertx;
import org.jboss.logging.Logger;

/** All run folders: {@code runs/<execution>/<node>-<attempt>}. */
@ApplicationScoped
class RunFolders {

    private static final Logger LOG = Logger.getLogger(RunFolders.class);

    private final DagDirectory directory;
    private final SandboxConfig config;
    private final Clock clock;
    private final Vertx vertx;

    RunFolders(DagDirectory directory, SandboxConfig config, Clock clock, Vertx vertx) {
        this.directory = directory;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(
                config.claimTime().dividedBy(10).toMillis(),
                timer -> Infrastructure.getDefaultExecutor().execute(this::removeOld));
    }

    RunFolder of(RunKey key) {
        return new RunFolder(
                directory.runs().resolve(String.valueOf(key.execution())).resolve(key.node() + "-" + key.attempt()));
    }

    /** Removes what is too old for anybody to start its command again. */
    void removeOld() {
        Instant limit = clock.instant().minus(config.claimTime());
        try {
            for (Path execution : list(directory.runs())) {
                for (Path node : list(execution)) {
                    removeIfOld(node, limit);
                }
                if (list(execution).isEmpty()) {
                    Files.delete(execution);
                }
            }
        } catch (IOException e) {
            LOG.warnf("Old run folders stay: %s", e);
        }
    }

    private static void removeIfOld(Path node, Instant limit) throws IOException {
        var folder = new RunFolder(node);
        if (folder.isIdle() && Files.getLastModifiedTime(node).toInstant().isBefore(limit)) {
            folder.remove();
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }
}
