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

import io.fettle.ticket.Module;

/** The fields of a pushed ticket, the form each must have, and the modules that have it (contract sections 3 and 14). */
public enum PushField {
    TICKET_NUMBER("TicketNumber", Kind.IDENTIFIER, true, 100),
    SUMMARY("Summary", Kind.FREE_TEXT, true, 4000),
    SYS_ID("sys_id", Kind.IDENTIFIER, true, 100),
    STATUS_CODE("StatusCode", Kind.IDENTIFIER, true, 50),
    CREATION_DATE("CreationDate", Kind.IDENTIFIER, true, 100),
    LAST_MODIFIED_DATE("LastModifiedDate", Kind.IDENTIFIER, true, 100),
    RESOLVED_DATE("ResolvedDate", Kind.IDENTIFIER, false, 100, Of.RESOLVABLE),
    DESCRIPTION("Description", Kind.LARGE_TEXT, true, 1 << 20),
    ASSIGNED_GROUP("AssignedGroup", Kind.IDENTIFIER, false, 255),
    IS_TIME_ZONE_OR_OFFSET("IsTimeZoneOrOffset", Kind.IDENTIFIER, false, 100),
    TIME_ZONE("TimeZone", Kind.IDENTIFIER, false, 100),
    TIME_ZONE_OFFSET("TimeZoneOffset", Kind.IDENTIFIER, false, 100),
    IS_EPOCH("IsEpoch", Kind.IDENTIFIER, true, 100),
    MODULE_ID("ModuleId", Kind.IDENTIFIER, true, 100, EnumSet.of(Module.INCIDENT, Module.EVENT)),
    ORG_ID("OrgId", Kind.IDENTIFIER, false, 100),
    CHANGE_ID("ChangeId", Kind.IDENTIFIER, true, 100, EnumSet.of(Module.CHANGE_REQUEST_TASK)),
    REQUEST_ITEM_ID("RequestItemId", Kind.IDENTIFIER, true, 100, EnumSet.of(Module.SERVICE_REQUEST_TASK)),
    SR_ID("SRId", Kind.IDENTIFIER, true, 100, EnumSet.of(Module.SERVICE_REQUEST_TASK)),
    PRIORITY("Priority", Kind.IDENTIFIER, false, 50, EnumSet.of(Module.SUB_TASK)),
    COL1,
    COL2,
    COL3,
    COL4,
    COL5,
    COL6,
    COL7,
    COL8,
    COL9,
    COL10(Of.WITH_TWENTY_COLS),
    COL11(Of.WITH_TWENTY_COLS),
    COL12(Of.WITH_TWENTY_COLS),
    COL13(Of.WITH_TWENTY_COLS),
    COL14(Of.WITH_TWENTY_COLS),
    COL15(Of.WITH_TWENTY_COLS),
    COL16(Of.WITH_TWENTY_COLS),
    COL17(Of.WITH_TWENTY_COLS),
    COL18(Of.WITH_TWENTY_COLS),
    COL19(Of.WITH_TWENTY_COLS),
    COL20(Of.WITH_TWENTY_COLS);

    /** Identifiers are trimmed; texts are kept as they are; the length of a large one counts bytes. */
    private enum Kind {
        IDENTIFIER,
        FREE_TEXT,
        LARGE_TEXT
    }

    /** Modules that share a field which others do not have. */
    private static final class Of {

        static final Set<Module> ALL = EnumSet.allOf(Module.class);
        static final Set<Module> RESOLVABLE =
                EnumSet.complementOf(EnumSet.of(Module.CHANGE_REQUEST_TASK, Module.SERVICE_REQUEST_TASK));
        static final Set<Module> WITH_TWENTY_COLS = EnumSet.complementOf(EnumSet.of(Module.SUB_TASK));
    }

    /** What a ticket keeps under the field's own name: the fields of its module alone, and the customer's. */
    static final Set<PushField> KEPT_BY_NAME = EnumSet.range(CHANGE_ID, COL20);

    private static final Set<PushField> OF_ONE_MODULE = EnumSet.range(CHANGE_ID, PRIORITY);
    private static final Map<Module, Set<PushField>> BY_MODULE =
            Arrays.stream(Module.values()).collect(Collectors.toMap(Function.identity(), PushField::with));

    private static final Map<String, PushField> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(field -> lower(field.wireName), Function.identity()));

    private final String wireName;
    private final Kind kind;
    private final boolean required;
    private final int longest;
    private final Set<Module> modules;

    PushField(String wireName, Kind kind, boolean required, int longest, Set<Module> modules) {
        this.wireName = wireName;
        this.kind = kind;
        this.required = required;
        this.longest = longest;
        this.modules = modules;
    }

    PushField(String wireName, Kind kind, boolean required, int longest) {
        this(wireName, kind, required, longest, Of.ALL);
    }

    PushField() {
        this(Of.ALL);
    }

    PushField(Set<Module> modules) {
        this.wireName = name().replace("COL", "Col");
        this.kind = Kind.FREE_TEXT;
        this.required = false;
        this.longest = 4000;
        this.modules = modules;
    }

    /** @param name in any case */
    static Optional<PushField> find(String name) {
        return Optional.ofNullable(BY_NAME.get(lower(name)));
    }

    /** The fields a ticket has that may be of any of these modules. */
    static Set<PushField> of(Set<Module> modules) {
        var fields = EnumSet.noneOf(PushField.class);
        modules.forEach(module -> fields.addAll(BY_MODULE.get(module)));
        return fields;
    }

    /** The fields that only tickets of this module have. */
    public static Set<PushField> ofOnly(Module module) {
        var fields = EnumSet.copyOf(OF_ONE_MODULE);
        fields.retainAll(BY_MODULE.get(module));
        return fields;
    }

    /** Whether tickets of the module have it. */
    public boolean isOf(Module module) {
        return modules.contains(module);
    }

    /** As the contract writes it. */
    public String wireName() {
        return wireName;
    }

    /** Whether every ticket that has it must have it filled. */
    boolean isRequired() {
        return required;
    }

    /** Of the text; of a large one, in bytes. */
    int longest() {
        return longest;
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

    private static Set<PushField> with(Module module) {
        return Arrays.stream(values())
                .filter(field -> field.isOf(module))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PushField.class)));
    }

    private boolean isTooLong(String text) {
        return kind == Kind.LARGE_TEXT
                ? text.length() > longest / 3 && text.getBytes(StandardCharsets.UTF_8).length > longest
                : text.length() > longest && text.codePointCount(0, text.length()) > longest;
    }

    /** The database could not give other texts back byte for byte. */
    private static boolean isStorable(String text) {
        int point;
        for (int i = 0; i < text.length(); i += Character.charCount(point)) {
            point = text.codePointAt(i);
            if (point == 0 || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                return false;
            }
        }
        return true;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
