package io.fettle.gateway.door;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the gateway bears with from callers. */
@ConfigMapping(prefix = "fettle.gateway.client")
public interface ClientConfig {

    /** How long a body may take, however little of it comes. */
    @WithDefault("10S")
    Duration bodyGrace();

    /** How much of a body must have come, on the average, for each second beyond that. */
    @WithDefault("1024")
    int bodyBytesPerSecond();
}
