package io.fettle.dag.execution;

import static io.fettle.dag.testsupport.Calls.ended;
import static io.fettle.dag.testsupport.Calls.execute;
import static io.fettle.dag.testsupport.Calls.run;
import static io.fettle.dag.testsupport.Calls.start;
import static io.fettle.dag.testsupport.Calls.status;
import static io.fettle.dag.testsupport.Calls.stdout;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.platform.caller.Role;
import io.fettle.platform.testsupport.TestTokens;

@QuarkusTest
class ExecutionResourceTest {

    private static final String DENIED = "The organisation or role does not permit this call";

    @Test
    void aCommandIsRunAndItsStatusHasWhatItPrinted() {
        var status = run(7, "echo \"hello ${name}\"; echo aside >&2", Map.of("name", "world"));
        assertThat(status.getString("status")).isEqualTo("Successful");
        assertThat(status.getList("results")).hasSize(1);
        assertThat(status.getMap("results[0].event_data.res"))
                .containsEntry("stdout", "hello world\n")
                .containsEntry("cmd", "echo \"hello world\"; echo aside >&2")
                .containsEntry("response_message", "command on printhost01 ended with exit code 0");
        assertThat(status.getMap("results[0]"))
                .containsEntry("node", "command")
                .containsEntry("host", "printhost01")
                .containsEntry("status", "Successful")
                .containsEntry("rc", 0)
                .containsEntry("stderr", "aside\n");
        assertThat(status.getString("results[0].id")).matches("[0-9]+");
        assertThat(status.getString("results[0].started")).matches("[0-9-]{10} [0-9:]{8}\\.[0-9]{3}");
        assertThat(status.getString("results[0].finished")).matches("[0-9-]{10} [0-9:]{8}\\.[0-9]{3}");
    }

    @Test
    void aCommandThatFailsIsToldWithItsExitCode() {
        var status = run(7, "echo broken >&2; exit 3", Map.of());
        assertThat(status.getString("status")).isEqualTo("Failed");
        assertThat(status.getInt("results[0].rc")).isEqualTo(3);
        assertThat(status.getString("results[0].stderr")).isEqualTo("broken\n");
    }

    @Test
    void theHostIsFoundInAnySpellingAndToldInInventorys() {
        String id = execute(7, Map.of("command_to_execute", "true", "target_host", " MYHOST "))
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        assertThat(ended(7, id).getString("results[0].host")).isEqualTo("Myhost");
    }

    @Test
    void namesIgnoreCaseAndNumbersAreTextsToo() {
        String id = execute(
                        7,
                        Map.of(
                                "Command_To_Execute",
                                "echo ${JOB} ${list}",
                                "TARGET_HOST",
                                "printhost01",
                                "Job",
                                12,
                                "list",
                                new int[] {1, 2}))
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        assertThat(stdout(ended(7, id))).isEqualTo("12 [1,2]\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"extra_vars\":null}",
                "{\"extra_vars\":{\"target_host\":\"printhost01\"}}",
                "{\"extra_vars\":{\"command_to_execute\":\"id\"}}",
                "{\"extra_vars\":{\"command_to_execute\":\" \",\"target_host\":\"printhost01\"}}",
                "{\"extra_vars\":{\"command_to_execute\":\"echo ${a}\",\"a\":\"\\u0000\",\"target_host\":\"printhost01\"}}",
                "{\"extra_vars\":[]}",
                "{",
                ""
            })
    void whatIsMissingOrMalformedIsToldInTheDagEnvelope(String body) {
        given().auth()
                .oauth2(TestTokens.of(7, Role.RUNBOOKS_RUN))
                .contentType("application/json")
                .body(body)
                .post("/api/v1/Execute/7")
                .then()
                .statusCode(400)
                .body("id", nullValue())
                .body("status", equalTo("Fail"));
    }

    @Test
    void anUnknownHostAndAForbiddenOrganisationAreRefusedInTheSameWords() {
        var unknown = execute(7, Map.of("command_to_execute", "id", "target_host", "nohost"));
        var path = execute(7, Map.of("command_to_execute", "id", "target_host", "../7/printhost01"));
        var forbidden = given().auth()
                .oauth2(TestTokens.of(7, Role.RUNBOOKS_RUN))
                .contentType("application/json")
                .body("{\"extra_vars\":{\"command_to_execute\":\"id\",\"target_host\":\"printhost01\"}}")
                .post("/api/v1/Execute/8");
        assertThat(unknown.statusCode()).isEqualTo(403);
        assertThat(unknown.asString()).contains(DENIED);
        assertThat(path.asString()).isEqualTo(unknown.asString());
        assertThat(forbidden.statusCode()).isEqualTo(403);
        assertThat(forbidden.asString()).isEqualTo(unknown.asString());
    }

    @Test
    void noDagIsRegistered() {
        given().auth()
                .oauth2(TestTokens.of(7, Role.RUNBOOKS_RUN))
                .contentType("application/json")
                .body("{\"dag\":\"patch\",\"extra_vars\":{}}")
                .post("/api/v1/Execute/7")
                .then()
                .statusCode(404)
                .body("message", equalTo("There is no dag patch"));
    }

    @Test
    void startingNeedsARoleThatReadingDoesNot() {
        given().auth()
                .oauth2(TestTokens.of(7, Role.TICKETS_READ))
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/Execute/7")
                .then()
                .statusCode(403);
    }

    @Test
    void anotherOrganisationsInteractionIsUnknown() {
        String id = start(7, "true", Map.of());
        status(7, id).then().statusCode(200);
        status(8, id).then().statusCode(404).body("message", equalTo("There is no interaction " + id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "seven", "99999999999999999999"})
    void anUnknownInteractionIs404(String id) {
        status(7, id).then().statusCode(404).body("id", nullValue()).body("status", equalTo("Fail"));
    }

    @Test
    void aHostThatNeedsSshIsRefusedHonestly() {
        String id = execute(7, Map.of("command_to_execute", "id", "target_host", "farhost"))
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        var status = ended(7, id);
        assertThat(status.getString("status")).isEqualTo("Refused");
        assertThat(status.getString("results[0].event_data.res.response_message"))
                .isEqualTo("ssh is not available yet: farhost needs it");
    }
}
