package io.fettle.dag.command;

import static io.fettle.dag.testsupport.Calls.run;
import static io.fettle.dag.testsupport.Calls.stdout;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SandboxTest {

    @Inject
    SandboxProbe probe;

    @ConfigProperty(name = "fettle.dag.directory")
    String directory;

    @BeforeEach
    void requireBubblewrap() {
        assertThat(probe.refusal().await().indefinitely())
                .as("These tests need bubblewrap: apt-get update && apt-get install -y bubblewrap")
                .isEmpty();
    }

    @Test
    void readinessTellsThatLocalCommandsHaveTheirSandbox() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'local commands' }.data.sandbox", equalTo("bubblewrap"));
    }

    @Test
    void aCommandSeesNothingOfTheMachinesFiles() {
        var status = run(
                7, "cat /etc/passwd; cat /etc/shadow; ls ${directory}; ls /root /home", Map.of("directory", directory));
        assertThat(stdout(status)).doesNotContain("root:x:0:0:root:/root").doesNotContain("place");
        assertThat(status.getString("results[0].stderr"))
                .contains("/etc/shadow", directory, "/root", "/home")
                .contains("No such file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/here",
                "/usr/here",
                "/etc/here",
                "/dev/here",
                "/run/here",
                "/proc/sys/kernel/core_pattern",
                "/proc/sys/kernel/hostname",
                "/proc/sysrq-trigger",
                "/etc/passwd",
                "/run/command"
            })
    void aCommandCannotWriteOutsideOfItsWorkspace(String file) {
        var status = run(7, "(: >> ${file}) 2>/dev/null && echo open || echo closed", Map.of("file", file));
        assertThat(stdout(status)).isEqualTo("closed\n");
    }

    @Test
    void theNetworkIsCut() {
        var status = run(7, "cut -d: -f1 -s /proc/net/dev | tr -d ' '", Map.of());
        assertThat(stdout(status)).isEqualTo("lo\n");
    }

    @Test
    void aCommandHasNoPowersAndNoUser() {
        var status =
                run(7, "id -u; grep -h -e CapEff -e CapBnd /proc/self/status; unshare -U true || echo none", Map.of());
        assertThat(stdout(status)).isEqualTo("65534\nCapEff:\t0000000000000000\nCapBnd:\t0000000000000000\nnone\n");
    }

    @Test
    void aCommandSeesNoProcessesButItsOwnAndNothingOfThisServicesEnvironment() {
        var status = run(7, "cat /proc/[0-9]*/comm | sort -u | tr '\\n' ' '; env | sort", Map.of());
        assertThat(stdout(status)).doesNotContain("java").contains("timeout").doesNotContain("SECRET");
    }

    @Test
    void aCommandHoldsNoFilesButItsOwnThreeStreams() {
        var status = run(7, "for f in /proc/$$/fd/*; do readlink $f; done; cat /proc/1/environ", Map.of());
        assertThat(stdout(status)).contains("/stdout", "/stderr").doesNotContain("arguments", "/status", "SECRET");
    }

    @Test
    void aWorkspaceLastsAndIsTheHostsOfOneOrganisation() {
        run(8, "echo mine > mark; cp mark /tmp/mark", Map.of());
        assertThat(stdout(run(8, "cat mark; cat /tmp/mark", Map.of()))).isEqualTo("mine\n");
        assertThat(stdout(run(9, "ls -A /workspace; cat ../8/printhost01/mark; cat mark", Map.of())))
                .isEmpty();
    }

    @Test
    void hostileParametersArriveByteForByteAndRunNothing() {
        var values = new LinkedHashMap<String, String>();
        values.put("a", "$(touch owned)");
        values.put("b", "`touch owned`");
        values.put("c", "'\"; touch owned; echo \"'");
        values.put("d", "line 1\nline 2\n --setenv X\n\\");
        values.put("e", "é 😀 ${PATH} $((1)) * ~ \u0001");
        values.put("f", "--bind\n/\n/x");
        var status = run(10, "printf '<%s>' ${a} \"${b}\" ${c} \"x${d}\" ${e} ${f}; ls -A | wc -l; ls -d /x", values);
        assertThat(stdout(status))
                .isEqualTo(
                        "<%s><%s><%s><x%s><%s><%s>0\n".formatted(values.values().toArray()));
    }

    @Test
    void aFileHasALimit() {
        var status = run(7, "head -c 300M /dev/zero > big; stat -c %s big; rm big", Map.of());
        assertThat(stdout(status)).isEqualTo("268435456\n");
    }

    @Test
    void temporaryFilesAndMemoryHaveALimit() {
        var status = run(7, "head -c 100M /dev/zero > /tmp/big || stat -c %s /tmp/big", Map.of());
        assertThat(stdout(status)).isEqualTo("67108864\n");
    }
}
