package io.fettle.auth.testsupport;

import static io.restassured.RestAssured.given;

import java.util.Map;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Calls as clients make them. Every token is one that {@code /token} issued. */
public final class Calls {

    private Calls() {}

    public static ValidatableResponse login(String email, String password) {
        return token(Map.of("grant_type", "password", "username", email, "password", password));
    }

    public static ValidatableResponse token(Map<String, String> fields) {
        return given().formParams(fields).post("/token").then();
    }

    public static String accessToken(String email, String password) {
        return login(email, password).statusCode(200).extract().path("access_token");
    }

    public static RequestSpecification asAdministrator() {
        return as(TestSecrets.ADMIN, TestSecrets.ADMIN_PASSWORD);
    }

    public static RequestSpecification as(String email, String password) {
        return given().auth().oauth2(accessToken(email, password)).contentType("application/json");
    }

    public static ValidatableResponse saveOrganisation(Map<String, ?> body) {
        return asAdministrator().body(body).post("/v2/organizations").then();
    }

    public static ValidatableResponse saveUser(Map<String, ?> body) {
        return asAdministrator().body(body).post("/v2/users").then();
    }
}
