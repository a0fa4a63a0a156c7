package io.fettle.gateway.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLException;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.fettle.gateway.testsupport.ServerCertificate;
import io.fettle.gateway.testsupport.Tokens;

@QuarkusTest
class TlsTest {

    private static final String INCIDENTS = "/v2/incident/orgentityid/7";
    private static final int LIMIT = 16 << 20;

    @TestHTTPResource(value = "/", tls = true)
    URI root;

    @ParameterizedTest
    @EnumSource
    void aCallIsPassedOnInTheProtocolThatTheCallerSpeaks(Version version) {
        HttpResponse<String> answer = send(client(version), get(INCIDENTS));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(version);
        JsonObject headers = new JsonObject(answer.body()).getJsonObject("headers");
        assertThat(headers.getJsonArray("x-forwarded-proto")).containsExactly("https");
        assertThat(headers.getJsonArray("x-forwarded-host")).containsExactly(root.getAuthority());
    }

    @Test
    void theLongestPathPassesOverHttp2Too() {
        String numbers = ("INC" + "0".repeat(96) + ",").repeat(1_000);
        HttpResponse<String> answer = send(http2(), get("/v2/incident/TicketStatus/" + numbers + "INC1/7"));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/v2/incident/orgentityid/7;x=1, 400", "/nothing, 404", "/v2/incident/orgentityid/8, 403"})
    void whatIsRefusedOverHttp11IsRefusedOverHttp2(String path, int status) {
        assertThat(send(http2(), get(path)).statusCode()).isEqualTo(status);
    }

    @Test
    void aBodyWithoutALengthPassesOverHttp2() {
        HttpResponse<String> answer = send(http2(), post("application/json", streamed(100_000)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(answer.body()).getInteger("length")).isEqualTo(100_000);
    }

    @Test
    void aBodyOfNoTypeIsRefusedOverHttp2AndNoBodyIsNot() {
        assertThat(send(http2(), post(null, streamed(10))).statusCode()).isEqualTo(415);
        assertThat(send(http2(), post(null, BodyPublishers.ofString("[]"))).statusCode())
                .isEqualTo(415);
        assertThat(send(http2(), post("text/plain", streamed(10))).statusCode()).isEqualTo(415);
        assertThat(send(http2(), post(null, BodyPublishers.noBody())).statusCode())
                .isEqualTo(200);
        assertThat(send(http2(), post(null, streamed(0))).statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyOverTheLimitIsRefusedOverHttp2AndOneAtItIsNot() {
        HttpClient client = http2();
        assertThat(send(client, post("application/json", streamed(LIMIT + 1))).statusCode())
                .isEqualTo(413);
        assertThat(send(client, post("application/json", streamed(LIMIT))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRenewedCertificateIsUsedWithoutARestart() {
        X509Certificate old = ServerCertificate.read();
        HttpClient connected = http2();
        assertThat(send(connected, get(INCIDENTS)).statusCode()).isEqualTo(200);
        ServerCertificate.renew();
        await().atMost(Duration.ofSeconds(20)).until(() -> isTrusted(ServerCertificate.read()));
        assertThat(isTrusted(old)).isFalse();
        assertThat(send(connected, get(INCIDENTS)).statusCode()).isEqualTo(200);
    }

    private HttpRequest get(String path) {
        return call(path).build();
    }

    private HttpRequest post(String type, BodyPublisher body) {
        HttpRequest.Builder call = call(INCIDENTS).POST(body);
        return type == null ? call.build() : call.header("Content-Type", type).build();
    }

    private HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(root.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", Tokens.bearer(7).split(": ")[1]);
    }

    /** One of which is not told how long it is. */
    private static BodyPublisher streamed(int length) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length]));
    }

    private boolean isTrusted(X509Certificate certificate) {
        try {
            HttpClient client = HttpClient.newBuilder()
                    .sslContext(ServerCertificate.trusting(certificate))
                    .build();
            return client.send(get(INCIDENTS), BodyHandlers.ofString()).statusCode() == 200;
        } catch (SSLException e) {
            return false;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpClient http2() {
        return client(Version.HTTP_2);
    }

    private static HttpClient client(Version version) {
        return HttpClient.newBuilder()
                .version(version)
                .sslContext(ServerCertificate.trusting(ServerCertificate.read()))
                .build();
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest call) {
        try {
            return client.send(call, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
