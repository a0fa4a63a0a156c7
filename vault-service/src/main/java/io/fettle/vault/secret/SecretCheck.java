package io.fettle.vault.secret;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.regex.Pattern;

import io.fettle.platform.error.Fault;
import io.fettle.platform.error.ServiceException;

/** Whether a posted secret has its form. It finds all faults, not only the first. */
final class SecretCheck {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@-]{0,99}");

    private SecretCheck() {}

    /** @throws ServiceException naming every fault, and never the value */
    static void require(String name, SecretValue posted) {
        var faults = new ArrayList<Fault>();
        if (!isName(name)) {
            faults.add(new Fault(
                    null, "name", "must be 1-100 letters, digits or _ . @ -, and begin with none of the last three"));
        }
        String value = posted == null ? null : posted.value();
        if (value == null || value.isEmpty()) {
            faults.add(new Fault(null, "Value", "is required"));
        } else if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            faults.add(new Fault(null, "Value", "must be text: it has half a surrogate pair"));
        }
        if (!faults.isEmpty()) {
            throw ServiceException.invalid(faults);
        }
    }

    /** What can be no name is not asked for: the database chokes on some of it. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
