package io.fettle.bench.run;

import java.io.IOException;
import java.util.List;

/**
 * Measures one thing the platform does, and the least that Postgres or Kafka alone need for the same. Each side begins
 * on a settled stack and checks afterwards that the rows or records are there.
 */
public interface Bench {

    /** Under which it is asked for and reported: B1. */
    String id();

    /** What it measures, in a few words. */
    String title();

    /** One of what is counted: row, post. */
    String operation();

    List<Target> targets();

    /** What both sides need, once. */
    void prepare() throws IOException;

    /**
     * Measures the platform.
     *
     * @param round 0 for the warm-up
     * @throws CheckFailed when not exactly what was acknowledged is there
     */
    Sample ours(int round) throws IOException;

    /** Measures the reference. See {@link #ours}. */
    Sample reference(int round) throws IOException;
}
