package io.fettle.vault.secret;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.platform.caller.Role;
import io.fettle.platform.testsupport.TestTokens;
import io.fettle.vault.testsupport.Vault;

@QuarkusTest
class SecretResourceTest {

    @Test
    void whatWasWrittenIsReadInTheContractsEnvelope() {
        var vault = new Vault(201);
        vault.write("db-password", "{\"value\":\"correct horse\"}")
                .statusCode(200)
                .body("Status", equalTo("Success"))
                .body("Message", equalTo("Secret saved successfully"))
                .body("Id.toLong() > 0", equalTo(true));
        var answer = vault.read("db-password").statusCode(200).header("Cache-Control", equalTo("no-store"));
        assertThat(answer.extract().asString())
                .isEqualTo("{\"Count\":1,\"Result\":\"correct horse\",\"Status\":\"Success\",\"Message\":\"Success\"}");
    }

    @Test
    void aValueIsKeptByteForByte() {
        String key = "-----BEGIN KEY-----\r\n\tü€😀\\\"'\u0000 \n" + "x".repeat(100_000) + "\n ";
        new Vault(202).has("ssh-key", key);
        new Vault(202).read("ssh-key").body("Result", equalTo(key));
    }

    @Test
    void aWriteMakesANewVersionAndTheOldOnesStayReadable() {
        var vault = new Vault(203);
        vault.has("token", "first");
        vault.has("token", "second");
        vault.read("token").body("Result", equalTo("second"));
        vault.read("token", 1).body("Result", equalTo("first"));
        vault.read("token", 2).body("Result", equalTo("second"));
        vault.read("token", 3).statusCode(404);
        vault.read("token", "x").statusCode(404);
    }

    @Test
    void writesAtOnceEachGetAVersionOfTheirOwn() {
        var vault = new Vault(204);
        var writes = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.runAsync(() -> vault.has("token", "value")))
                .toList();
        writes.forEach(CompletableFuture::join);
        vault.list().body("Result.Version", contains(8));
        IntStream.rangeClosed(1, 8)
                .forEach(version -> vault.read("token", version).statusCode(200).body("Result", equalTo("value")));
    }

    @Test
    void theListTellsNamesAndVersionsAndNoValue() {
        var vault = new Vault(205);
        vault.list().statusCode(200).body("Count", equalTo(0)).body("Result", empty());
        vault.has("b", "canary");
        vault.has("a", "canary");
        vault.has("a", "canary");
        var answer = vault.list()
                .statusCode(200)
                .body("Result.Name", contains("a", "b"))
                .body("Result.Version", contains(2, 1))
                .body("Result[0].CreatedBy", equalTo("connector@example.org"))
                .body("Result[0].CreatedDate", matchesPattern("20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}"));
        assertThat(answer.extract().asString()).doesNotContain("canary");
        vault.as(Role.SECRETS_READ)
                .get("/v2/secret/InternalVault/205?after=a")
                .then()
                .body("Result.Name", contains("b"));
    }

    @Test
    void aDeletedSecretIsGoneWithAllVersionsAndItsNumbersAreNotUsedAgain() {
        var vault = new Vault(206);
        vault.has("token", "first");
        vault.has("token", "second");
        vault.delete("token").statusCode(200).body("Message", equalTo("Secret deleted successfully"));
        vault.read("token").statusCode(404);
        vault.read("token", 1).statusCode(404);
        vault.list().body("Result", empty());
        vault.delete("token").statusCode(404);
        vault.has("token", "third");
        vault.list().body("Result.Version", contains(3));
        vault.read("token").body("Result", equalTo("third"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"Value\":null}", "{\"Value\":\"\"}", "{\"Value\":\"\\ud800\"}", "null", ""})
    void aWriteWithoutAValueIsRefused(String body) {
        new Vault(207)
                .write("token", body)
                .statusCode(400)
                .body("Id", nullValue())
                .body("Errors.Field", contains("Value"));
    }

    @Test
    void allFaultsOfAWriteAreTold() {
        new Vault(208).write("-x", "{}").statusCode(400).body("Errors.Field", contains("name", "Value"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "\0", "a b", "-x"})
    void whatIsNoSecretIsNotFound(String name) {
        var vault = new Vault(209);
        vault.read(name).statusCode(404).body("Status", equalTo("Fail")).body("Result", empty());
        vault.read(name, 1).statusCode(404);
        vault.delete(name).statusCode(404);
    }

    @Test
    void anotherToolsSecretsAreNotHere() {
        var vault = new Vault(210);
        vault.has("token", "value");
        vault.as(Role.SECRETS_READ)
                .get("/v2/secret/CyberArk/token/210")
                .then()
                .statusCode(404)
                .body("Message", equalTo("There is no vault CyberArk"));
        vault.as(Role.SECRETS_WRITE)
                .contentType("application/json")
                .body(Map.of("Value", "other"))
                .put("/v2/secret/CyberArk/token/210")
                .then()
                .statusCode(404);
        vault.as(Role.SECRETS_WRITE)
                .delete("/v2/secret/CyberArk/token/210")
                .then()
                .statusCode(404);
        vault.as(Role.SECRETS_READ)
                .get("/v2/secret/internalvault/token/210")
                .then()
                .body("Result", equalTo("value"));
    }

    @Test
    void readingAndWritingAreRolesOfTheirOwnAndServicesOnlyRead() {
        var vault = new Vault(211);
        vault.has("token", "value");
        String path = "/v2/secret/InternalVault/token/211";
        for (String role : List.of(Role.SECRETS_WRITE, Role.ADMIN, Role.RUNBOOKS_ADMIN)) {
            vault.as(role).get(path).then().statusCode(403);
        }
        for (String role : List.of(Role.SECRETS_READ, Role.ADMIN, Role.SERVICE)) {
            vault.as(role).delete(path).then().statusCode(403);
            vault.as(role)
                    .contentType("application/json")
                    .body(Map.of("Value", "x"))
                    .put(path)
                    .then()
                    .statusCode(403);
        }
        vault.as(Role.ADMIN).get("/v2/secret/InternalVault/211").then().statusCode(403);
        given().get(path).then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.of(1, Role.SERVICE))
                .get(path)
                .then()
                .statusCode(200)
                .body("Result", equalTo("value"));
    }

    @Test
    void anotherOrganisationIsRefusedWhetherTheSecretExistsOrNot() {
        new Vault(212).has("token", "value");
        var stranger = new Vault(213);
        for (String path : List.of("/token/212", "/unknown/212", "/212")) {
            stranger.as(Role.SECRETS_READ, Role.SECRETS_WRITE)
                    .get("/v2/secret/InternalVault" + path)
                    .then()
                    .statusCode(403)
                    .body("Message", equalTo("The organisation or role does not permit this call"));
        }
        stranger.read("token").statusCode(404);
    }
}
