package io.fettle.gateway.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

import io.fettle.gateway.failure.Refusal;
import io.fettle.gateway.upstream.Upstreams;

/** The auth service as the gateway uses it, and what its answers mean here. */
@Singleton
class AuthService {

    private static final String NAME = "auth";
    private static final String EXCHANGE = "grant_type=urn:ietf:params:oauth:grant-type:token-exchange"
            + "&subject_token_type=urn:ietf:params:oauth:token-type:jwt&subject_token=";

    private final Upstreams upstreams;

    AuthService(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    /** The public keys of the access tokens. @return fails with a {@link Refusal} 503 if there is no answer */
    Future<JsonWebKeySet> keys() {
        return upstreams
                .request(NAME, HttpMethod.GET, "/.well-known/jwks.json")
                .compose(request -> request.send())
                .compose(answer -> answer.statusCode() == 200 ? answer.body() : unavailable(answer))
                .map(AuthService::parsed)
                .recover(AuthService::refused);
    }

    /** The grants that ended within that time. @return fails with a {@link Refusal} 503 if there is no answer */
    Future<List<Long>> endedGrants(Duration since) {
        return upstreams
                .request(NAME, HttpMethod.GET, "/grants/ended?seconds=" + since.toSeconds())
                .compose(request -> request.send())
                .compose(answer -> answer.statusCode() == 200 ? answer.body() : unavailable(answer))
                .map(body -> body.toJsonObject().getJsonArray("Grants").stream()
                        .map(number -> ((Number) number).longValue())
                        .toList())
                .recover(AuthService::refused);
    }

    /**
     * The access token of a user.
     *
     * @param source the caller's address, by which the auth service counts wrong passwords
     * @return fails with a {@link Refusal}: 401, 429 if there were too many attempts, 503 if there is no answer
     */
    Future<String> token(String user, String password, String source) {
        String form = "grant_type=password&username=" + URLEncoder.encode(user, UTF_8) + "&password="
                + URLEncoder.encode(password, UTF_8);
        return issued(request -> request.putHeader("X-Forwarded-For", source).send(form));
    }

    /**
     * The access token for a token of another issuer (RFC 8693).
     *
     * @return fails with a {@link Refusal}: 401, or 503 if there is no answer or the issuer has none
     */
    Future<String> exchange(String foreign) {
        String form = EXCHANGE + URLEncoder.encode(foreign, UTF_8);
        return issued(request -> request.send(form));
    }

    private Future<String> issued(Function<HttpClientRequest, Future<HttpClientResponse>> send) {
        return upstreams
                .request(NAME, HttpMethod.POST, "/token")
                .map(request -> request.putHeader(HttpHeaders.CONTENT_TYPE, "application/x-www-form-urlencoded"))
                .compose(send)
                .compose(AuthService::granted)
                .map(body -> body.toJsonObject().getString("access_token"))
                .recover(AuthService::refused);
    }

    private static Future<Buffer> granted(HttpClientResponse answer) {
        return switch (answer.statusCode()) {
            case 200 -> answer.body();
            case 400, 401, 403 -> Future.failedFuture(Refusal.unauthenticated());
            case 429 -> {
                String seconds = answer.getHeader(HttpHeaders.RETRY_AFTER);
                yield Future.failedFuture(Refusal.throttled(seconds == null ? "1" : seconds));
            }
            default -> unavailable(answer);
        };
    }

    private static JsonWebKeySet parsed(Buffer body) {
        try {
            return new JsonWebKeySet(body.toString());
        } catch (JoseException e) {
            throw Refusal.unavailable(NAME);
        }
    }

    private static <T> Future<T> unavailable(HttpClientResponse answer) {
        return Future.failedFuture(Refusal.unavailable(NAME));
    }

    private static <T> Future<T> refused(Throwable e) {
        return Future.failedFuture(e instanceof Refusal ? e : Refusal.unavailable(NAME));
    }
}
