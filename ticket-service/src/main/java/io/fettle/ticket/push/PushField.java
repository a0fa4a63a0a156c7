package io.fettle.ticket.push;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of a pushed ticket, and the form each must have (contract section 3). */
enum PushField {
    TICKET_NUMBER("TicketNumber", Kind.IDENTIFIER, true, 100),
    SUMMARY("Summary", Kind.FREE_TEXT, true, 4000),
    SYS_ID("sys_id", Kind.IDENTIFIER, true, 100),
    STATUS_CODE("StatusCode", Kind.IDENTIFIER, true, 50),
    CREATION_DATE("CreationDate", Kind.IDENTIFIER, true, 100),
    LAST_MODIFIED_DATE("LastModifiedDate", Kind.IDENTIFIER, true, 100),
    RESOLVED_DATE("ResolvedDate", Kind.IDENTIFIER, false, 100),
    DESCRIPTION("Description", Kind.LARGE_TEXT, true, 1 << 20),
    ASSIGNED_GROUP("AssignedGroup", Kind.IDENTIFIER, false, 255),
    IS_TIME_ZONE_OR_OFFSET("IsTimeZoneOrOffset", Kind.IDENTIFIER, false, 100),
    TIME_ZONE("TimeZone", Kind.IDENTIFIER, false, 100),
    TIME_ZONE_OFFSET("TimeZoneOffset", Kind.IDENTIFIER, false, 100),
    IS_EPOCH("IsEpoch", Kind.IDENTIFIER, true, 100),
    MODULE_ID("ModuleId", Kind.IDENTIFIER, true, 100),
    ORG_ID("OrgId", Kind.IDENTIFIER, false, 100),
    COL1,
    COL2,
    COL3,
    COL4,
    COL5,
    COL6,
    COL7,
    COL8,
    COL9,
    COL10,
    COL11,
    COL12,
    COL13,
    COL14,
    COL15,
    COL16,
    COL17,
    COL18,
    COL19,
    COL20;

    /** Identifiers are trimmed; texts are kept as they are; the length of a large one counts bytes. */
    private enum Kind {
        IDENTIFIER,
        FREE_TEXT,
        LARGE_TEXT
    }

    /** The customer's own fields. */
    static final Set<PushField> COLS = EnumSet.range(COL1, COL20);

    private static final Map<String, PushField> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(field -> lower(field.wireName), Function.identity()));

    private final String wireName;
    private final Kind kind;
    private final boolean required;
    private final int longest;

    PushField(String wireName, Kind kind, boolean required, int longest) {
        this.wireName = wireName;
        this.kind = kind;
        this.required = required;
        this.longest = longest;
    }

    PushField() {
        this.wireName = name().replace("COL", "Col");
        this.kind = Kind.FREE_TEXT;
        this.required = false;
        this.longest = 4000;
    }

    /** @param name in any case */
    static Optional<PushField> find(String name) {
        return Optional.ofNullable(BY_NAME.get(lower(name)));
    }

    /** As the contract writes it. */
    String wireName() {
        return wireName;
    }

    /** Whether every ticket must have it. */
    boolean isRequired() {
        return required;
    }

    /** The text to keep; {@code null} if there is none. */
    String kept(String text) {
        String kept = kind == Kind.IDENTIFIER ? text.strip() : text;
        return kept.isEmpty() || required && kept.isBlank() ? null : kept;
    }

    /** What is wrong with the text, in words that follow the field's name; {@code null} if nothing is. */
    String complaint(String text) {
        if (isTooLong(text)) {
            return "is longer than " + (kind == Kind.LARGE_TEXT ? "1 MiB" : longest + " characters");
        }
        return isStorable(text) ? null : "has a character that is not allowed: U+0000 or half a surrogate pair";
    }

    private boolean isTooLong(String text) {
        return kind == Kind.LARGE_TEXT
                ? text.length() > longest / 3 && text.getBytes(StandardCharsets.UTF_8).length > longest
                : text.length() > longest && text.codePointCount(0, text.length()) > longest;
    }

    /** The database could not give other texts back byte for byte. */
    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
