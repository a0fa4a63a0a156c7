package io.fettle.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.fettle.platform.caller.Role;
import io.fettle.platform.testsupport.TableSecurity;
import io.fettle.platform.testsupport.Tables;
import io.fettle.platform.testsupport.WithoutOrganisationCheck;
import io.fettle.vault.testsupport.Vault;

/** The service does not check the caller's organisation here: Postgres does. */
@QuarkusTest
@TestProfile(WithoutOrganisationCheck.class)
class RowSecurityTest {

    private static final int ORG = 901;
    private static final int STRANGERS = 902;

    private final Vault own = new Vault(ORG);
    private final Vault stranger = new Vault(ORG, STRANGERS);

    @BeforeEach
    void aSecretIsThere() {
        own.has("token", "ours");
    }

    @Test
    void aStrangerReadsNothing() {
        long audited = audited();
        stranger.read("token").statusCode(404);
        stranger.read("token", 1).statusCode(404);
        stranger.list().statusCode(200).body("Result", empty());
        assertThat(audited()).isEqualTo(audited);
        own.read("token").statusCode(200).body("Result", equalTo("ours"));
        own.list().body("Result.Name", contains("token"));
    }

    @Test
    void aStrangerChangesNothing() {
        stranger.write("token", Map.of("Value", "forged")).statusCode(403).body("Status", equalTo("Fail"));
        stranger.write("other", Map.of("Value", "forged")).statusCode(403);
        stranger.delete("token").statusCode(404);
        own.read("token").statusCode(200).body("Result", equalTo("ours"));
        own.list().body("Result.Name", contains("token"));
    }

    @Test
    void aStrangerMakesNoKeyForAnother() {
        new Vault(903, STRANGERS).write("token", Map.of("Value", "forged")).statusCode(403);
        assertThat(Tables.count("select count(*) from data_key where org = 903"))
                .isZero();
    }

    @Test
    void ourOwnServicesReadEachSecret() {
        new Vault(ORG, STRANGERS)
                .as(Role.SERVICE)
                .get("/v2/secret/InternalVault/token/{org}", ORG)
                .then()
                .statusCode(200)
                .body("Result", equalTo("ours"));
    }

    @Test
    void eachTableHoldsTheLine() {
        TableSecurity.everyTableIsSecured();
        TableSecurity.everyViewIsReadWithTheRightsOfItsReader();
        TableSecurity.aStatementThatSaysNothingSeesNothing(ORG);
        TableSecurity.whatIsDoneForOneTouchesNoRowOfAnother(ORG, STRANGERS);
    }

    private static long audited() {
        return Tables.count("select count(*) from audit_entry where org = $1", ORG);
    }
}
