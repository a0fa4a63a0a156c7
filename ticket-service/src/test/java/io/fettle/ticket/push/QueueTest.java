package io.fettle.ticket.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

import io.fettle.platform.caller.Organisations;
import io.fettle.ticket.TicketKey;

class QueueTest {

    private final Queue queue = new Queue(new CommitConfig() {

        @Override
        public int places() {
            return 2;
        }

        @Override
        public int leastTickets() {
            return 2;
        }

        @Override
        public int mostTickets() {
            return 4;
        }
    });

    @Test
    void whatWaitsSharesTheNextCommit() {
        add(1, "a");
        add(2, "b", "c");
        assertThat(next()).containsExactly(1L, 2L);
        assertThat(next()).isEmpty();
    }

    @Test
    void noMoreCommitsAreUnderWayThanThereArePlaces() {
        add(1, "a");
        List<Request> first = queue.next();
        add(2, "b", "c");
        assertThat(next()).containsExactly(2L);
        add(3, "d", "e");
        assertThat(next()).isEmpty();
        queue.done(first);
        assertThat(next()).containsExactly(3L);
    }

    @Test
    void fewTicketsWaitForAShortCommitUnderWay() {
        add(1, "a");
        List<Request> first = queue.next();
        add(2, "b");
        assertThat(next()).isEmpty();
        queue.done(first);
        assertThat(next()).containsExactly(2L);
    }

    @Test
    void fewTicketsDoNotWaitForALongCommit() {
        add(1, IntStream.range(0, 11).mapToObj(String::valueOf).toArray(String[]::new));
        next();
        add(2, "b");
        assertThat(next()).containsExactly(2L);
    }

    @Test
    void requestsForOneTicketGoOneAfterTheOther() {
        add(1, "a");
        add(2, "b", "a");
        add(3, "c");
        assertThat(next()).containsExactly(1L);
        assertThat(next()).containsExactly(2L, 3L);
    }

    @Test
    void aLargeRequestHasACommitOfItsOwn() {
        add(1, "a");
        add(2, "b", "c", "d", "e", "f");
        add(3, "g");
        List<Request> first = queue.next();
        assertThat(ids(first)).containsExactly(1L);
        assertThat(next()).containsExactly(2L);
        queue.done(first);
        add(4, "h");
        assertThat(next()).containsExactly(3L, 4L);
    }

    @Test
    void aCommitIsNeverLargerThanAllowedUnlessOneRequestIs() {
        add(1, "a", "b", "c");
        add(2, "d", "e");
        assertThat(next()).containsExactly(1L);
    }

    @Test
    void aPushOfWhoDoesNotBelongToTheOrganisationIsCommittedAlone() {
        add(1, "a", "b");
        add(Organisations.NONE, 2, "c", "d");
        add(3, "e");
        List<Request> first = queue.next();
        assertThat(ids(first)).containsExactly(1L);
        assertThat(next()).containsExactly(2L);
        queue.done(first);
        add(4, "f");
        assertThat(next()).containsExactly(3L, 4L);
    }

    private List<Long> next() {
        return ids(queue.next());
    }

    private static List<Long> ids(List<Request> group) {
        return group.stream().map(Request::id).toList();
    }

    private void add(long id, String... sysIds) {
        add(Organisations.ALL, id, sysIds);
    }

    private void add(Organisations organisations, long id, String... sysIds) {
        List<Push> pushes = Arrays.stream(sysIds).map(QueueTest::push).toList();
        var sender = new Sender("connector", organisations);
        queue.add(new Request(id, 1, sender, new Batch(pushes, List.of(), 0), null));
    }

    private static Push push(String sysId) {
        return new Push(
                new TicketKey(1, (short) 1, sysId),
                "INC1",
                "Summary",
                "Description",
                null,
                "New",
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                new JsonObject());
    }
}
