package io.fettle.gateway.upstream;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the gateway talks to the services behind it. */
@ConfigMapping(prefix = "fettle.gateway.upstream")
public interface UpstreamConfig {

    /** The most connections to one service. */
    @WithDefault("128")
    int connections();

    /** The most calls that wait for a connection; the next is answered 503. */
    @WithDefault("1000")
    int waiting();

    /** After how long a service that does not accept a connection counts as away. */
    @WithDefault("2S")
    Duration connectTimeout();

    /** How long an unused connection is kept; shorter than the services keep theirs. */
    @WithDefault("30S")
    Duration keepAlive();

    /** After how long without a byte in either direction a call counts as broken off. */
    @WithDefault("60S")
    Duration silence();

    /** For how long a service is left alone when half of its last calls found it away. */
    @WithDefault("1S")
    Duration rest();
}
