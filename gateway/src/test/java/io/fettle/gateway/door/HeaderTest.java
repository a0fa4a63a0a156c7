package io.fettle.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.gateway.testsupport.Tokens;
import io.fettle.gateway.testsupport.Wire;
import io.fettle.gateway.testsupport.Wire.Answer;

@QuarkusTest
class HeaderTest {

    private static final String INCIDENTS = "/v2/incident/orgentityid/7";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded: for=1.2.3.4",
                "X-Real-IP: 1.2.3.4",
                "X-Original-URL: /internal/hosts/7/x",
                "X-Rewrite-URL: /internal/hosts/7/x",
                "X-HTTP-Method-Override: DELETE",
                "X-User-Id: admin@example.org",
                "X-Auth-Roles: admin",
                "X-Forwarded-User: admin@example.org",
                "Remote-User: admin@example.org",
                "Cookie: session=1",
                "Proxy-Authorization: Basic eDp5",
                "Keep-Alive: timeout=5",
                "TE: trailers",
                "Upgrade: h2c"
            })
    void whatACallerMayNotSayDoesNotReachTheService(String header) {
        assertThat(reached(header).getMap()).doesNotContainKey(header.split(":")[0].toLowerCase());
    }

    @Test
    void whatConnectionNamesStaysOutside() {
        assertThat(reached("Connection: X-Mine", "X-Mine: 1").getMap()).doesNotContainKey("x-mine");
    }

    @Test
    void theServiceLearnsWhereTheCallCameFromFromTheGatewayAlone() {
        JsonObject headers = reached("X-Forwarded-For: 1.2.3.4", "X-Forwarded-Host: evil", "X-Forwarded-Proto: https");
        assertThat(headers.getJsonArray("x-forwarded-for")).isEqualTo(JsonArray.of("127.0.0.1"));
        assertThat(headers.getJsonArray("x-forwarded-host")).isEqualTo(JsonArray.of("fettle.example"));
        assertThat(headers.getJsonArray("x-forwarded-proto")).isEqualTo(JsonArray.of("http"));
    }

    @Test
    void whatElseACallerSaysPasses() {
        JsonObject headers = reached(
                "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "Accept-Language: de",
                "X-Own: 1");
        assertThat(headers.getJsonArray("traceparent"))
                .isEqualTo(JsonArray.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
        assertThat(headers.getJsonArray("accept-language")).isEqualTo(JsonArray.of("de"));
        assertThat(headers.getJsonArray("x-own")).isEqualTo(JsonArray.of("1"));
    }

    @Test
    void anAcceptableRequestIdIsKeptEverywhere() {
        Answer answer = Wire.call("GET", INCIDENTS, Tokens.bearer(7), "X-Request-Id: my.own_id-1");
        assertThat(answer.header("X-Request-Id")).containsExactly("my.own_id-1");
        assertThat(answer.json().getJsonObject("headers").getJsonArray("x-request-id"))
                .isEqualTo(JsonArray.of("my.own_id-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a/b", "ü", "01234567890123456789012345678901234567890123456789012345678901234"})
    void anotherRequestIdIsReplaced(String given) {
        Answer answer = Wire.call("GET", INCIDENTS, Tokens.bearer(7), "X-Request-Id: " + given);
        assertThat(answer.header("X-Request-Id")).singleElement().asString().matches("[0-9]+");
        assertThat(answer.json().getJsonObject("headers").getJsonArray("x-request-id"))
                .isEqualTo(new JsonArray(answer.header("X-Request-Id")));
    }

    @Test
    void hopByHopHeadersOfAServiceStayInside() {
        assertThat(Wire.call("GET", INCIDENTS, Tokens.bearer(7)).header("X-Inner"))
                .isEmpty();
    }

    @Test
    void atTokenAClientsBasicHeaderPassesAndABearerTokenDoesNot() {
        List<String> form = List.of("Content-Type: application/x-www-form-urlencoded", "Authorization: Basic eDp5");
        JsonObject headers = Wire.call("POST", "/token", "grant_type=client_credentials", form)
                .json()
                .getJsonObject("headers");
        assertThat(headers.getJsonArray("authorization")).isEqualTo(JsonArray.of("Basic eDp5"));

        List<String> bearer = List.of("Content-Type: application/x-www-form-urlencoded", Tokens.bearer(7));
        assertThat(Wire.call("POST", "/token", "grant_type=x", bearer)
                        .json()
                        .getJsonObject("headers")
                        .getMap())
                .doesNotContainKey("authorization");
    }

    private static JsonObject reached(String... more) {
        String[] headers = new String[more.length + 1];
        headers[0] = Tokens.bearer(7);
        System.arraycopy(more, 0, headers, 1, more.length);
        return Wire.call("GET", INCIDENTS, headers).json().getJsonObject("headers");
    }
}
