package io.fettle.ticket.read;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import io.fettle.ticket.Module;

/**
 * Which tickets are to be read (contract section 4). Dates have the resolution in which clients see them, a millisecond.
 */
final class Filter {

    /** The fields that are compared for equality. */
    enum Exact {
        TICKET_NUMBER,
        ASSIGNMENT_GROUP,
        SYS_ID
    }

    private static final int USUAL_LIMIT = 1000;

    private final Set<Module> modules;
    private final Map<Exact, String> exact = new EnumMap<>(Exact.class);
    private Instant createdFrom = Instant.parse("0001-01-01T00:00:00Z");
    private Instant createdBefore = Instant.parse("+10000-01-01T00:00:00Z");
    private Instant modifiedFrom;
    private Integer limit;
    private Cursor after;

    /** All tickets of these modules. */
    Filter(Set<Module> modules) {
        this.modules = EnumSet.copyOf(modules);
    }

    void module(Module module) {
        modules.removeIf(other -> other != module);
    }

    void createdFrom(Instant date) {
        createdFrom = later(createdFrom, date);
    }

    void createdBefore(Instant date) {
        createdBefore = date.isBefore(createdBefore) ? date : createdBefore;
    }

    void modifiedFrom(Instant date) {
        modifiedFrom = modifiedFrom == null ? date : later(modifiedFrom, date);
    }

    /** A repeated field is a conjunction: no ticket has two values. */
    void exactly(Exact field, String value) {
        String other = exact.put(field, value);
        if (other != null && !other.equals(value)) {
            modules.clear();
        }
    }

    void limit(int rows) {
        limit = limit == null ? rows : Math.min(limit, rows);
    }

    void after(Cursor cursor) {
        after = cursor;
    }

    /** Empty if nothing can match. */
    Set<Module> modules() {
        return modules;
    }

    /** Included. */
    Instant createdFrom() {
        return createdFrom;
    }

    /** Excluded. */
    Instant createdBefore() {
        return createdBefore;
    }

    /** Included; {@code null} for any. */
    Instant modifiedFrom() {
        return modifiedFrom;
    }

    /** @return {@code null} for any */
    String exactly(Exact field) {
        return exact.get(field);
    }

    /** Most rows of a page, 1..10000. */
    int limit() {
        return limit == null ? USUAL_LIMIT : limit;
    }

    /** @return {@code null} for the first page */
    Cursor after() {
        return after;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
