package io.fettle.dag.testsupport;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

import io.fettle.platform.caller.Role;
import io.fettle.platform.testsupport.TestTokens;

/** The two calls of contract section 8, as a connector makes them. */
public final class Calls {

    private Calls() {}

    public static Response execute(int org, Map<String, ?> extraVars) {
        return execute(org, org, extraVars);
    }

    /** @param member the organisation the caller belongs to */
    public static Response execute(int org, int member, Map<String, ?> extraVars) {
        return given().auth()
                .oauth2(TestTokens.of(member, Role.RUNBOOKS_RUN))
                .contentType("application/json")
                .body(Map.of("extra_vars", extraVars))
                .post("/api/v1/Execute/" + org);
    }

    /** Starts a command on {@code printhost01}. @return the interaction id */
    public static String start(int org, String command, Map<String, ?> parameters) {
        var extraVars = new HashMap<String, Object>(parameters);
        extraVars.put("command_to_execute", command);
        extraVars.put("target_host", "printhost01");
        return execute(org, extraVars).then().statusCode(200).extract().path("id");
    }

    public static Response status(int org, String id) {
        return status(org, org, id);
    }

    /** @param member the organisation the caller belongs to */
    public static Response status(int org, int member, String id) {
        return given().auth().oauth2(TestTokens.of(member, Role.TICKETS_READ)).get("/api/v1/status/" + org + "/" + id);
    }

    /** The status once the execution has ended. */
    public static JsonPath ended(int org, String id) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> status(org, id).jsonPath(), status -> !"In Progress".equals(status.getString("status")));
    }

    /** Runs a command to its end. */
    public static JsonPath run(int org, String command, Map<String, ?> parameters) {
        return ended(org, start(org, command, parameters));
    }

    public static String stdout(JsonPath status) {
        return status.getString("results[0].event_data.res.stdout");
    }
}
