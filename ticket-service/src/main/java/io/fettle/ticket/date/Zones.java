package io.fettle.ticket.date;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The closed table of time zones a ticket may name (contract section 3): abbreviations and Windows ids from
 * {@code zones.txt}, and the IANA ids. Names ignore case.
 */
public final class Zones {

    private static final Map<String, ZoneId> BY_NAME = read();

    private Zones() {}

    public static Optional<ZoneId> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, ZoneId> read() {
        var zones = new HashMap<String, ZoneId>();
        ZoneId.getAvailableZoneIds().stream()
                .filter(id -> !id.startsWith("SystemV/")) // the JDK's own
                .forEach(id -> zones.put(id.toLowerCase(Locale.ROOT), ZoneId.of(id)));
        try (var lines = new BufferedReader(
                new InputStreamReader(Zones.class.getResourceAsStream("zones.txt"), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("="))
                    .forEach(pair -> zones.put(pair[0].toLowerCase(Locale.ROOT), ZoneId.of(pair[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zones;
    }
}
