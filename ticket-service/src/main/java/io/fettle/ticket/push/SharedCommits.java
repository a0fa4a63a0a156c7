package io.fettle.ticket.push;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import io.fettle.platform.event.Relay;

/**
 * Commits pushes, several at a time: those that arrive while commits are under way share the next one, and each has its own
 * answer. When a shared commit fails, each of its requests is tried alone, so that none suffers from another.
 */
@ApplicationScoped
class SharedCommits {

    private final WrittenTickets tickets;
    private final Relay relay;
    private final Clock clock;
    private final Queue queue;

    SharedCommits(WrittenTickets tickets, Relay relay, Clock clock, CommitConfig config) {
        this.tickets = tickets;
        this.relay = relay;
        this.clock = clock;
        this.queue = new Queue(config);
    }

    /** Writes the tickets of a push, with its receipt. The answer comes when they are committed. */
    Uni<Receipt> add(long id, int org, Sender sender, Batch batch) {
        return Uni.createFrom().emitter(answer -> {
            queue.add(new Request(id, org, sender, batch, answer));
            next();
        });
    }

    private void next() {
        List<Request> group = queue.next();
        if (!group.isEmpty()) {
            Uni.createFrom()
                    .deferred(() -> commit(group)) // whatever fails, the place is free again
                    .onFailure(e -> group.size() > 1)
                    .recoverWithUni(() -> eachAlone(group))
                    .subscribe()
                    .with(done -> goOn(group), failure -> {
                        goOn(group);
                        group.forEach(request -> request.answer().fail(failure));
                    });
        }
    }

    private void goOn(List<Request> group) {
        queue.done(group);
        next();
    }

    private Uni<Void> eachAlone(List<Request> group) {
        return Multi.createFrom()
                .iterable(group)
                .onItem()
                .transformToUniAndConcatenate(request -> commit(List.of(request))
                        .onFailure()
                        .invoke(request.answer()::fail)
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last();
    }

    private Uni<Void> commit(List<Request> group) {
        return tickets.write(group, clock.instant())
                .invoke(written -> answer(group, written))
                .invoke(relay::wake)
                .replaceWithVoid();
    }

    private static void answer(List<Request> group, List<Written> written) {
        for (int i = 0; i < group.size(); i++) {
            Request request = group.get(i);
            request.answer().complete(request.receipt(written.get(i)));
        }
    }
}
