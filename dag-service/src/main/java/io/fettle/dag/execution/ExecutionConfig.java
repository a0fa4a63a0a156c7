package io.fettle.dag.execution;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What holds for an execution that does not say otherwise. */
@ConfigMapping(prefix = "fettle.dag.execution")
interface ExecutionConfig {

    /** After this time a command is stopped. */
    @WithDefault("10m")
    Duration timeout();
}
