package io.fettle.runbook.testsupport;

import static io.restassured.RestAssured.given;

import io.fettle.platform.caller.Role;
import io.fettle.platform.testsupport.TestTokens;

/** Fills an organisation's catalogue over HTTP. */
public final class Catalogue {

    private Catalogue() {}

    public static void add(int org, ARunbook... runbooks) {
        for (ARunbook runbook : runbooks) {
            given().contentType("application/json")
                    .auth()
                    .oauth2(TestTokens.of(org, Role.RUNBOOKS_ADMIN))
                    .body(runbook.build())
                    .post("/v2/runbook/orgentityid/" + org)
                    .then()
                    .statusCode(200);
        }
    }

    public static void replace(int org, String id, ARunbook runbook) {
        given().contentType("application/json")
                .auth()
                .oauth2(TestTokens.of(org, Role.RUNBOOKS_ADMIN))
                .body(runbook.build())
                .put("/v2/runbook/orgentityid/" + org + "/" + id)
                .then()
                .statusCode(200);
    }
}
