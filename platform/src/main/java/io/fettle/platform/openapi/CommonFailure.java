package io.fettle.platform.openapi;

import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The failures that calls have in common, as their callers see them at the gateway (contract section 1). */
enum CommonFailure {
    MALFORMED_PATH(400, "The path or the query is at fault", "The path is malformed"),
    MALFORMED_BODY(
            400,
            "The path, the query or the body is at fault",
            "The body is not the JSON this call takes: line 1, column 1"),
    UNAUTHENTICATED(401, "No or wrong credentials", "Valid credentials are required"),
    FORBIDDEN(
            403,
            "The caller's organisation or roles do not permit the call",
            "The organisation or role does not permit this call"),
    TOO_LARGE(
            413, "The body has more than 16 MiB, or an array more than 10,000 items", "The body is larger than 16 MiB"),
    WRONG_TYPE(415, "The body is compressed or of another type", "The body must be application/json"),
    THROTTLED(429, "Too many attempts to sign in with a wrong password", "Too many attempts"),
    OURS(500, "The call failed for a reason of ours", "The call failed for a reason of ours; it is logged"),
    UNAVAILABLE(503, "A service does not answer; the call can be repeated", "The auth service does not answer");

    private static final ObjectMapper JSON = new ObjectMapper();

    final int status;
    final String description;

    /** What an answer says. */
    final String message;

    CommonFailure(int status, String description, String message) {
        this.status = status;
        this.description = description;
        this.message = message;
    }

    /**
     * Whether a call can fail so.
     *
     * @param signedIn whether it needs credentials
     * @param body whether it takes a body
     */
    boolean concerns(boolean signedIn, boolean body) {
        return switch (this) {
            case OURS, UNAVAILABLE -> true;
            case UNAUTHENTICATED, FORBIDDEN, THROTTLED -> signedIn;
            case MALFORMED_BODY, TOO_LARGE, WRONG_TYPE -> body;
            case MALFORMED_PATH -> !body;
        };
    }

    /** The headers such an answer has beside those of all; {@code null} for none. */
    Map<String, Header> headers() {
        return switch (this) {
            case THROTTLED, UNAVAILABLE -> Map.of("Retry-After", seconds());
            default -> null;
        };
    }

    private static Header seconds() {
        return OASFactory.createHeader()
                .description("After how many seconds to try again")
                .schema(OASFactory.createSchema().addType(SchemaType.INTEGER));
    }
}
