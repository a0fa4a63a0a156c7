package io.fettle.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many calls one may make (contract section 1, rate). Each replica of the gateway counts for itself. */
@ConfigMapping(prefix = "fettle.gateway.limit")
public interface LimitConfig {

    /** Of one user, with whatever token. */
    @WithDefault("1000")
    int userPerSecond();

    /** Of all users together in one organisation; calls whose path names none do not count. */
    @WithDefault("2000")
    int organisationPerSecond();

    /** For how many seconds' worth of calls may come at once after a pause. */
    @WithDefault("5")
    int burstSeconds();
}
