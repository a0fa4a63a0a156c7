package io.fettle.ticket.push;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.fettle.platform.error.Fault;

/** One object of a pushed array: the texts of its fields, and what is wrong with it so far. */
final class Item {

    private final int index;
    private final Map<PushField, String> texts = new EnumMap<>(PushField.class);
    private final Set<PushField> notTexts = EnumSet.noneOf(PushField.class);
    private final List<Fault> faults = new ArrayList<>();
    private boolean isObject = true;

    /** @param index its place in the array, from 0 */
    Item(int index) {
        this.index = index;
    }

    void put(PushField field, String text) {
        texts.put(field, text);
    }

    /** The field has an object or an array. */
    void putNoText(PushField field) {
        notTexts.add(field);
    }

    /** @return {@code null} if it was not sent */
    String text(PushField field) {
        return texts.get(field);
    }

    void fault(PushField field, String message) {
        faults.add(new Fault(index, field.wireName(), message));
    }

    /** The item has no fields at all. */
    void refuse() {
        isObject = false;
        faults.add(new Fault(index, null, "The item must be an object"));
    }

    boolean isObject() {
        return isObject;
    }

    List<Fault> faults() {
        return faults;
    }

    /**
     * Brings every text into the form in which it is kept, and finds those that are missing or too long.
     *
     * @param fields those its module has; others are left out as unknown
     */
    void checkForm(Set<PushField> fields) {
        texts.keySet().retainAll(fields);
        fields.forEach(this::checkForm);
    }

    private void checkForm(PushField field) {
        String sent = texts.remove(field);
        String kept = sent == null ? null : field.kept(sent);
        if (kept != null) {
            texts.put(field, kept);
        }
        String complaint = complaint(field, kept);
        if (complaint != null) {
            fault(field, complaint);
        }
    }

    private String complaint(PushField field, String kept) {
        if (notTexts.contains(field)) {
            return "must be a text";
        }
        if (kept == null) {
            return field.isRequired() ? "is required" : null;
        }
        return field.complaint(kept);
    }
}
