package io.fettle.runbook.interaction;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.fettle.platform.event.Inbox;
import io.fettle.platform.event.Relay;

/** Ends interactions whose execution is over. */
@ApplicationScoped
class ExecutionConsumer {

    private final Inbox inbox;
    private final Interactions interactions;
    private final Relay relay;

    ExecutionConsumer(Inbox inbox, Interactions interactions, Relay relay) {
        this.inbox = inbox;
        this.interactions = interactions;
        this.relay = relay;
    }

    @Incoming("dag-execution")
    Uni<Void> on(byte[] record) {
        return inbox.accept(record, ExecutionResult.class, this::apply).invoke(relay::wake);
    }

    private Uni<Void> apply(SqlConnection tx, ExecutionResult result) {
        return result instanceof ExecutionResult.Finished finished
                ? interactions.finish(
                        tx,
                        finished.org(),
                        Long.parseLong(finished.interactionId()),
                        finished.isSuccessful(),
                        finished.message())
                : Uni.createFrom().voidItem();
    }
}
