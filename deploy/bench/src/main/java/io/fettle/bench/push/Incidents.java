package io.fettle.bench.push;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Incidents as a source sends them: 350 characters of description, three further columns. The same ones each time. */
public final class Incidents {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DESCRIPTION = 350;
    private static final Instant FIRST = Instant.parse("2026-01-05T08:00:00Z");
    private static final List<String> WORDS = List.of(
            "server",
            "printhost",
            "spooler",
            "stopped",
            "responding",
            "after",
            "restart",
            "disk",
            "space",
            "below",
            "threshold",
            "service",
            "queue",
            "backlog",
            "users",
            "report",
            "timeout",
            "database",
            "connection",
            "refused",
            "node",
            "cluster",
            "alert",
            "monitoring",
            "raised",
            "critical",
            "please",
            "check",
            "the",
            "log",
            "on");

    private Incidents() {}

    /** An array in JSON. @param prefix of the numbers and of {@code sys_id}s, which end with {@code from} and so on */
    public static byte[] array(String prefix, int from, int count) {
        var array = JSON.createArrayNode();
        IntStream.range(from, from + count).forEach(n -> array.add(incident(prefix + n, n)));
        return bytes(array);
    }

    /** An array of one incident with this number and {@code sys_id}. */
    public static byte[] one(String number) {
        return bytes(JSON.createArrayNode().add(incident(number, 0)));
    }

    private static ObjectNode incident(String number, int seed) {
        var random = new Random(seed);
        String date = String.valueOf(FIRST.plusSeconds(seed).getEpochSecond());
        return JSON.createObjectNode()
                .put("TicketNumber", number)
                .put("sys_id", number)
                .put("Summary", text(random, 60))
                .put("Description", text(random, DESCRIPTION))
                .put("StatusCode", "New")
                .put("AssignedGroup", "Service Desk")
                .put("CreationDate", date)
                .put("LastModifiedDate", date)
                .put("IsTimeZoneOrOffset", "GMT")
                .put("IsEpoch", "Y")
                .put("ModuleId", "1")
                .put("Col1", text(random, 20))
                .put("Col2", String.valueOf(random.nextInt(5)))
                .put("Col3", text(random, 12));
    }

    private static String text(Random random, int length) {
        return random.ints(length / 2 + 1, 0, WORDS.size())
                .mapToObj(WORDS::get)
                .collect(Collectors.joining(" "))
                .substring(0, length);
    }

    private static byte[] bytes(Object json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
