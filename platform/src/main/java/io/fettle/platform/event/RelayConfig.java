package io.fettle.platform.event;

import java.time.Duration;
import java.util.Map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How events leave the outbox. */
@ConfigMapping(prefix = "fettle.relay")
public interface RelayConfig {

    /** The topic of each channel this service publishes to. */
    Map<String, String> topics();

    /** Rows read, sent and marked at a time. */
    @WithDefault("2000")
    int batch();

    /** How long a replica that died keeps its lanes. */
    @WithDefault("10s")
    Duration leaseTime();

    /** How often leases are renewed, and rows looked for whose wake-up was lost with a replica. */
    @WithDefault("1s")
    Duration sweepInterval();
}
