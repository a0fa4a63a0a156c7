package io.fettle.vault.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Row;
import org.junit.jupiter.api.Test;

import io.fettle.platform.caller.Role;
import io.fettle.platform.testsupport.Tables;
import io.fettle.vault.testsupport.Vault;

@QuarkusTest
class AuditTest {

    @Test
    void everyDeedHasItsEntry() {
        var vault = new Vault(401);
        vault.has("token", "first");
        vault.has("token", "second");
        vault.read("token");
        vault.read("token", 1);
        vault.delete("token");
        assertThat(entries(401))
                .extracting(
                        row -> row.getString("action") + " " + row.getString("name") + " " + row.getInteger("version"))
                .containsExactly("WRITE token 1", "WRITE token 2", "READ token 2", "READ token 1", "DELETE token 2");
        assertThat(entries(401)).allSatisfy(row -> {
            assertThat(row.getString("actor")).isEqualTo("connector@example.org");
            assertThat(Duration.between(row.getOffsetDateTime("at"), OffsetDateTime.now()))
                    .isLessThan(Duration.ofMinutes(1));
        });
    }

    @Test
    void anEntryNamesTheCallAndOneWithoutANameGetsOne() {
        var vault = new Vault(402);
        vault.has("token", "value");
        for (String id : List.of("my-request.7", "bad id", "x".repeat(65))) {
            vault.as(Role.SECRETS_READ)
                    .header("X-Request-Id", id)
                    .get("/v2/secret/InternalVault/token/402")
                    .then()
                    .statusCode(200);
        }
        List<Row> entries = entries(402);
        assertThat(entries.get(1).getString("request_id")).isEqualTo("my-request.7");
        assertThat(entries)
                .filteredOn(row -> !row.getString("request_id").equals("my-request.7"))
                .hasSize(3)
                .allMatch(row -> row.getString("request_id").matches("[0-9]{10,20}"));
    }

    @Test
    void whatWasRefusedOrNotThereLeavesNoEntryOfADeed() {
        var vault = new Vault(403);
        vault.read("unknown").statusCode(404);
        vault.delete("unknown").statusCode(404);
        vault.write("token", "{}").statusCode(400);
        assertThat(entries(403)).isEmpty();
    }

    @Test
    void withoutAnEntryNoValueIsTold() {
        var vault = new Vault(404);
        vault.has("token", "canary");
        Tables.run("alter table audit_entry add constraint ck_test check (org <> 404) not valid");
        try {
            vault.read("token").statusCode(500).body(not(containsString("canary")));
            vault.write("token", "{\"Value\":\"second\"}").statusCode(500);
            vault.write("other", "{\"Value\":\"first\"}").statusCode(500);
            vault.delete("token").statusCode(500);
        } finally {
            Tables.run("alter table audit_entry drop constraint ck_test");
        }
        vault.read("token").body("Result", equalTo("canary"));
        vault.list().body("Result.Name", not(empty())).body("Result.Version", equalTo(List.of(1)));
    }

    @Test
    void anEntryThatFailsAtTheCommitKeepsTheValueInToo() {
        var vault = new Vault(405);
        vault.has("token", "canary");
        Tables.run("create function refuse() returns trigger language plpgsql as"
                + " 'begin raise exception ''no entry''; end'");
        Tables.run("create constraint trigger tr_test after insert on audit_entry deferrable initially deferred"
                + " for each row when (new.org = 405) execute function refuse()");
        try {
            vault.read("token").statusCode(500).body(not(containsString("canary")));
        } finally {
            Tables.run("drop trigger tr_test on audit_entry");
            Tables.run("drop function refuse");
        }
        assertThat(entries(405)).hasSize(1);
    }

    private List<Row> entries(int org) {
        return Tables.run("select * from audit_entry where org = " + org + " order by id");
    }
}
