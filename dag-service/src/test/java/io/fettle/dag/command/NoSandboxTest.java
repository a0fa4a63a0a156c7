package io.fettle.dag.command;

import static io.fettle.dag.testsupport.Calls.run;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import java.nio.file.Path;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A machine without bubblewrap, or whose kernel refuses it. */
@QuarkusTest
@TestProfile(NoSandboxTest.Machine.class)
class NoSandboxTest {

    public static final class Machine implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("fettle.dag.sandbox.bubblewrap", "no-such-program");
        }
    }

    @ConfigProperty(name = "fettle.dag.directory")
    Path root;

    @Test
    void aCommandIsRefusedWithTheReasonAndNeverRunBare() {
        var status = run(7, "echo bare > mark", Map.of());
        assertThat(status.getString("status")).isEqualTo("Refused");
        assertThat(status.getString("results[0].event_data.res.response_message"))
                .contains("no-such-program", "install bubblewrap");
        assertThat(root.resolve("hosts/7/printhost01/mark")).doesNotExist();
    }

    @Test
    void theServiceIsReadyAndSaysThatItRefuses() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'local commands' }.data.sandbox", startsWith("refused: "));
    }
}
