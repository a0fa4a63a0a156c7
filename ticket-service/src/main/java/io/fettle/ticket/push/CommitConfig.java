package io.fettle.ticket.push;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How pushes share commits. */
@ConfigMapping(prefix = "fettle.ticket.commit")
public interface CommitConfig {

    /** Commits under way at a time, each on a connection of its own. */
    @WithDefault("3")
    int places();

    /**
     * Tickets that begin another commit while a short one is under way; fewer share the one after it, because a commit
     * costs as much as several tickets.
     */
    @WithDefault("20")
    int leastTickets();

    /** Tickets of one commit, so that a small push does not wait for many large ones. */
    @WithDefault("1000")
    int mostTickets();
}
