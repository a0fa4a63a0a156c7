package io.fettle.ticket.read;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** The place in the order of section 4 behind which a page begins. Clients see it as one opaque word. */
record Cursor(Instant creationDate, String sysId, short module) {

    String word() {
        String text = creationDate + " " + module + " " + sysId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException if it is no cursor of ours */
    static Cursor of(String word) {
        String text = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
        String[] parts = text.split(" ", 3);
        if (parts.length < 3 || parts[2].indexOf('\0') >= 0) {
            throw new IllegalArgumentException(word);
        }
        try {
            return new Cursor(Instant.parse(parts[0]), parts[2], Short.parseShort(parts[1]));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(word, e);
        }
    }
}
