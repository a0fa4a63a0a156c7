package io.fettle.ticket.push;

import java.util.regex.Pattern;

/** The query {@code partial=true} of a push (contract section 3, atomic). */
public final class Partial {

    private static final Pattern ASKED = Pattern.compile("(?:^|&)partial=true(?:&|$)", Pattern.CASE_INSENSITIVE);

    private Partial() {}

    /** @param rawQuery {@code null} if there is none */
    public static boolean isAsked(String rawQuery) {
        return rawQuery != null && ASKED.matcher(rawQuery).find();
    }
}
