package io.fettle.gateway.failure;

import java.time.Duration;
import java.util.Map;

/** A call the gateway does not pass on, or could not: the status, and why, in words meant for the caller. */
public final class Refusal extends RuntimeException {

    private final int status;
    private final transient Map<String, String> headers;
    private final boolean last;

    private Refusal(int status, String message, Map<String, String> headers) {
        this(status, message, headers, false);
    }

    private Refusal(int status, String message, Map<String, String> headers, boolean last) {
        super(message, null, false, false);
        this.status = status;
        this.headers = headers;
        this.last = last;
    }

    /** The head could be read in two ways, and so could what comes behind it. */
    public static Refusal doubtfulHead(String message) {
        return new Refusal(400, message, Map.of(), true);
    }

    public static Refusal malformedPath() {
        return new Refusal(400, "The path is malformed", Map.of());
    }

    /** Nobody reads this any more. */
    public static Refusal callerGone() {
        return new Refusal(400, "The caller broke off", Map.of());
    }

    public static Refusal unauthenticated() {
        return new Refusal(401, "Valid credentials are required", Map.of());
    }

    /** The same words for an organisation that does not exist, and the same as the services use. */
    public static Refusal forbidden() {
        return new Refusal(403, "The organisation or role does not permit this call", Map.of());
    }

    public static Refusal unknownPath() {
        return new Refusal(404, "There is no such path", Map.of());
    }

    /** @param allowed the methods the path has, separated by commas */
    public static Refusal wrongMethod(String allowed) {
        return new Refusal(405, "The path takes " + allowed, Map.of("Allow", allowed));
    }

    public static Refusal tooSlow() {
        return new Refusal(408, "The body comes too slowly", Map.of());
    }

    public static Refusal tooLarge() {
        return new Refusal(413, "The body is larger than 16 MiB", Map.of());
    }

    public static Refusal wrongType(String message) {
        return new Refusal(415, message, Map.of());
    }

    /** @param seconds after how many the caller may try again, as the auth service said it */
    public static Refusal throttled(String seconds) {
        return new Refusal(429, "Too many attempts", Map.of("Retry-After", seconds));
    }

    /** @param wait until the next call may come; told in whole seconds */
    public static Refusal tooMany(String whose, Duration wait) {
        long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
        return new Refusal(429, "Too many calls of this " + whose, Map.of("Retry-After", String.valueOf(seconds)));
    }

    /** The service broke off when the call was with it, and to repeat the call could do its work twice. */
    public static Refusal brokenOff(String service) {
        return new Refusal(502, "The " + service + " service broke off; the call may have been carried out", Map.of());
    }

    /** The service was not reached, or the call may be repeated without harm. */
    public static Refusal unavailable(String service) {
        return new Refusal(503, "The " + service + " service does not answer", Map.of("Retry-After", "1"));
    }

    /** Whether a service behind the gateway was away or broke off. */
    public boolean blamesService() {
        return status == 502 || status == 503;
    }

    /** Whether nothing that comes over the same connection of HTTP/1 is a call. */
    public boolean isLast() {
        return last;
    }

    public int status() {
        return status;
    }

    /** What the answer carries beside the envelope. */
    public Map<String, String> headers() {
        return headers;
    }
}
