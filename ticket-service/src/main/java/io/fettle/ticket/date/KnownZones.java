package io.fettle.ticket.date;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The time zones that tickets of one organisation may name: the closed table, but for what the organisation means by some
 * abbreviations (contract sections 3 and 13). Names ignore case.
 */
public final class KnownZones {

    /** Those of an organisation that overrides nothing. */
    public static final KnownZones STANDARD = new KnownZones(Map.of());

    private final Map<String, String> overrides;

    /** @param overrides from names to IANA ids */
    KnownZones(Map<String, String> overrides) {
        this.overrides = overrides.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(override -> lower(override.getKey()), Map.Entry::getValue));
    }

    public Optional<ZoneId> find(String name) {
        return Zones.find(overrides.getOrDefault(lower(name), name));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
