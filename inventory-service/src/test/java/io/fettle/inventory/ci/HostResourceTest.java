package io.fettle.inventory.ci;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.inventory.testsupport.Inventory;
import io.fettle.platform.caller.Role;
import io.fettle.platform.testsupport.TestTokens;

@QuarkusTest
class HostResourceTest {

    private static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGx0aGlzaXNub3RhcmVhbGtleQ==";

    @Test
    void aLocalHostIsFoundInAnyCaseWithNothingElseToKnow() {
        var inventory = new Inventory(201);
        inventory.has(Map.of("HostName", "PrintHost01", "Connection", Map.of("Type", "Local", "User", "")));
        for (String name : new String[] {"PrintHost01", "printhost01", "PRINTHOST01"}) {
            assertThat(inventory.host(name).statusCode(200).extract().asString())
                    .isEqualTo("{\"hostName\":\"PrintHost01\",\"type\":\"local\",\"address\":null,\"port\":null,"
                            + "\"user\":null,\"secretName\":null,\"hostKey\":null}");
        }
    }

    @Test
    void aRemoteHostComesWithAllThatSshNeeds() {
        var inventory = new Inventory(202);
        inventory.has(Map.of(
                "HostName",
                "web01",
                "Connection",
                Map.of(
                        "Type",
                        "ssh",
                        "Address",
                        "fe80::1",
                        "Port",
                        "2222",
                        "User",
                        "CORP\\ops",
                        "SecretName",
                        "web-ops",
                        "HostKey",
                        KEY)));
        inventory
                .host("web01")
                .body("type", equalTo("ssh"))
                .body("address", equalTo("fe80::1"))
                .body("port", equalTo(2222))
                .body("user", equalTo("CORP\\ops"))
                .body("secretName", equalTo("web-ops"))
                .body("hostKey", equalTo(KEY));
    }

    @Test
    void aHostOfWhichNobodySaidHowToReachItIsNeverLocal() {
        var inventory = new Inventory(203);
        inventory.has(Map.of("HostName", "web01"));
        inventory
                .host("WEB01")
                .body("type", equalTo("ssh"))
                .body("address", equalTo("web01"))
                .body("port", equalTo(22));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "\0", "a b", "%"})
    void whatIsNoHostOfTheOrganisationIsNotFound(String name) {
        new Inventory(204).has(Map.of("HostName", "web01"));
        new Inventory(205).host(name).statusCode(404).body("Status", equalTo("Fail"));
        new Inventory(205).host("web01").statusCode(404);
    }

    @Test
    void onlyOurOwnServicesMayAskAndTheyForEveryOrganisation() {
        var inventory = new Inventory(206);
        inventory.has(Map.of("HostName", "web01"));
        inventory
                .as(Role.INVENTORY_WRITE, Role.RUNBOOKS_ADMIN, Role.ADMIN)
                .get("/internal/hosts/206/web01")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(TestTokens.of(1, Role.SERVICE))
                .get("/internal/hosts/206/web01")
                .then()
                .statusCode(200);
    }
}
