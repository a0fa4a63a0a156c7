package io.fettle.dag.command;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells whether local commands are run or refused. The service is ready either way. */
@Readiness
@ApplicationScoped
class SandboxReadiness implements AsyncHealthCheck {

    private final SandboxProbe probe;

    SandboxReadiness(SandboxProbe probe) {
        this.probe = probe;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return probe.refusal()
                .map(refusal -> HealthCheckResponse.named("local commands")
                        .up()
                        .withData(
                                "sandbox",
                                refusal.map(reason -> "refused: " + reason).orElse("bubblewrap"))
                        .build());
    }
}
