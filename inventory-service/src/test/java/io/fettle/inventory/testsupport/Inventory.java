package io.fettle.inventory.testsupport;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Map;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import io.fettle.platform.caller.Role;
import io.fettle.platform.testsupport.TestTokens;

/**
 * The inventory of one organisation, as its members call it.
 *
 * @param member the organisation the caller belongs to
 */
public record Inventory(int org, int member) {

    public Inventory(int org) {
        this(org, org);
    }

    public ValidatableResponse load(String group, String task, Object body) {
        return as(Role.INVENTORY_WRITE)
                .contentType("application/json")
                .body(body)
                .put("/v2/inventory/hostname/{org}/{group}/{task}", org, group, task)
                .then();
    }

    public void has(Map<?, ?>... items) {
        load("1", "TASK1", List.of(items)).statusCode(200);
    }

    public ValidatableResponse ofTask(String group, String task) {
        return as(Role.INVENTORY_WRITE)
                .get("/v2/inventory/hostname/{org}/{group}/{task}", org, group, task)
                .then();
    }

    /** @param parameters name, value, name, value … */
    public ValidatableResponse search(String... parameters) {
        RequestSpecification call = as(Role.RUNBOOKS_RUN);
        for (int i = 0; i < parameters.length; i += 2) {
            call.queryParam(parameters[i], parameters[i + 1]);
        }
        return call.get("/v2/inventory/ci/{org}", org).then();
    }

    public ValidatableResponse host(String name) {
        return as(Role.SERVICE).get("/internal/hosts/{org}/{name}", org, name).then();
    }

    public RequestSpecification as(String... roles) {
        return given().auth().oauth2(TestTokens.of(member, roles));
    }
}
