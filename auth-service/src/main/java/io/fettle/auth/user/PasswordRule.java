package io.fettle.auth.user;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which passwords are refused as weak: by length and by what is tried first, not by kinds of characters (NIST SP
 * 800-63B).
 */
final class PasswordRule {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;
    private static final int FEWEST_DIFFERENT = 4;

    /** From the tops of the lists of leaked passwords. Digits and signs around such a word make it no stronger. */
    private static final Set<String> TRIED_FIRST = Set.of("""
            password passw0rd p@ssword p@ssw0rd qwerty qwertyuiop azerty asdfghjkl qazwsx 1q2w3e4r abc abcdefgh letmein
            welcome iloveyou sunshine princess football baseball superman trustno changeme changeit administrator admin
            default secret
            """.strip().split("\\s+"));

    private static final String AROUND = "[^\\p{L}]";

    private PasswordRule() {}

    /**
     * Why the password is refused, to be read after the field's name; empty when it is good.
     *
     * @param user the user's address; {@code null} if there is none
     */
    static Optional<String> check(String password, String user) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST || password.isBlank()) {
            return Optional.of("must have " + SHORTEST + "-" + LONGEST + " characters");
        }
        return isGuessable(password.toLowerCase(Locale.ROOT), user)
                ? Optional.of("is too easy to guess")
                : Optional.empty();
    }

    private static boolean isGuessable(String password, String user) {
        String core = password.replaceAll("^" + AROUND + "+|" + AROUND + "+$", "");
        return core.isEmpty()
                || password.chars().distinct().count() < FEWEST_DIFFERENT
                || TRIED_FIRST.contains(core)
                || TRIED_FIRST.contains(password)
                || user != null && (password.equals(user) || password.equals(user.replaceFirst("@.*", "")));
    }
}
