package io.fettle.vault.secret;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What the list tells of a secret (contract section 10): never its value.
 *
 * @param version the newest
 * @param createdBy who wrote that version
 * @param createdDate when, in GMT: {@code yyyy-MM-dd HH:mm:ss.SSS} (contract section 3)
 */
public record StoredSecret(
        @JsonProperty("Name") String name,
        @JsonProperty("Version") int version,
        @JsonProperty("CreatedBy") String createdBy,
        @JsonProperty("CreatedDate") String createdDate) {

    private static final DateTimeFormatter GMT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    StoredSecret(String name, int version, String createdBy, Instant createdAt) {
        this(name, version, createdBy, GMT.format(createdAt));
    }
}
