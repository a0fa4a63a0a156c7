package io.fettle.vault.testsupport;

import static io.restassured.RestAssured.given;

import java.util.Map;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import io.fettle.platform.caller.Role;
import io.fettle.platform.testsupport.TestTokens;

/**
 * The vault of one organisation, as its members call it.
 *
 * @param member the organisation the caller belongs to
 */
public record Vault(int org, int member) {

    private static final String SECRET = "/v2/secret/InternalVault/{name}/{org}";

    public Vault(int org) {
        this(org, org);
    }

    public void has(String name, String value) {
        write(name, Map.of("Value", value)).statusCode(200);
    }

    public ValidatableResponse write(String name, Object body) {
        return as(Role.SECRETS_WRITE)
                .contentType("application/json")
                .body(body)
                .put(SECRET, name, org)
                .then();
    }

    public ValidatableResponse read(String name) {
        return as(Role.SECRETS_READ).get(SECRET, name, org).then();
    }

    public ValidatableResponse read(String name, Object version) {
        return as(Role.SECRETS_READ)
                .queryParam("version", version)
                .get(SECRET, name, org)
                .then();
    }

    public ValidatableResponse delete(String name) {
        return as(Role.SECRETS_WRITE).delete(SECRET, name, org).then();
    }

    public ValidatableResponse list() {
        return as(Role.SECRETS_WRITE).get("/v2/secret/InternalVault/{org}", org).then();
    }

    public RequestSpecification as(String... roles) {
        return given().auth().oauth2(TestTokens.of(member, roles));
    }
}
