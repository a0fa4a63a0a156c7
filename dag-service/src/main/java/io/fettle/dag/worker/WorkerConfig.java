package io.fettle.dag.worker;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How nodes are worked on. */
@ConfigMapping(prefix = "fettle.dag.worker")
interface WorkerConfig {

    /** Nodes under way at once in this replica. */
    @WithDefault("4")
    int parallel();

    /** How long a worker that died keeps its nodes. Renewed three times in that time. */
    @WithDefault("10s")
    Duration leaseTime();

    /** How often expired leases and due retries are looked for. */
    @WithDefault("1s")
    Duration sweepInterval();

    /** The longest pause before a node is tried again. */
    @WithDefault("10s")
    Duration longestPause();

    /**
     * How long a node waits for the machine that may have started it, after its lease; then its outcome is unknown.
     */
    @WithDefault("10m")
    Duration patience();
}
