package io.fettle.ticket.retention;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long what grows is kept. Tickets stay. */
@ConfigMapping(prefix = "fettle.ticket.retention")
public interface RetentionConfig {

    /** The history of tickets; whole months (UTC) are dropped once all of them is older. */
    @WithDefault("400d")
    Duration history();

    /** What became of each push. */
    @WithDefault("30d")
    Duration receipts();

    /** The ids of events whose effect is committed: longer than Kafka keeps a record, or it might have its effect twice. */
    @WithDefault("30d")
    Duration inbox();

    /** How often is looked after it. The months to come are made then, too. */
    @WithDefault("6h")
    Duration interval();
}
