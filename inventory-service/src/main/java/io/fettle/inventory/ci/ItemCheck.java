package io.fettle.inventory.ci;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.fettle.platform.error.Fault;
import io.fettle.platform.error.ServiceException;

/** Whether posted configuration items have their form. It finds all faults, not only the first. */
final class ItemCheck {

    /** Contract section 1, limits. */
    private static final int MOST_ITEMS = 10_000;

    private static final int LONGEST_TEXT = 4_000;
    private static final int LAST_PORT = 65_535;
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,252}");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9:][A-Za-z0-9.:_-]{0,252}");
    /** It may become an argument of a command, so it does not begin like an option. */
    private static final Pattern USER = Pattern.compile("[^\\p{Cntrl}-][^\\p{Cntrl}]{0,99}");
    /** As the vault names its secrets. */
    private static final Pattern SECRET_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@-]{0,99}");
    /** A public key or its fingerprint: nothing secret passes here by mistake. */
    private static final Pattern HOST_KEY = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}=?"
            + "|(ssh|ecdsa|sk)-[a-z0-9@.-]{1,60} AAAA[A-Za-z0-9+/]{12,4000}={0,2}( [^\\p{Cntrl}]{0,255})?");

    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private int index;

    private ItemCheck() {}

    /** @throws ServiceException naming every fault of every item */
    static void require(List<ConfigurationItem> items) {
        if (items == null || items.isEmpty()) {
            throw ServiceException.invalid("The body must have at least one configuration item");
        }
        if (items.size() > MOST_ITEMS) {
            throw ServiceException.tooLarge("The array has more than " + MOST_ITEMS + " items");
        }
        var check = new ItemCheck();
        for (ConfigurationItem item : items) {
            check.item(item);
            check.index++;
        }
        if (!check.faults.isEmpty()) {
            throw ServiceException.invalid(check.faults);
        }
    }

    /** What is none cannot be found either. */
    static boolean isHostName(String text) {
        return HOST_NAME.matcher(text).matches();
    }

    private void item(ConfigurationItem item) {
        if (item == null) {
            fault(null, "must be a configuration item");
            return;
        }
        hostName(item.hostName());
        item.texts().forEach(text -> text(text.getKey(), (String) text.getValue()));
        if (item.connection() != null) {
            connection(item.connection());
        }
    }

    private void hostName(String name) {
        if (name == null || name.isEmpty()) {
            fault(ConfigurationItem.HOST_NAME, "is required");
            return;
        }
        if (!isHostName(name)) {
            fault(ConfigurationItem.HOST_NAME, "must be 1-253 letters, digits, dots, dashes or underscores");
        }
        Integer first = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), index);
        if (first != null) {
            fault(ConfigurationItem.HOST_NAME, "is that of item " + first);
        }
    }

    private void text(String field, String text) {
        if (text.length() > LONGEST_TEXT) {
            fault(field, "has more than " + LONGEST_TEXT + " characters");
        }
        if (text.indexOf('\0') >= 0) {
            fault(field, "must not have the character U+0000");
        }
    }

    private void connection(Connection connection) {
        if (!Connection.LOCAL.equals(connection.type()) && !Connection.SSH.equals(connection.type())) {
            fault("Connection.Type", "must be local or ssh");
        }
        form("Connection.Address", connection.address(), ADDRESS, "must be a host name or an IP address");
        if (connection.port() != null && (connection.port() < 1 || connection.port() > LAST_PORT)) {
            fault("Connection.Port", "must be a number from 1 to " + LAST_PORT);
        }
        form("Connection.User", connection.user(), USER, "must have 1-100 printable characters, the first no dash");
        form("Connection.SecretName", connection.secretName(), SECRET_NAME, "must be the name of a secret");
        form("Connection.HostKey", connection.hostKey(), HOST_KEY, "must be an OpenSSH public key or a SHA256 print");
    }

    private void form(String field, String text, Pattern form, String otherwise) {
        if (text != null && !form.matcher(text).matches()) {
            fault(field, otherwise);
        }
    }

    private void fault(String field, String message) {
        faults.add(new Fault(index, field, message));
    }
}
