package io.fettle.e2e.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.e2e.EndToEnd;
import io.fettle.e2e.security.Wire.Answer;
import io.fettle.local.Service;
import io.fettle.local.Stack;

/** What is for the operator is on the management port, and however it is spelled not on the public one. */
@EndToEnd
class OperatorPathTest {

    private static Wire gateway;
    private static Wire management;
    private static String administrator;

    @BeforeAll
    static void knowBothPorts(Stack stack) throws IOException {
        gateway = new Wire(stack.settings().gatewayPort());
        management = new Wire(stack.settings().readinessPort(Service.GATEWAY));
        administrator = Users.header(new Users(stack).administrator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/ready", "/q/health/live"})
    void theManagementPortAnswers(String path) {
        Answer answer = management.call("GET", path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("status").asText()).isEqualTo("UP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q",
                "/q/",
                "/q/health",
                "/q/health/",
                "/q/health/ready",
                "/q/health/live",
                "/q/health/started",
                "/q/health/group/x",
                "/q/metrics",
                "/q/openapi",
                "/q/openapi?format=json",
                "/q/swagger-ui",
                "/q/dev",
                "/q/dev-ui",
                "/q/info",
                "/q/arc",
                "/Q/Health",
                "/Q/METRICS",
                "//q//health",
                "/q///dev/",
                "/%71/health",
                "/%51/HEALTH",
                "/q/%68ealth",
                "/swagger/q/health",
                "/token/q/health",
                "/v2/q/health",
                "/health",
                "/metrics"
            })
    void thePublicPortDoesNotKnowThem(String path) throws IOException {
        refused(path, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q;/health",
                "/q;x=1/health",
                "/q/health;",
                "/;/q/health",
                "/q%2Fhealth",
                "/q%2fmetrics",
                "%2Fq/health",
                "/%2Fq/health",
                "/q%5Chealth",
                "/q\\health",
                "/./q/health",
                "/q/./health",
                "/swagger/../q/health",
                "/swagger/assets/../../q/health",
                "/swagger/%2e%2e/q/health",
                "/%2571/health",
                "/q%00/health",
                "/q/health%0a",
                "/%c1%b1/health",
                "q/health",
                "http://fettle.example/q/health"
            })
    void tricksAreRefused(String path) throws IOException {
        refused(path, 400);
    }

    private static void refused(String path, int status) throws IOException {
        Envelope.V2_READ.requireFailure(gateway.call("GET", path), status);
        Envelope.V2_READ.requireFailure(gateway.call("GET", path, administrator), status);
    }
}
