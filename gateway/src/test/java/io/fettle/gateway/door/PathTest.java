package io.fettle.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.gateway.testsupport.Tokens;
import io.fettle.gateway.testsupport.Wire;
import io.fettle.gateway.testsupport.Wire.Answer;

@QuarkusTest
class PathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2/incident/orgentityid/7",
                "//v2/incident/orgentityid/7",
                "//v2///incident//orgentityid/7/",
                "/V2/Incident/OrgEntityID/7",
                "/v2/%69ncident/orgentityid/7"
            })
    void slashesAndCaseDoNotMatter(String path) {
        Answer answer = get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getString("service")).isEqualTo("ticket");
        assertThat(answer.json().getString("uri")).isEqualTo("/v2/incident/orgentityid/7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2/incident;x/orgentityid/7",
                "/v2/incident/orgentityid/8/../7",
                "/v2/incident/orgentityid/%2e%2e/7",
                "/v2/incident%2Forgentityid/7",
                "/v2/incident/orgentityid/7%2F..%2F8",
                "/v2\\incident/orgentityid/7",
                "/v2/incident/orgentityid/7%5C",
                "/v2/incident/orgentityid/7%00",
                "/v2/incident/orgentityid/7%0a",
                "/v2/incident/orgentityid/%2537",
                "/v2/incident/orgentityid/%",
                "http://127.0.0.1/v2/incident/orgentityid/7",
                "v2/incident/orgentityid/7",
                "%2Fv2/incident/orgentityid/7",
                "*"
            })
    void tricksAreRefusedInTheFamilysEnvelope(String path) {
        Answer answer = get(path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("Status")).isEqualTo("Fail");
        assertThat(answer.header("X-Request-Id")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "queryParams={\"filter\":\"start_date>=2020-01-2907:12:23.607&end_date<=2020\"}",
                "ModuleId=1&%20start_date%3E=2020-01-29+07:12:23.607",
                "a=../..;%2F%5C%zz%2e[|]^`\\#x",
                "",
                "?"
            })
    void theQueryPassesByteForByte(String query) {
        assertThat(get("/v2/incident/orgentityid/7?" + query).json().getString("uri"))
                .isEqualTo("/v2/incident/orgentityid/7?" + query);
    }

    @Test
    void variableSegmentsPassByteForByte() {
        assertThat(get("/v2/INCIDENT/ticketstatus/INC%201,iNc%2c2,100%25/7")
                        .json()
                        .getString("uri"))
                .isEqualTo("/v2/incident/TicketStatus/INC%201,iNc%2c2,100%25/7");
    }

    @Test
    void aThousandTicketNumbersFit() {
        String numbers = "INC".repeat(33).concat("1,").repeat(1000);
        assertThat(get("/v2/incident/TicketStatus/" + numbers + "/7").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/q/health",
                "/q/health/ready",
                "/q/openapi",
                "/Q/dev",
                "/internal/hosts/7/x",
                "/openapi-ui/"
            })
    void whatIsNotRoutedIsNotThere(String path) {
        assertThat(get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /token, POST",
        "DELETE, /v2/incident/orgentityid/7, 'GET, POST'",
        "OPTIONS, /v2/users, 'GET, POST'",
        "HEAD, /v2/users, 'GET, POST'",
        "TRACE, /api/v1/Execute/7, POST"
    })
    void anotherMethodIsToldTheRightOnes(String method, String path, String allowed) {
        Answer answer = Wire.call(method, path);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).containsExactly(allowed);
    }

    private static Answer get(String target) {
        return Wire.call("GET", target, Tokens.bearer(7));
    }
}
