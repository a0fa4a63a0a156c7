package io.fettle.runbook.interaction;

import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.fettle.platform.event.Inbox;
import io.fettle.platform.event.Relay;

/** Decides what becomes of each ticket that was collected. */
@ApplicationScoped
class TicketConsumer {

    private final Inbox inbox;
    private final IncomingTickets tickets;
    private final Decisions decisions;
    private final Relay relay;

    TicketConsumer(Inbox inbox, IncomingTickets tickets, Decisions decisions, Relay relay) {
        this.inbox = inbox;
        this.tickets = tickets;
        this.decisions = decisions;
        this.relay = relay;
    }

    @Incoming("ticket-transition")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return isOfNoInterest(record)
                ? Uni.createFrom().voidItem()
                : inbox.accept(record.value(), TicketTransition.class, this::apply)
                        .invoke(relay::wake);
    }

    /** Most records tell of moves that this service asked for itself: those are not worth a transaction. */
    private static boolean isOfNoInterest(ConsumerRecord<String, byte[]> record) {
        var type = record.headers().lastHeader("ce_type");
        return type != null && !TicketTransition.COLLECTED.equals(new String(type.value(), StandardCharsets.UTF_8));
    }

    private Uni<Void> apply(SqlConnection tx, TicketTransition transition) {
        return transition instanceof TicketTransition.Collected collected
                ? tickets.remember(tx, collected)
                        .chain(waits -> waits
                                ? decisions.decide(tx, collected.asTicket())
                                : Uni.createFrom().voidItem())
                : Uni.createFrom().voidItem();
    }
}
