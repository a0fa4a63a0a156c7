package io.fettle.vault.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.util.Base64;
import java.util.HexFormat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import io.fettle.platform.testsupport.Tables;
import io.fettle.vault.testsupport.Database;
import io.fettle.vault.testsupport.Log;
import io.fettle.vault.testsupport.Vault;

/** What someone gets who reads or writes the tables, or reads the logs. */
@QuarkusTest
class ProtectionTest {

    private static final String CANARY = "canary-4711-in-the-vault";

    @Test
    void noRowOfNoTableShowsTheValue() {
        new Vault(301).has("token", CANARY);
        new Vault(301).read("token").body("Result", equalTo(CANARY));
        byte[] bytes = CANARY.getBytes(UTF_8);
        assertThat(Database.everything())
                .anyMatch(row -> row.contains("token"))
                .noneMatch(row -> row.contains(CANARY)
                        || row.contains(HexFormat.of().formatHex(bytes))
                        || row.contains(Base64.getEncoder().encodeToString(bytes)));
    }

    @Test
    void aValueMovedToAnotherNameDoesNotOpen() {
        var vault = new Vault(302);
        vault.has("mine", CANARY);
        vault.has("yours", "other");
        move("name = 'mine'", "name = 'yours'", 302);
        refused(vault.read("yours"));
        vault.read("mine").body("Result", equalTo(CANARY));
    }

    @Test
    void aValueMovedToAnotherVersionDoesNotOpen() {
        var vault = new Vault(303);
        vault.has("token", CANARY);
        vault.has("token", "new");
        move("version = 1", "version = 2", 303);
        refused(vault.read("token"));
    }

    @Test
    void aValueMovedToAnotherOrganisationDoesNotOpenWithItsKeyOrWithout() {
        new Vault(304).has("token", CANARY);
        new Vault(305).has("token", "other");
        Tables.run("update secret_version set sealed = (select sealed from secret_version where org = 304)"
                + " where org = 305");
        refused(new Vault(305).read("token"));
        Tables.run("update data_key set wrapped = (select wrapped from data_key where org = 304) where org = 305");
        refused(new Vault(305).read("token"));
        Tables.run("delete from secret_version where org = 305");
        Tables.run("delete from data_key where org = 305");
    }

    @Test
    void nothingOfAValueIsLoggedAtDebug() {
        var vault = new Vault(306);
        try (var log = Log.ofEverything()) {
            vault.has("token", CANARY);
            vault.read("token").body("Result", equalTo(CANARY));
            vault.write("token", "{\"Value\":{\"" + CANARY + "\":\"" + CANARY + "\"}}")
                    .statusCode(400);
            vault.write("token", "{\"Value\":\"" + CANARY).statusCode(400);
            vault.write("-", "{\"Value\":\"" + CANARY + "\"}").statusCode(400);
            vault.delete("token").statusCode(200);
            assertThat(log.lines()).anyMatch(line -> line.contains("insert into audit_entry"));
            assertThat(log.lines()).filteredOn(line -> line.contains(CANARY)).isEmpty();
        }
    }

    @Test
    void aPostedValueDoesNotPrintItself() {
        assertThat(new SecretValue(CANARY)).hasToString("SecretValue[…]");
    }

    private void move(String from, String to, int org) {
        Tables.run("update secret_version set sealed = (select sealed from secret_version where " + from + " and org = "
                + org + ") where " + to + " and org = " + org);
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(500).body(not(containsString(CANARY))).body("Status", equalTo("Fail"));
    }
}
