package io.fettle.runbook.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.platform.caller.Role;
import io.fettle.platform.testsupport.TestTokens;
import io.fettle.runbook.testsupport.ARunbook;

@QuarkusTest
class RunbookResourceTest {

    private static final String CONTRACT_SAMPLE = """
            {"RunbookId":"7611", "RunbookName":"restart-spooler", "RunbookUserFriendlyName":"Restart the print spooler",
             "RunbookDescription":"…", "RunbookToolId":1, "ModuleIds":["1",9],
             "Executable":{"Type":"Command","Command":"systemctl restart ${service}","TargetHost":"${host}"},
             "Match":[{"Field":"Summary","Operator":"Regex","Value":"(?i)spooler"}],
             "Parameters":[{"Name":"host","Required":true,"Field":"Description","RegEx":"server ([\\\\w.-]+)",
                 "DefaultValue":"","IsPasswordParam":false}, {"Name":"service","DefaultValue":"spooler"}],
             "AutoMode":true, "Threshold":0.7, "TimeOutPeriod":"10Min"}
            """;

    @Test
    void aRunbookIsReadBackAsItWasWritten() {
        post(101, CONTRACT_SAMPLE)
                .statusCode(200)
                .body("Status", equalTo("Success"))
                .body("Id", containsString(""));
        admin(101)
                .get("/v2/runbook/orgentityid/101/7611")
                .then()
                .statusCode(200)
                .body("Count", equalTo(1))
                .body("Result.RunbookName", equalTo("restart-spooler"))
                .body("Result.ModuleIds", equalTo(List.of("1", "9")))
                .body("Result.Executable.Command", equalTo("systemctl restart ${service}"))
                .body(
                        "Result.Match",
                        equalTo(List.of(Map.of("Field", "Summary", "Operator", "Regex", "Value", "(?i)spooler"))))
                .body("Result.Parameters[0].RegEx", equalTo("server ([\\w.-]+)"))
                .body("Result.Parameters[1].Required", equalTo(false))
                .body("Result.Threshold", equalTo(0.7f))
                .body("Result.IsActive", equalTo(true));
    }

    @Test
    void aRunbookWithoutAnIdGetsTheIdOfTheAnswer() {
        String id = post(102, ARunbook.called(null).build())
                .statusCode(200)
                .extract()
                .path("Id");
        assertThat(id).matches("[0-9]{10,19}");
        admin(102)
                .get("/v2/runbook/orgentityid/102/" + id)
                .then()
                .statusCode(200)
                .body("Result.RunbookId", equalTo(id));
    }

    @Test
    void anIdThatExistsIsRefusedAndNothingOfTheArrayIsStored() {
        post(103, ARunbook.called("b").build()).statusCode(200);
        post(103, List.of(ARunbook.called("a").build(), ARunbook.called("b").build()))
                .statusCode(422)
                .body("Message", equalTo("There is a runbook b already"));
        admin(103).get("/v2/runbook/orgentityid/103").then().body("Result.RunbookId", equalTo(List.of("b")));
    }

    @Test
    void theListIsSortedById() {
        post(104, List.of(ARunbook.called("b").build(), ARunbook.called("a").build()))
                .statusCode(200);
        run(104).get("/v2/runbook/orgentityid/104")
                .then()
                .statusCode(200)
                .body("Count", equalTo(2))
                .body("Result.RunbookId", equalTo(List.of("a", "b")));
    }

    @Test
    void aReplacedRunbookHasItsNewDefinition() {
        post(105, ARunbook.called("a").build()).statusCode(200);
        admin(105)
                .body(ARunbook.called(null).named("other").inactive().build())
                .put("/v2/runbook/orgentityid/105/a")
                .then()
                .statusCode(200);
        run(105).get("/v2/runbook/orgentityid/105/a")
                .then()
                .body("Result.RunbookName", equalTo("other"))
                .body("Result.IsActive", equalTo(false));
    }

    @Test
    void aBodyThatContradictsThePathIsRefused() {
        admin(105)
                .body(ARunbook.called("b").build())
                .put("/v2/runbook/orgentityid/105/a")
                .then()
                .statusCode(400)
                .body("Errors[0].Field", equalTo("RunbookId"));
    }

    @Test
    void aDeletedRunbookIsGone() {
        post(106, ARunbook.called("a").build()).statusCode(200);
        admin(106).delete("/v2/runbook/orgentityid/106/a").then().statusCode(200);
        admin(106).get("/v2/runbook/orgentityid/106/a").then().statusCode(404);
        admin(106).delete("/v2/runbook/orgentityid/106/a").then().statusCode(404);
        admin(106)
                .body(ARunbook.called("a").build())
                .put("/v2/runbook/orgentityid/106/a")
                .then()
                .statusCode(404);
        run(106).get("/v2/runbook/orgentityid/106").then().statusCode(200).body("Result", empty());
    }

