package io.fettle.ticket.status;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import io.fettle.platform.error.ServiceException;

/** The ticket numbers in a path, {@code …/{ticketnumbers}/{org}} (contract section 5). */
public final class TicketNumbers {

    private static final int MOST = 1000;

    private TicketNumbers() {}

    /** @param path as it was sent: each number is decoded after splitting */
    public static List<String> inPath(String path) {
        List<String> numbers = Arrays.stream(segment(path).split(","))
                .map(TicketNumbers::decode)
                .filter(number -> !number.isEmpty())
                .toList();
        if (numbers.size() > MOST) {
            throw ServiceException.invalid("At most " + MOST + " ticket numbers can be asked for at once");
        }
        return numbers;
    }

    /** @param path as it was sent */
    public static String oneInPath(String path) {
        return decode(segment(path));
    }

    private static String segment(String path) {
        String[] segments = path.split("/");
        return segments[segments.length - 2];
    }

    private static String decode(String segment) {
        try {
            String number = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
            if (number.indexOf('\0') >= 0) {
                throw ServiceException.invalid("A ticket number has no character U+0000");
            }
            return number.strip();
        } catch (IllegalArgumentException e) {
            throw ServiceException.invalid("A ticket number is not percent-encoded as it should be");
        }
    }
}
