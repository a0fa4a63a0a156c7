package io.fettle.auth.user;

import java.util.Locale;
import java.util.regex.Pattern;

/** The form of an e-mail address that can name a user. */
final class Email {

    private static final int LONGEST = 254;

    /**
     * The address form of HTML forms, without {@code /} and {@code %}, which a path cannot carry (contract section 1).
     * It has no colon, which would end the user's name in Basic credentials.
     */
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9.!#$&'*+=?^_`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

    private Email() {}

    static boolean isValid(String email) {
        return email.length() <= LONGEST && FORM.matcher(email).matches();
    }

    /** The one spelling under which a user is kept: case and surrounding blanks make no difference. */
    static String canonical(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
