package io.fettle.auth.federation;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;

import io.fettle.auth.user.Guests;
import io.fettle.platform.error.ServiceException;

/** The issuers whose users are let in here. A wrong configuration ends the start. */
@Singleton
@Startup
public class Federation {

    private static final Logger LOG = Logger.getLogger(Federation.class);

    /** Fetches at once: an issuer that is slow does not hold up another. */
    private static final int THREADS = 4;

    private static final Duration LONGEST_FETCH = Duration.ofSeconds(10);

    private final Map<String, Issuer> issuers = new HashMap<>();
    private final Guests guests;
    private final Clock clock;
    private final WorkerExecutor workers;

    Federation(FederationConfig config, Guests guests, Clock clock, io.vertx.mutiny.core.Vertx vertx) {
        this.guests = guests;
        this.clock = clock;
        workers = vertx.createSharedWorkerExecutor("federation", THREADS);
        config.issuers().forEach(this::add);
    }

    public boolean isOff() {
        return issuers.isEmpty();
    }

    /**
     * Who the user of another issuer's token is here.
     *
     * @return fails with {@link NotAdmitted}, or with a {@link ServiceException} if the issuer's keys cannot be had
     */
    public Uni<Guest> admit(String token) {
        ForeignToken foreign = ForeignToken.of(token);
        Issuer issuer = issuers.get(foreign.issuer());
        if (issuer == null) {
            throw new NotAdmitted("The subject token is of no issuer that is known here");
        }
        // Keys come on the thread of whoever asked for them first; what follows goes on with this call's own.
        return issuer.map(foreign)
                .emitOn(MutinyHelper.executor(Vertx.currentContext()))
                .chain(this::admit);
    }

    private Uni<Guest> admit(Issuer.Mapped user) {
        if (user.roles().isEmpty() || user.orgs().isEmpty()) {
            throw new NotAdmitted("The user of the subject token has no role or no organisation here");
        }
        return guests.admit(user.email(), user.orgs(), user.roles())
                .map(identity -> identity.map(known -> new Guest(known, user.until()))
                        .orElseThrow(() -> new NotAdmitted(
                                "The user of the subject token has no e-mail address, or an account here")));
    }

    private void add(String name, FederationConfig.Issuer config) {
        try {
            var source = new KeySource(config.issuer(), config.jwksUrl());
            var keys = new IssuerKeys(() -> fetch(name, source), clock);
            if (issuers.put(config.issuer(), new Issuer(config, keys, clock)) != null) {
                throw new IllegalArgumentException("There are two of " + config.issuer());
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("fettle.auth.federation." + name + ": " + e.getMessage(), e);
        }
    }

    private Uni<List<JsonWebKey>> fetch(String name, KeySource source) {
        return workers.executeBlocking(source::fetch, false)
                .ifNoItem()
                .after(LONGEST_FETCH)
                .fail()
                .onFailure()
                .invoke(e -> LOG.warnf("The keys of the issuer %s cannot be had: %s", name, e))
                .onFailure()
                .transform(e -> ServiceException.unavailable(name + " identity"));
    }
}
