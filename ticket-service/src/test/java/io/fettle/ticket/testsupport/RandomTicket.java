package io.fettle.ticket.testsupport;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import io.vertx.core.json.JsonObject;

/**
 * A ticket with anything in it that contract section 3 allows.
 *
 * @param pushed as a connector sends it
 * @param expected as it is read back, but for when it was written
 */
public record RandomTicket(JsonObject pushed, Map<String, Object> expected) {

    private static final int[] AWKWARD =
            "aZ09 \t\r\n\"'\\/`${}[]<>&;%_|\u0001\u007f\u0085\u00a0\u00e9\u0130\u0131\u05d0\u0663\u0301\u200b\u202e\u2028\ufeff\uffff\uD83D\uDE80"
                    .codePoints()
                    .toArray();

    /** @param number of the ticket in its organisation */
    public static RandomTicket of(Random random, int number) {
        var ticket = new RandomTicket(new JsonObject(), new TreeMap<>());
        ticket.dates(random);
        ticket.pushed.put("ModuleId", random.nextBoolean() ? "1" : 9);
        ticket.identifier("sys_id", "sys" + number + "-" + text(random, 20) + "x", random);
        ticket.identifier("TicketNumber", "INC" + text(random, 90) + "x", random);
        ticket.identifier("StatusCode", "x" + text(random, 40) + "x", random);
        ticket.put("Summary", text(random, 3999) + "x");
        ticket.put("Description", text(random, 10_000) + "x");
        ticket.expected.put("AssignedGroup", "");
        if (random.nextBoolean()) {
            ticket.identifier("AssignedGroup", "x" + text(random, 200) + "x", random);
        }
        for (int col = 1; col <= 20; col++) {
            ticket.optional("Col" + col, random);
        }
        return ticket;
    }

    private void dates(Random random) {
        var zone = RandomZone.of(random);
        boolean epoch = random.nextInt(4) == 0;
        pushed.put("IsEpoch", epoch ? "Y" : "N");
        if (!epoch || random.nextBoolean()) {
            zone.fields().forEach(pushed::put);
        }
        expected.put("ClosedDate", null);
        for (var field : List.of("CreationDate", "LastModifiedDate", "ResolvedDate")) {
            if (!field.equals("ResolvedDate") || random.nextBoolean()) {
                RandomDate date = epoch ? RandomDate.epoch(zone, random) : RandomDate.in(zone, random);
                pushed.put(field, date.text());
                expected.put(field.replace("Resolved", "Closed"), date.gmt());
            }
        }
    }

    private void identifier(String field, String text, Random random) {
        pushed.put(field, " \t\n".substring(random.nextInt(4)) + text + "\n  ".substring(random.nextInt(4)));
        expected.put(field, text);
    }

    private void put(String field, String text) {
        pushed.put(field, text);
        expected.put(field, text);
    }

    private void optional(String field, Random random) {
        expected.put(field, "");
        switch (random.nextInt(3)) {
            case 0 -> pushed.putNull(field);
            case 1 -> put(field, text(random, 4000));
            default -> {}
        }
    }

    /** Mostly short, of characters that something might trip over and of any others. */
    private static String text(Random random, int longest) {
        int length = random.nextInt(random.nextInt(30) == 0 ? longest + 1 : 20);
        int[] text = random.ints(length, 0, AWKWARD.length)
                .map(i -> random.nextInt(8) == 0 ? any(random) : AWKWARD[i])
                .toArray();
        return new String(text, 0, length);
    }

    /** Neither U+0000 nor half a surrogate pair. */
    private static int any(Random random) {
        return random.ints(1, Character.MAX_CODE_POINT + 1)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .findFirst()
                .orElseThrow();
    }
}
