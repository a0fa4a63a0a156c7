package io.fettle.dag.host;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How hosts are looked up. */
@ConfigMapping(prefix = "fettle.dag.host")
interface HostConfig {

    /** How long an answer of inventory is good for. Only hosts that exist are kept. */
    @WithDefault("3s")
    Duration cacheTime();
}
