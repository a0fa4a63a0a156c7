package io.fettle.local;

import java.util.List;

/** What the processes of a stack are made for. The numbers are measured: see the README. */
public enum Sizing {

    /** One machine and a few users: a short start and little memory, not the highest speed. */
    LAPTOP(
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k"),
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xms24m",
                    "-Xmn8m",
                    "-Xmx112m",
                    "-XX:MinHeapFreeRatio=15",
                    "-XX:MaxHeapFreeRatio=30",
                    "-Xss512k",
                    "-XX:MetaspaceSize=96m",
                    "-XX:MaxMetaspaceSize=128m",
                    "-XX:ReservedCodeCacheSize=48m"),
            List.of()),

    /** Load: what two cores give, without limits for a user. No checkpoint falls into one measurement and not into the next. */
    LOAD(
            List.of("-XX:+UseParallelGC"),
            List.of(
                    "-XX:+UseParallelGC",
                    "-Xms512m",
                    "-Xmx512m",
                    "-Dquarkus.vertx.event-loops-pool-size=1",
                    "-Dfettle.gateway.limit.user-per-second=1000000",
                    "-Dfettle.gateway.limit.organisation-per-second=1000000"),
            List.of("shared_buffers=1GB", "max_wal_size=16GB", "checkpoint_timeout=1h"));

    private final List<String> server;
    private final List<String> service;
    private final List<String> postgres;

    Sizing(List<String> server, List<String> service, List<String> postgres) {
        this.server = server;
        this.service = service;
        this.postgres = postgres;
    }

    /** Of {@code java}, for the servers: Postgres does its work outside of Java. */
    List<String> server() {
        return server;
    }

    /** Of {@code java}, for a service. */
    List<String> service() {
        return service;
    }

    /** Of the database, {@code NAME=VALUE}, where they are not its defaults. */
    List<String> postgres() {
        return postgres;
    }
}
