package io.fettle.auth.organisation;

import static io.fettle.auth.testsupport.Calls.accessToken;
import static io.fettle.auth.testsupport.Calls.asAdministrator;
import static io.fettle.auth.testsupport.Calls.saveOrganisation;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.auth.testsupport.TestSecrets;

@QuarkusTest
class OrganisationResourceTest {

    private static final Map<String, String> IRISH = Map.of("IST", "Europe/Dublin");

    @Test
    void aSavedOrganisationReadsBack() {
        saveOrganisation(Map.of(
                        "OrgId",
                        101,
                        "Name",
                        "Acme",
                        "TimeZone",
                        "Asia/Kolkata",
                        "ZoneOverrides",
                        Map.of("IST", "Europe/Dublin", "CST", "Asia/Shanghai")))
                .statusCode(200)
                .body("Id", matchesPattern("\\d+"))
                .body("Status", equalTo("Success"));
        asAdministrator()
                .get("/v2/organizations/101")
                .then()
                .statusCode(200)
                .body("Count", equalTo(1))
                .body("Result.OrgId", equalTo(101))
                .body("Result.Name", equalTo("Acme"))
                .body("Result.TimeZone", equalTo("Asia/Kolkata"))
                .body("Result.ZoneOverrides", equalTo(Map.of("IST", "Europe/Dublin", "CST", "Asia/Shanghai")));
    }

    @Test
    void withoutAZoneAnOrganisationIsInGmt() {
        saveOrganisation(Map.of("OrgId", "102", "Name", "Acme")).statusCode(200);
        asAdministrator()
                .get("/v2/organizations/102")
                .then()
                .body("Result.TimeZone", equalTo("GMT"))
                .body("Result.ZoneOverrides", aMapWithSize(0));
    }

    @Test
    void aChangeTouchesWhatItNamesOnly() {
        saveOrganisation(Map.of("OrgId", 103, "Name", "Acme", "ZoneOverrides", Map.of("IST", "Asia/Jerusalem")));
        change(103, Map.of("TimeZone", "Europe/Berlin"));
        change(103, Map.of("OrgId", 103, "Name", "Acme 2"));
        asAdministrator()
                .get("/v2/organizations/103")
                .then()
                .body("Result.Name", equalTo("Acme 2"))
                .body("Result.TimeZone", equalTo("Europe/Berlin"))
                .body("Result.ZoneOverrides.IST", equalTo("Asia/Jerusalem"));
        change(103, Map.of("ZoneOverrides", Map.of("CST", "Asia/Shanghai")));
        asAdministrator()
                .get("/v2/organizations/103")
                .then()
                .body("Result.ZoneOverrides", equalTo(Map.of("CST", "Asia/Shanghai")));
    }

    @Test
    void changesAtTheSameTimeDoNotUndoEachOther() {
        String token = accessToken(TestSecrets.ADMIN, TestSecrets.ADMIN_PASSWORD);
        var clients = Executors.newFixedThreadPool(8);
        for (int id = 120; id < 140; id++) {
            int org = id;
            saveOrganisation(Map.of("OrgId", org, "Name", "Acme"));
            Stream.of(Map.of("Name", "Acme 2"), Map.of("TimeZone", "Asia/Tokyo"), Map.of("ZoneOverrides", IRISH))
                    .map(change -> CompletableFuture.runAsync(() -> change(token, org, change), clients))
                    .toList()
                    .forEach(CompletableFuture::join);
            asAdministrator()
                    .get("/v2/organizations/" + org)
                    .then()
                    .body("Result.Name", equalTo("Acme 2"))
                    .body("Result.TimeZone", equalTo("Asia/Tokyo"))
                    .body("Result.ZoneOverrides", equalTo(IRISH));
        }
        clients.shutdown();
    }

    @Test
    void theListHasEachWithItsOverrides() {
        saveOrganisation(Map.of("OrgId", 104, "Name", "Acme", "ZoneOverrides", Map.of("IST", "Asia/Jerusalem")));
        saveOrganisation(Map.of("OrgId", 105, "Name", "Acme"));
        asAdministrator()
                .get("/v2/organizations?after=103")
                .then()
                .statusCode(200)
                .body("Result.OrgId", hasItem(105))
                .body("Result[0].OrgId", equalTo(104))
                .body("Result[0].ZoneOverrides.IST", equalTo("Asia/Jerusalem"))
                .body("Next", nullValue());
    }

    @Test
    void aTakenNumberIsNotPossible() {
        saveOrganisation(Map.of("OrgId", 106, "Name", "Acme")).statusCode(200);
        saveOrganisation(Map.of("OrgId", 106, "Name", "Other"))
                .statusCode(422)
                .body("Id", nullValue())
                .body("Status", equalTo("Fail"));
    }

    @Test
    void everyFaultIsToldAtOnce() {
        saveOrganisation(Map.of("OrgId", 0, "TimeZone", "Mars/Base", "ZoneOverrides", Map.of("IST", "+05:30")))
                .statusCode(400)
                .body("Errors.Field", equalTo(List.of("OrgId", "Name", "TimeZone", "ZoneOverrides.IST")));
    }

    @ParameterizedTest
    @CsvSource({
        "OrgId, -1",
        "OrgId, 99999999999",
        "Name, ' '",
        "Name, 'with\u0000control'",
        "TimeZone, IST",
        "TimeZone, SystemV/EST5",
        "TimeZone, +05:30",
        "TimeZone, ''"
    })
    void aFieldAtFaultIsNamed(String field, String value) {
        var body = new HashMap<String, Object>(Map.of("OrgId", 107, "Name", "Acme"));
        body.put(field, value);
        saveOrganisation(body).statusCode(400).body("Errors.Field", hasItem(field));
    }

    @Test
    void theNumberInTheBodyIsTheOneInThePath() {
        saveOrganisation(Map.of("OrgId", 108, "Name", "Acme"));
        asAdministrator()
                .body(Map.of("OrgId", 109))
                .put("/v2/organizations/108")
                .then()
                .statusCode(400)
                .body("Errors[0].Field", equalTo("OrgId"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[", "7"})
    void aBodyWithoutAnOrganisationIsRefused(String body) {
        asAdministrator()
                .body(body)
                .post("/v2/organizations")
                .then()
                .statusCode(400)
                .body("Status", equalTo("Fail"));
    }

    @Test
    void anUnknownOrganisationIsNotFound() {
        asAdministrator().get("/v2/organizations/9999").then().statusCode(404).body("Count", equalTo(0));
        asAdministrator()
                .body(Map.of("Name", "x"))
                .put("/v2/organizations/9999")
                .then()
                .statusCode(404)
                .body("Id", nullValue());
    }

    @Test
    void withoutATokenNothingIsToldOrDone() {
        given().get("/v2/organizations").then().statusCode(401);
        given().contentType("application/json")
                .body(Map.of("OrgId", 110, "Name", "Acme"))
                .post("/v2/organizations")
                .then()
                .statusCode(401);
    }

    private static void change(int id, Map<String, ?> body) {
        change(accessToken(TestSecrets.ADMIN, TestSecrets.ADMIN_PASSWORD), id, body);
    }

    private static void change(String token, int id, Map<String, ?> body) {
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .put("/v2/organizations/" + id)
                .then()
                .statusCode(200);
    }
}
