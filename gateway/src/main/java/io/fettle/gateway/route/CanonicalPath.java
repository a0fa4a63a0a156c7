package io.fettle.gateway.route;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import io.fettle.gateway.failure.Refusal;

/**
 * The one reading of a request's path that routing, authorisation and the service share (contract section 1, slashes):
 * runs of slashes are one, and what two programs could read differently is refused.
 */
public record CanonicalPath(List<Segment> segments) {

    /**
     * What stands between two slashes.
     *
     * @param raw as the caller wrote it
     * @param text without percent-encoding
     */
    public record Segment(String raw, String text) {

        static Segment of(String raw) {
            String text = decoded(raw);
            if (text.equals(".") || text.equals("..") || text.chars().anyMatch(Character::isISOControl)) {
                throw Refusal.malformedPath();
            }
            return new Segment(raw, text);
        }
    }

    /** All but visible ASCII; path parameters and backslashes; a stray %; an encoded slash or backslash; a code in a code. */
    private static final Pattern REFUSED =
            Pattern.compile("[^!-~]|[;\\\\#]|%(?![0-9a-f]{2})|%2f|%5c|%25[0-9a-f]{2}", Pattern.CASE_INSENSITIVE);

    /**
     * Reads a path.
     *
     * @param path as it stands in the request target, without the query
     * @throws Refusal 400 if it is not absolute, or uses one of the tricks
     */
    public static CanonicalPath of(String path) {
        if (!path.startsWith("/") || REFUSED.matcher(path).find()) {
            throw Refusal.malformedPath();
        }
        return new CanonicalPath(Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(Segment::of)
                .toList());
    }

    private static String decoded(String raw) {
        if (raw.indexOf('%') < 0) {
            return raw;
        }
        var bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) == '%') {
                bytes.write(Integer.parseInt(raw, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.write(raw.charAt(i));
            }
        }
        return utf8(bytes.toByteArray());
    }

    /** Strict, because an overlong form of a slash is a slash to some. */
    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.malformedPath();
        }
    }
}
