package io.fettle.ticket.status;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.fettle.platform.event.Inbox;
import io.fettle.platform.event.Relay;
import io.fettle.ticket.status.RunbookProgress.Progressed;

/** Moves tickets as the runbook service asks. */
@ApplicationScoped
class ProgressConsumer {

    private final Inbox inbox;
    private final Transitions transitions;
    private final Relay relay;

    ProgressConsumer(Inbox inbox, Transitions transitions, Relay relay) {
        this.inbox = inbox;
        this.transitions = transitions;
        this.relay = relay;
    }

    @Incoming("runbook-progress")
    Uni<Void> on(byte[] record) {
        return inbox.accept(record, RunbookProgress.class, this::apply).invoke(relay::wake);
    }

    private Uni<Void> apply(SqlConnection tx, RunbookProgress progress) {
        return progress instanceof Progressed progressed
                ? transitions.apply(tx, progressed)
                : Uni.createFrom().voidItem();
    }
}
