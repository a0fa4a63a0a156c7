package io.fettle.ticket.push;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.fettle.platform.error.Fault;

/** One object of a pushed array: the texts of its fields, and what is wrong with it so far. */
final class Item {

    private final int index;
    private final Map<PushField, String> texts = new EnumMap<>(PushField.class);
    private final List<Fault> faults = new ArrayList<>();
    private boolean isObject = true;

    /** @param index its place in the array, from 0 */
    Item(int index) {
        this.index = index;
    }

    void put(PushField field, String text) {
        texts.put(field, text);
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

    /** Brings every text into the form in which it is kept, and finds the ones that are missing or too long. */
    void checkForm() {
        for (PushField field : PushField.values()) {
            String sent = texts.get(field);
            String kept = sent == null ? null : field.kept(sent);
            if (kept == null) {
                texts.remove(field);
                requireUnlessTold(field);
            } else {
                texts.put(field, kept);
                String complaint = field.complaint(kept);
                if (complaint != null) {
                    fault(field, complaint);
                }
            }
        }
    }

    private void requireUnlessTold(PushField field) {
        boolean told = faults.stream().anyMatch(fault -> field.wireName().equals(fault.field()));
        if (field.isRequired() && !told) {
            fault(field, "is required");
        }
    }
}
