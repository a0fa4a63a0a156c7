package io.fettle.ticket.push;

import static io.fettle.ticket.push.PushField.CREATION_DATE;
import static io.fettle.ticket.push.PushField.IS_EPOCH;
import static io.fettle.ticket.push.PushField.IS_TIME_ZONE_OR_OFFSET;
import static io.fettle.ticket.push.PushField.TIME_ZONE;
import static io.fettle.ticket.push.PushField.TIME_ZONE_OFFSET;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.fettle.ticket.date.Gmt;
import io.fettle.ticket.date.KnownZones;
import io.fettle.ticket.testsupport.Machine;

class ItemDatesTest {

    private static final List<PushField> COLUMNS =
            List.of(IS_TIME_ZONE_OR_OFFSET, TIME_ZONE, TIME_ZONE_OFFSET, IS_EPOCH, CREATION_DATE);

    private final List<String> table = table();

    @Test
    void theTableIsThere() {
        assertThat(table).hasSizeGreaterThan(700);
    }

    @ParameterizedTest
    @MethodSource("io.fettle.ticket.testsupport.Machine#all")
    void everyDateOfTheTableMeansTheSameOnEveryMachine(Machine machine) {
        machine.run(() -> assertThat(differences()).isEmpty());
    }

    @Test
    void everyDateOfTheTableMeansTheSameOnThisMachine() {
        assertThat(differences()).isEmpty();
    }

    private List<String> differences() {
        return table.stream()
                .map(row -> row.split(",", COLUMNS.size() + 1)) // a complaint has commas, too
                .filter(cells -> !read(cells).equals(cells[COLUMNS.size()]))
                .map(cells -> String.join(",", cells) + " was read as " + read(cells))
                .toList();
    }

    /** The date in GMT, or the complaints. */
    private static String read(String[] cells) {
        var item = new Item(0);
        for (int i = 0; i < COLUMNS.size(); i++) {
            if (!cells[i].isEmpty()) {
                item.put(COLUMNS.get(i), cells[i]);
            }
        }
        Instant gmt = new ItemDates(item, KnownZones.STANDARD).read(CREATION_DATE);
        return item.faults().isEmpty()
                ? Gmt.text(Gmt.column(gmt))
                : item.faults().stream()
                        .map(fault -> fault.field() + " " + fault.message())
                        .collect(Collectors.joining(" | "));
    }

    /** Without comments and the names of the columns. */
    private static List<String> table() {
        try (var table = ItemDatesTest.class.getResourceAsStream("dates.csv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
