package io.fettle.bench.run;

import java.time.Duration;

/**
 * Processor time that a measurement took.
 *
 * @param servers of Postgres, Kafka and the services
 * @param client of what makes the load
 * @param foreign the share of the machine that other programs took meanwhile, 0 to 1
 */
public record CpuTime(Duration servers, Duration client, double foreign) {}
