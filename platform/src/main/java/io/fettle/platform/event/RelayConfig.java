package io.fettle.platform.event;

import java.time.Duration;
import java.util.Map;

import io.quarkus.runtime.configuration.MemorySize;
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

    /** Bytes of events read at a time: a ticket may have 1 MiB of text. A larger event goes alone. */
    @WithDefault("8M")
    MemorySize batchSize();

    /** How long Kafka may take for a batch before it is sent anew. */
    @WithDefault("30s")
    Duration patience();

    /** How long a replica that died keeps its lanes. */
    @WithDefault("10s")
    Duration leaseTime();

    /** How often leases are renewed, and rows looked for whose wake-up was lost with a replica. */
    @WithDefault("1s")
    Duration sweepInterval();
}
