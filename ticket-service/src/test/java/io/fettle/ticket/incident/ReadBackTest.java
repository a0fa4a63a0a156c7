package io.fettle.ticket.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.fettle.ticket.testsupport.Connector;
import io.fettle.ticket.testsupport.Machine;
import io.fettle.ticket.testsupport.RandomTicket;

@QuarkusTest
class ReadBackTest {

    private static final int TICKETS = 200;

    private final Connector connector = new Connector();

    @ParameterizedTest
    @MethodSource("io.fettle.ticket.testsupport.Machine#all")
    void whateverIsPushedIsReadBackTheSameOnEveryMachine(Machine machine) {
        machine.run(() -> pushAndReadBack(new Random(machine.hashCode())));
    }

    private void pushAndReadBack(Random random) {
        List<RandomTicket> tickets = IntStream.range(0, TICKETS)
                .mapToObj(number -> RandomTicket.of(random, number))
                .toList();
        push(tickets);
        Map<Object, Map<String, Object>> found =
                connector.find("").stream().collect(Collectors.toMap(item -> item.get("sys_id"), Function.identity()));
        assertThat(found).hasSize(TICKETS);
        for (RandomTicket ticket : tickets) {
            Map<String, Object> item = found.get(ticket.expected().get("sys_id"));
            assertThat(item).as(ticket.pushed()::encode).containsAllEntriesOf(ticket.expected());
            assertThat(item).hasSize(ticket.expected().size() + 2); // when it was written, and when last
        }
    }

    private void push(List<RandomTicket> tickets) {
        var array = new JsonArray();
        tickets.forEach(ticket -> array.add(ticket.pushed()));
        connector.push(array.encode(), "").statusCode(200);
    }
}
