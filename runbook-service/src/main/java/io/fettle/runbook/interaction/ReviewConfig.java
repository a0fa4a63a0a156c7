package io.fettle.runbook.interaction;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How tickets without a runbook are looked at again. */
@ConfigMapping(prefix = "fettle.runbook.review")
interface ReviewConfig {

    /** Tickets read at a time. */
    @WithDefault("100")
    int batch();

    /** How often reviews are looked for that ended with the replica that had begun them. */
    @WithDefault("30s")
    Duration sweepInterval();
}
