package io.fettle.vault.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.fettle.platform.testsupport.Tables;
import io.fettle.vault.testsupport.Vault;

@QuarkusTest
class DataKeysTest {

    @Inject
    DataKeys running;

    @Test
    void underAnotherMasterKeyTheServiceDoesNotStart() throws Throwable {
        new Vault(101).has("db-password", "a value");
        running.atStart(null);
        var restarted = new DataKeys(MasterKeyTest.aMasterKey(), Clock.systemUTC());
        assertThatThrownBy(() -> restarted.atStart(null))
                .hasMessageContaining("FETTLE_VAULT_MASTER_KEY does not open the data key");
    }

    @Test
    void anOrganisationHasOneKeyAndNoneOfThemIsAnothers() {
        new Vault(102).has("a", "1");
        new Vault(102).has("b", "2");
        new Vault(103).has("a", "1");
        assertThat(Tables.run("select distinct wrapped from data_key where org in (102, 103)"))
                .hasSize(2);
    }
}
