package io.fettle.dag.worker;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import org.jboss.logging.Logger;

/**
 * Takes nodes that are due and has them run, a few at once. Woken by the commit of a request; the sweep is for nodes
 * whose worker died and for those to be tried again.
 *
 * <p>A failure nobody foresaw leaves the node to its lease: whoever takes it over looks first at what was started.
 */
@ApplicationScoped
public class Worker {

    private static final Logger LOG = Logger.getLogger(Worker.class);

    private final NodeRuns nodeRuns;
    private final NodeExecutor executor;
    private final WorkerConfig config;
    private final Vertx vertx;
    private final Map<Long, Claim> running = new ConcurrentHashMap<>();
    private final AtomicInteger wakeUps = new AtomicInteger();
    private volatile boolean stopped;
    private volatile boolean failing;

    Worker(NodeRuns nodeRuns, NodeExecutor executor, WorkerConfig config, Vertx vertx) {
        this.nodeRuns = nodeRuns;
        this.executor = executor;
        this.config = config;
        this.vertx = vertx;
    }

    /** Tells that a transaction with nodes was committed. Returns at once. */
    public void wake() {
        if (!stopped && wakeUps.getAndIncrement() == 0) {
            takeUntilQuiet();
        }
    }

    /** @param started observed late: the migrations have run */
    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
        wake();
        vertx.setPeriodic(config.sweepInterval().toMillis(), timer -> wake());
        vertx.setPeriodic(config.leaseTime().dividedBy(3).toMillis(), timer -> renew());
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
        nodeRuns.release().subscribe().with(done -> {}, this::report);
    }

    private void takeUntilQuiet() {
        int answered = wakeUps.get();
        take().subscribe()
                .with(
                        claims -> {
                            failing = false;
                            claims.forEach(this::begin);
                            if (wakeUps.addAndGet(-answered) > 0) {
                                takeUntilQuiet();
                            }
                        },
                        failure -> {
                            report(failure);
                            wakeUps.set(0); // the next sweep tries again
                        });
    }

    /** A worker that is busy takes nothing: it is woken again by each end. */
    private Uni<List<Claim>> take() {
        int free = config.parallel() - running.size();
        return free <= 0 ? Uni.createFrom().item(List.of()) : nodeRuns.claim(free);
    }

    private void begin(Claim claim) {
        running.put(claim.id(), claim);
        executor.execute(claim)
                .onFailure()
                .invoke(e -> LOG.errorf(e, "Node %s is left to its lease", claim.key()))
                .onTermination()
                .invoke(() -> running.remove(claim.id(), claim))
                .subscribe()
                .with(done -> wake(), failure -> {});
    }

    private void renew() {
        Collection<Claim> held = List.copyOf(running.values());
        if (!stopped && !held.isEmpty()) {
            nodeRuns.renew(held).subscribe().with(done -> {}, this::report);
        }
    }

    private void report(Throwable failure) {
        if (!failing && !stopped) {
            failing = true;
            LOG.warnf("Nodes wait: %s", failure);
        }
    }
}
