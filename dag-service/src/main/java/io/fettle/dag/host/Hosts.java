package io.fettle.dag.host;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import io.fettle.platform.error.ServiceException;

/** The hosts of the organisations, asked from inventory-service. */
@ApplicationScoped
public class Hosts {

    private static final Logger LOG = Logger.getLogger(Hosts.class);

    /** A host's name becomes a folder's: nothing else can be one. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,254}");

    private static final int MOST_KEPT = 1000;

    private record Key(int org, String hostName) {}

    private record Known(Host host, Instant until) {}

    private final InventoryClient inventory;
    private final ServiceToken token;
    private final HostConfig config;
    private final Clock clock;
    private final Map<Key, Known> known = new ConcurrentHashMap<>();
    private volatile boolean failing;

    Hosts(@RestClient InventoryClient inventory, ServiceToken token, HostConfig config, Clock clock) {
        this.inventory = inventory;
        this.token = token;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The host of that name; empty if the organisation has none.
     *
     * <p>Fails with {@link ServiceException.Kind#UNAVAILABLE} while inventory or auth-service does not answer.
     */
    public Uni<Optional<Host>> find(int org, String hostName) {
        if (!NAME.matcher(hostName).matches()) {
            return Uni.createFrom().item(Optional.empty());
        }
        Known kept = known.get(new Key(org, hostName));
        return kept != null && clock.instant().isBefore(kept.until())
                ? Uni.createFrom().item(Optional.of(kept.host()))
                : ask(org, hostName);
    }

    private Uni<Optional<Host>> ask(int org, String hostName) {
        return token.get()
                .chain(bearer -> inventory.find(org, hostName, "Bearer " + bearer))
                .invoke(host -> keep(new Key(org, hostName), host))
                .map(Optional::of)
                .onFailure(Hosts::isUnknown)
                .recoverWithItem(Optional.empty())
                .onFailure()
                .transform(this::unavailable);
    }

    private void keep(Key key, Host host) {
        if (known.size() >= MOST_KEPT) {
            known.clear();
        }
        failing = false;
        known.put(key, new Known(host, clock.instant().plus(config.cacheTime())));
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof WebApplicationException e && e.getResponse().getStatus() == 404;
    }

    private Throwable unavailable(Throwable failure) {
        token.forget();
        if (!failing) {
            failing = true;
            LOG.warnf("Inventory cannot be asked: %s", failure);
        }
        return ServiceException.unavailable("inventory");
    }
}
