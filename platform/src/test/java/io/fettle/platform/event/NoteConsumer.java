package io.fettle.platform.event;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class NoteConsumer {

    private final Inbox inbox;

    NoteConsumer(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("notes")
    Uni<Void> on(byte[] record) {
        return inbox.accept(record, Note.class, this::keep);
    }

    private Uni<Void> keep(SqlConnection tx, Note note) {
        return note.text().equals("poison")
                ? Uni.createFrom().failure(new IllegalStateException("poison"))
                : tx.preparedQuery("insert into effect (event_id, text) values ($1, $2)")
                        .execute(Tuple.of(note.eventId(), note.text()))
                        .replaceWithVoid();
    }
}
