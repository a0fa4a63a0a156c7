package io.fettle.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.gateway.testsupport.ServerCertificate;
import io.fettle.gateway.testsupport.Tokens;
import io.fettle.gateway.testsupport.Wire;
import io.fettle.gateway.testsupport.Wire.Answer;

@QuarkusTest
class SecurityHeadersTest {

    private static final String INCIDENTS = "/v2/incident/orgentityid/7";
    private static final String METADATA = "/.well-known/openid-configuration";

    @TestHTTPResource(value = "/", tls = true)
    URI root;

    @ParameterizedTest
    @CsvSource({
        "GET, /v2/incident/orgentityid/7, 200",
        "POST, /v2/incident/orgentityid/7, 200",
        "GET, /v2/incident/orgentityid/8, 403",
        "GET, /v2/incident;x/orgentityid/7, 400",
        "GET, *, 400",
        "GET, http://fettle.example/v2/users, 400",
        "GET, /v2/incident/orgentityid/7?a=\u0001b, 400",
        "GET, /nothing, 404",
        "GET, /swagger/assets/nothing, 404",
        "OPTIONS, /v2/users, 405",
        "TRACE, /v2/users, 405",
        "GET, /v2/secret/InternalVault/7, 503",
        "POST, /api/v1/Execute/7?break, 502",
        "GET, /.well-known/openid-configuration, 200",
        "GET, /openapi, 200",
        "GET, /swagger, 200"
    })
    void everyAnswerIsWhatItSaysToBeAndNobodyKeepsIt(String method, String target, int status) {
        Answer answer = Wire.call(method, target, Tokens.bearer(7));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.header("Cache-Control")).containsExactly("no-store");
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Basic eDp5",
                "Authorization: Bearer x",
                "Transfer-Encoding: xchunked",
                "Content-Length: 16777217"
            })
    void soIsARefusalForWhatTheHeadSays(String line) {
        Answer answer = Wire.call("POST", INCIDENTS, line);
        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
        assertThat(answer.header("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.header("Cache-Control")).containsExactly("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"public,max-age=60", "private", "no-cache"})
    void aServiceCannotHaveKeptWhatNeedsCredentials(String control) {
        assertThat(Wire.call("GET", INCIDENTS + "?header=Cache-Control:%20" + control, Tokens.bearer(7))
                        .header("Cache-Control"))
                .containsExactly("no-store");
    }

    @Test
    void aServiceCanHaveKeptWhatIsPublic() {
        assertThat(Wire.call("GET", METADATA + "?header=Cache-Control:%20max-age=60")
                        .header("Cache-Control"))
                .containsExactly("max-age=60");
    }

    @ParameterizedTest
    @CsvSource({
        "Server, Apache",
        "X-Powered-By, PHP",
        "X-Content-Type-Options, sniff",
        "Strict-Transport-Security, max-age=0"
    })
    void aServiceDoesNotSpeakForTheGateway(String name, String value) {
        Answer answer = Wire.call("GET", INCIDENTS + "?header=" + name + ":%20" + value, Tokens.bearer(7));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header(name)).doesNotContain(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {INCIDENTS, "/v2/users", "/nothing", "/swagger", "/swagger/assets/console.js", METADATA})
    void overTlsABrowserIsToldNotToComeWithoutIt(String path) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(ServerCertificate.trusting(ServerCertificate.read()))
                .build();
        for (Version version : Version.values()) {
            HttpResponse<Void> answer = client.send(
                    HttpRequest.newBuilder(root.resolve(path)).version(version).build(), BodyHandlers.discarding());
            assertThat(answer.version()).isEqualTo(version);
            assertThat(answer.headers().allValues("Strict-Transport-Security"))
                    .containsExactly("max-age=63072000; includeSubDomains");
            assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/swagger", "/swagger/ui/index", "/swagger/index.html"})
    void noPageShowsTheConsoleInAFrameOrLearnsFromIt(String path) {
        Answer answer = Wire.call("GET", path);
        assertThat(answer.header("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(answer.header("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(answer.header("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'")
                .doesNotContain("script-src")
                .doesNotContain("unsafe-eval");
    }

    @ParameterizedTest
    @ValueSource(strings = {"swagger-ui-bundle.js", "swagger-ui.css", "console.js", "favicon.ico"})
    void theConsolesFilesMayBeKeptButNotUsedByOtherOrigins(String file) {
        Answer answer = Wire.call("GET", "/swagger/assets/" + file);
        assertThat(answer.header("Cache-Control")).containsExactly("max-age=3600");
        assertThat(answer.header("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
    }
}
