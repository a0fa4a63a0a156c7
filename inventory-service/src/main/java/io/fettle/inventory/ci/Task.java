package io.fettle.inventory.ci;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.fettle.platform.error.Fault;
import io.fettle.platform.error.ServiceException;

/**
 * A task of a group, by which configuration items are found (contract section 9).
 *
 * @param groupId 1-100 printable characters
 * @param number 1-100 printable characters
 */
record Task(String groupId, String number) {

    private static final Pattern IDENTIFIER = Pattern.compile("[^\\p{Cntrl}]{1,100}");

    /** @throws ServiceException naming every part that is malformed */
    static Task of(String groupId, String number) {
        var faults = new ArrayList<Fault>();
        var task = new Task(identifier("groupId", groupId, faults), identifier("tasknumber", number, faults));
        if (!faults.isEmpty()) {
            throw ServiceException.invalid(faults);
        }
        return task;
    }

    private static String identifier(String field, String text, List<Fault> faults) {
        String trimmed = text.strip();
        if (!IDENTIFIER.matcher(trimmed).matches()) {
            faults.add(new Fault(null, field, "must have 1-100 printable characters"));
        }
        return trimmed;
    }
}
