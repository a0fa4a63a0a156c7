package io.fettle.platform.event;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.fettle.platform.row.Rows;

/** Wakes the relays of the other replicas, through Postgres. A lost one is made good by the relay's sweep. */
@ApplicationScoped
class Notifications {

    private static final long RECONNECT_PAUSE_MILLIS = 500;

    private final Rows rows;
    private final String channel;
    private final PgSubscriber subscriber;

    Notifications(
            Rows rows,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.rows = rows;
        this.channel = "outbox_" + user; // a database's channels are shared by all its schemas
        this.subscriber = PgSubscriber.subscriber(
                vertx, PgConnectOptions.fromUri(url).setUser(user).setPassword(password));
    }

    void send() {
        rows.ofNoOrganisation().execute("notify " + channel).subscribe().with(sent -> {}, lost -> {});
    }

    void listen(Runnable wake) {
        subscriber.reconnectPolicy(attempt -> RECONNECT_PAUSE_MILLIS);
        subscriber.channel(channel).handler(payload -> wake.run());
        subscriber.connect();
    }

    @PreDestroy
    void close() {
        subscriber.close();
    }
}
