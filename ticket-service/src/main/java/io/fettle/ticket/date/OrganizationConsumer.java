package io.fettle.ticket.date;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.fettle.platform.event.Inbox;
import io.fettle.ticket.date.OrganizationEvent.Changed;

/** Hears what organisations mean by zone abbreviations. */
@ApplicationScoped
class OrganizationConsumer {

    private final Inbox inbox;
    private final OrganisationZones zones;

    OrganizationConsumer(Inbox inbox, OrganisationZones zones) {
        this.inbox = inbox;
        this.zones = zones;
    }

    @Incoming("organization")
    Uni<Void> on(byte[] record) {
        return inbox.accept(record, OrganizationEvent.class, this::apply).invoke(zones::forget);
    }

    private Uni<Void> apply(SqlConnection tx, OrganizationEvent event) {
        return event instanceof Changed changed
                ? zones.replace(tx, changed.org(), changed.zoneOverrides())
                : Uni.createFrom().voidItem();
    }
}
