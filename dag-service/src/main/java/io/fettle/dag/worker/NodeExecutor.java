package io.fettle.dag.worker;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import io.fettle.dag.command.LocalCommands;
import io.fettle.dag.command.LocalRun;
import io.fettle.dag.command.ShellCommand;
import io.fettle.dag.host.Host;
import io.fettle.dag.host.Hosts;
import io.fettle.dag.node.NodeResult;
import io.fettle.platform.error.ServiceException;
import io.fettle.platform.event.Outbox;
import io.fettle.platform.event.Relay;
import io.fettle.platform.row.Rows;

/** Brings a claimed node to its outcome, or puts it back. */
@ApplicationScoped
class NodeExecutor {

    private static final Logger LOG = Logger.getLogger(NodeExecutor.class);

    private final NodeRuns nodeRuns;
    private final LocalCommands commands;
    private final Hosts hosts;
    private final Rows rows;
    private final Outbox outbox;
    private final Relay relay;
    private final Clock clock;

    NodeExecutor(
            NodeRuns nodeRuns,
            LocalCommands commands,
            Hosts hosts,
            Rows rows,
            Outbox outbox,
            Relay relay,
            Clock clock) {
        this.nodeRuns = nodeRuns;
        this.commands = commands;
        this.hosts = hosts;
        this.rows = rows;
        this.outbox = outbox;
        this.relay = relay;
        this.clock = clock;
    }

    Uni<Void> execute(Claim claim) {
        return result(claim)
                .chain(result -> result.isPresent() ? end(claim, result.get()) : retryLater(claim))
                .onItem()
                .invoke(relay::wake);
    }

    /** Empty if the node cannot be run now, and was not started. */
    private Uni<Optional<NodeResult>> result(Claim claim) {
        return nodeRuns.isHere(claim)
                ? commands.resume(claim.key(), claim.host(), claim.limit())
                        .chain(found -> found.isPresent() ? Uni.createFrom().item(found) : start(claim))
                : ended(NodeResult.unknown("The machine that may have run the command did not come back"));
    }

    private Uni<Optional<NodeResult>> start(Claim claim) {
        return hosts.find(claim.org(), claim.host())
                .chain(host -> host.isPresent()
                        ? run(claim, host.get())
                        : ended(NodeResult.refused("There is no host " + claim.host() + " in the inventory")))
                .onFailure(NodeExecutor::isTemporary)
                .recoverWithItem(Optional.empty());
    }

    private Uni<Optional<NodeResult>> run(Claim claim, Host host) {
        if (!host.isLocal()) {
            return ended(NodeResult.refused(host.type() + " is not available yet: " + host.hostName() + " needs it"));
        }
        ShellCommand command;
        try {
            command = claim.definition().shellCommand();
        } catch (ServiceException e) {
            return ended(NodeResult.refused(e.getMessage()));
        }
        return commands.run(
                new LocalRun(claim.key(), claim.org(), host.hostName(), command, claim.limit(), claim.lease()::left));
    }

    private static Uni<Optional<NodeResult>> ended(NodeResult result) {
        return Uni.createFrom().item(Optional.of(result));
    }

    private static boolean isTemporary(Throwable failure) {
        return failure instanceof ServiceException e && e.kind() == ServiceException.Kind.UNAVAILABLE;
    }

    private Uni<Void> retryLater(Claim claim) {
        return commands.isPrepared(claim.key()).chain(bound -> nodeRuns.retryLater(claim, bound));
    }

    private Uni<Void> end(Claim claim, NodeResult result) {
        return rows.ofEveryOrganisation()
                .inTransaction(tx -> nodeRuns.end(tx, claim, result, clock.instant())
                        .call(counts -> counts
                                ? outbox.add(tx, "dag-execution", interactionId(claim), finished(claim, result))
                                : Uni.createFrom().voidItem()))
                .chain(counts -> counts ? settle(claim) : Uni.createFrom().voidItem());
    }

    private Finished finished(Claim claim, NodeResult result) {
        return new Finished(
                UUID.randomUUID(),
                clock.instant(),
                interactionId(claim),
                claim.org(),
                result.outcome(),
                result.message());
    }

    private static String interactionId(Claim claim) {
        return String.valueOf(claim.key().execution());
    }

    /** What is not removed takes space and does no harm. */
    private Uni<Void> settle(Claim claim) {
        return commands.settle(claim.key())
                .onFailure()
                .invoke(e -> LOG.warnf("The run folder of %s stays: %s", claim.key(), e))
                .onFailure()
                .recoverWithNull();
    }
}
