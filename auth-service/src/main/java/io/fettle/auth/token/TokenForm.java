package io.fettle.auth.token;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.core.MultivaluedMap;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

import io.fettle.auth.token.TokenFailure.Reason;

/**
 * The form posted to {@code /token}, read as RFC 6749 section 3.2 says: a parameter without a value is absent, and none
 * may be repeated.
 */
@Schema(
        type = SchemaType.OBJECT,
        properties = {
            @SchemaProperty(
                    name = "grant_type",
                    enumeration = {"password", "client_credentials", TokenExchange.GRANT_TYPE}),
            @SchemaProperty(name = "username", examples = "connector@example.org"),
            @SchemaProperty(name = "password", format = "password"),
            @SchemaProperty(name = "client_id"),
            @SchemaProperty(name = "client_secret", format = "password"),
            @SchemaProperty(name = "subject_token"),
            @SchemaProperty(name = "subject_token_type", examples = "urn:ietf:params:oauth:token-type:jwt")
        })
record TokenForm(
        @Schema(hidden = true) MultivaluedMap<String, String> fields,
        @Schema(hidden = true) String authorization) {

    /** What a service client proves itself with. */
    record Credentials(String client, String secret) {}

    private static final String BASIC = "Basic ";

    String require(String name) {
        return find(name)
                .orElseThrow(() -> new TokenFailure(Reason.INVALID_REQUEST, "The parameter " + name + " is required"));
    }

    /** From the Authorization header (client_secret_basic) or the form (client_secret_post), but not from both. */
    Credentials client() {
        if (authorization == null) {
            return new Credentials(require("client_id"), require("client_secret"));
        }
        if (find("client_secret").isPresent()) {
            throw new TokenFailure(Reason.INVALID_REQUEST, "The client authenticates in two ways");
        }
        return basic();
    }

    Optional<String> find(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new TokenFailure(Reason.INVALID_REQUEST, "The parameter " + name + " is repeated");
        }
        return values.stream().filter(value -> !value.isEmpty()).findFirst();
    }

    private Credentials basic() {
        try {
            if (authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
                byte[] decoded = Base64.getDecoder()
                        .decode(authorization.substring(BASIC.length()).strip());
                String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
                return new Credentials(unescape(parts[0]), unescape(parts[1]));
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            // Malformed credentials are refused below, like those of another scheme.
        }
        throw new TokenFailure(Reason.INVALID_CLIENT, "The Authorization header has no client credentials");
    }

    /** RFC 6749 section 2.3.1 has both parts encoded like form fields. */
    private static String unescape(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
