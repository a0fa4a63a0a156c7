package io.fettle.auth.form;

import java.util.ArrayList;
import java.util.List;

import io.fettle.platform.error.Fault;
import io.fettle.platform.error.ServiceException;

/** Collects what is wrong with one body, so that every fault is told at once (contract section 1). */
public final class Faults {

    private final List<Fault> found = new ArrayList<>();

    /**
     * Notes a fault.
     *
     * @param field as the contract writes it
     * @param message to be read after the field's name: {@code is required}
     */
    public void add(String field, String message) {
        found.add(new Fault(null, field, message));
    }

    /** Notes a fault if what must hold does not. */
    public void unless(boolean holds, String field, String message) {
        if (!holds) {
            add(field, message);
        }
    }

    /** @throws ServiceException naming every fault, if there is one */
    public void refuse() {
        if (!found.isEmpty()) {
            throw ServiceException.invalid(found);
        }
    }

    /** The body itself. @throws ServiceException if the caller sent none */
    public static <T> T required(T body) {
        if (body == null) {
            throw ServiceException.invalid("The body must be a JSON object");
        }
        return body;
    }
}
