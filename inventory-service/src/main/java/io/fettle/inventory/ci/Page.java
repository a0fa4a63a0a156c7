package io.fettle.inventory.ci;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.fettle.platform.error.Fault;
import io.fettle.platform.error.Found;
import io.fettle.platform.error.ServiceException;

/**
 * Which part of a list is asked for, in the order of the host names (contract section 4, {@code limit, after}).
 *
 * @param after a host name in lower case; {@code ""} for the first page
 * @param most 1-10,000
 */
record Page(String after, int most) {

    static final int MOST = 10_000;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

    /**
     * Reads the two query parameters; {@code null} for one that is not given.
     *
     * @param usual how many items a page has when the caller does not say
     * @throws ServiceException naming what is malformed
     */
    static Page of(String after, String limit, int usual) {
        var faults = new ArrayList<Fault>();
        if (after != null && !ItemCheck.isHostName(after)) {
            faults.add(new Fault(null, "after", "must be the Next of the page before"));
        }
        int most = limit == null ? usual : number(limit);
        if (most < 1 || most > MOST) {
            faults.add(new Fault(null, "limit", "must be a number from 1 to " + MOST));
        }
        if (!faults.isEmpty()) {
            throw ServiceException.invalid(faults);
        }
        return new Page(after == null ? "" : after.toLowerCase(Locale.ROOT), most);
    }

    /** 0 for what is none. */
    private static int number(String text) {
        return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    }

    /** @param found up to {@link #most} items, and one more if there are more */
    Found<List<ConfigurationItem>> of(List<ConfigurationItem> found) {
        if (found.size() <= most) {
            return Found.all(found);
        }
        return Found.page(found.subList(0, most), found.get(most - 1).hostName().toLowerCase(Locale.ROOT));
    }
}