    @Test
    void allFaultsAreToldAtOnce() {
        String faulty = """
                [{"RunbookName":"fine","Executable":{"Type":"Command","Command":"true","TargetHost":"h"}},
                 {"RunbookId":"../x","Threshold":1.5,"TimeOutPeriod":"soon","ModuleIds":["incident"],
                  "Executable":{"Type":"Command","Command":"echo ${nobody} ${host"},
                  "Match":[{"Field":"Summary","Operator":"Regex","Value":"("},{"Field":"Summary","Operator":"Like","Value":"x"},{}],
                  "Parameters":[{"Name":"host","RegEx":"["},{"Name":"Host"},{"Name":"a b"},{},
                      {"Name":"pw","IsPasswordParam":true},null]}]
                """;
        var errors = post(107, faulty).statusCode(400).extract().jsonPath().<Map<String, Object>>getList("Errors");
        assertThat(errors).allSatisfy(error -> assertThat(error).containsEntry("Index", 1));
        assertThat(errors.stream().map(error -> error.get("Field") + " " + error.get("Message")))
                .contains(
                        "RunbookName is required",
                        "Threshold must be between 0 and 1",
                        "TimeOutPeriod must be a number and a unit, like 90Sec, 10Min, 2Hour or 1Day",
                        "ModuleIds must be numbers of modules: 1 incident, 2 change request task,"
                                + " 3 service request task, 4 problem, 5 sub task, 9 event, 13 vulnerability",
                        "Match[1].Operator must be one of Contains, Equals, StartsWith, Regex",
                        "Match[2].Field is required",
                        "Match[2].Operator is required",
                        "Match[2].Value is required",
                        "Parameters[1].Name is the name of another parameter",
                        "Parameters[2].Name must be letters, digits and underscores, and not begin with a digit",
                        "Parameters[3].Name is required",
                        "Parameters[4].IsPasswordParam must be false: secret parameters are not supported yet",
                        "Parameters[5] must be a parameter",
                        "Executable.Command has ${nobody}, which is no parameter",
                        "Executable.TargetHost is required")
                .anyMatch(error -> error.startsWith("RunbookId must be"))
                .anyMatch(error -> error.startsWith("Match[0].Value is no regular expression (RE2): "))
                .anyMatch(error -> error.startsWith("Parameters[0].RegEx is no regular expression (RE2): "))
                .hasSize(18);
        run(107).get("/v2/runbook/orgentityid/107").then().body("Result", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dag", "Script", "External", "command;"})
    void anotherTypeOfExecutableIsRefusedForNow(String type) {
        post(108, "{\"RunbookName\":\"x\",\"Executable\":{\"Type\":\"" + type + "\"}}")
                .statusCode(400)
                .body("Errors", hasSize(1))
                .body("Errors[0].Field", equalTo("Executable.Type"))
                .body("Errors[0].Message", equalTo("must be Command: other types are not supported yet"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[null]", "null", "", "7"})
    void aBodyWithoutARunbookIsRefused(String body) {
        post(108, body).statusCode(400).body("Status", equalTo("Fail"));
    }

    @Test
    void anIdTwiceInOneArrayIsRefused() {
        post(108, List.of(ARunbook.called("a").build(), ARunbook.called("a").build()))
                .statusCode(400)
                .body("Errors[0].Index", equalTo(1))
                .body("Errors[0].Message", equalTo("is given twice"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v2/runbook/orgentityid/109",
        "PUT, /v2/runbook/orgentityid/109/a",
        "DELETE, /v2/runbook/orgentityid/109/a"
    })
    void writingNeedsTheAdministratorsRole(String method, String path) {
        run(109).body(ARunbook.called("a").build()).request(method, path).then().statusCode(403);
    }

    @Test
    void anotherOrganisationsRunbooksAreOutOfReach() {
        post(110, ARunbook.called("a").build()).statusCode(200);
        admin(111).get("/v2/runbook/orgentityid/110/a").then().statusCode(403);
        admin(111).get("/v2/runbook/orgentityid/111/a").then().statusCode(404);
        given().get("/v2/runbook/orgentityid/110").then().statusCode(401);
    }

    private static ValidatableResponse post(int org, Object body) {
        return admin(org).body(body).post("/v2/runbook/orgentityid/" + org).then();
    }

    private static RequestSpecification admin(int org) {
        return given().contentType("application/json").auth().oauth2(TestTokens.of(org, Role.RUNBOOKS_ADMIN));
    }

    private static RequestSpecification run(int org) {
        return given().contentType("application/json").auth().oauth2(TestTokens.of(org, Role.RUNBOOKS_RUN));
    }
}
