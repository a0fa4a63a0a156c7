package io.fettle.auth.token;

import java.util.Objects;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.fettle.auth.federation.NotAdmitted;
import io.fettle.auth.token.TokenFailure.Reason;
import io.fettle.auth.user.Identity;
import io.fettle.auth.user.Logins;
import io.fettle.auth.user.TooManyAttempts;
import io.fettle.platform.openapi.DocumentedAnswers;

/** The token endpoint (contract section 2, RFC 6749 sections 4.3 and 4.4, RFC 8693). */
@Path("token")
@Tag(name = "Token", description = "Access tokens, and how others verify them")
public class TokenResource {

    private static final String FORM = "grant_type=password&username=connector%40example.org&password=correct+horse";
    private static final String EXAMPLE = """
            {"access_token": "eyJhbGciOiJSUzI1NiIsImtpZCI6Ij…", "token_type": "bearer", "expires_in": 86399}""";
    private static final String INVALID = """
            {"error": "invalid_grant", "error_description": "The user name or password is wrong"}""";
    private static final String WRONG_CLIENT = """
            {"error": "invalid_client", "error_description": "The client credentials are wrong"}""";
    private static final String THROTTLED = """
            {"error": "slow_down", "error_description": "Too many wrong passwords; wait before the next attempt"}""";

    /** RFC 6749 section 5.2. Its field names are the wire's. */
    public record Failure(String error, String error_description) {}

    private final Logins logins;
    private final ServiceClients clients;
    private final Tokens tokens;
    private final TokenExchange exchange;

    TokenResource(Logins logins, ServiceClients clients, Tokens tokens, TokenExchange exchange) {
        this.logins = logins;
        this.clients = clients;
        this.tokens = tokens;
        this.exchange = exchange;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "Token_Issue",
            summary = "Issues an access token to a user, to a service client, or for a token of another issuer",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = EXAMPLE, parseValue = true))
    @APIResponse(responseCode = "200", description = "An access token (RFC 6749 section 5.1)")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = TokenForm.class),
                            example = FORM))
    @APIResponse(
            responseCode = "400",
            description = "invalid_request, invalid_grant or unsupported_grant_type (RFC 6749 section 5.2)",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Failure.class),
                            example = INVALID))
    @APIResponse(
            responseCode = "401",
            description = "invalid_client: the credentials of a service client are wrong",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Failure.class),
                            example = WRONG_CLIENT))
    @APIResponse(
            responseCode = "429",
            description = "slow_down: too many attempts with a wrong password; Retry-After says when to try again",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Failure.class),
                            example = THROTTLED))
    public Uni<RestResponse<Token>> issue(
            MultivaluedMap<String, String> fields,
            @RestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @Parameter(hidden = true) @RestHeader("X-Forwarded-For") String forwardedFor,
            @Context HttpServerRequest request) {
        String source = Objects.requireNonNullElseGet(
                forwardedFor, () -> request.remoteAddress().hostAddress());
        return token(new TokenForm(fields, authorization), source)
                .map(token -> ResponseBuilder.ok(token)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    /** @param source the caller's address, as the gateway tells it */
    private Uni<Token> token(TokenForm form, String source) {
        return switch (form.require("grant_type")) {
            case "password" ->
                logins.verify(form.require("username"), form.require("password"), source)
                        .map(identity -> or(identity, Reason.INVALID_GRANT, "The user name or password is wrong"))
                        .map(tokens::issue);
            case "client_credentials" ->
                Uni.createFrom()
                        .item(or(
                                clients.verify(form.client()),
                                Reason.INVALID_CLIENT,
                                "The client credentials are wrong"))
                        .map(tokens::issue);
            case TokenExchange.GRANT_TYPE -> exchange.exchange(form);
            default -> throw TokenFailure.unsupportedGrantType();
        };
    }

    private static Identity or(Optional<Identity> identity, Reason reason, String description) {
        return identity.orElseThrow(() -> new TokenFailure(reason, description));
    }

    /** RFC 8693 section 2.2.2 has this word for a subject token of whatever fault. */
    @ServerExceptionMapper
    RestResponse<Failure> notAdmitted(NotAdmitted e) {
        return refused(new TokenFailure(Reason.INVALID_REQUEST, e.getMessage()));
    }

    @ServerExceptionMapper
    RestResponse<Failure> refused(TokenFailure e) {
        var answer = ResponseBuilder.create(
                        RestResponse.Status.fromStatusCode(e.reason.status), new Failure(e.reason.code, e.getMessage()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        return (e.reason.status == 401 ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"fettle\"") : answer)
                .build();
    }

    /** RFC 6749 has no word for it; this one is of RFC 8628 section 3.5. */
    @ServerExceptionMapper
    RestResponse<Failure> throttled(TooManyAttempts e) {
        return ResponseBuilder.create(RestResponse.Status.TOO_MANY_REQUESTS, new Failure("slow_down", e.getMessage()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.RETRY_AFTER, e.retryAfter())
                .build();
    }
}
