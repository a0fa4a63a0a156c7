package io.fettle.auth.user;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import io.fettle.platform.caller.Role;
import io.fettle.platform.error.ServiceException;

/** Sees to it at start that the administrator of the environment can sign in. */
@ApplicationScoped
class FirstAdministrator {

    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class);

    private final AdministratorConfig config;
    private final Users users;
    private final Passwords passwords;

    FirstAdministrator(AdministratorConfig config, Users users, Passwords passwords) {
        this.config = config;
        this.users = users;
        this.passwords = passwords;
    }

    /** Runs on the main thread before the port opens: a service nobody can administer does not start. */
    void atStart(@Observes StartupEvent event) throws Throwable {
        if (config.email().isEmpty()) {
            LOG.info("FETTLE_ADMIN_EMAIL is not set: no administrator is created");
            return;
        }
        String email = Email.canonical(config.email().get());
        String password = config.password().orElse("");
        if (!Email.isValid(email) || password.isBlank()) {
            throw new IllegalStateException(
                    "FETTLE_ADMIN_EMAIL must be an address, and FETTLE_ADMIN_PASSWORD not blank");
        }
        PasswordRule.check(password, email).ifPresent(fault -> LOG.warnf("The administrator's password %s", fault));
        VertxContextSupport.subscribeAndAwait(() -> ensure(email, password));
    }

    /** Creates the administrator, or gives the one that is there this password. @param email canonical */
    Uni<Void> ensure(String email, String password) {
        return Panache.withSession(() -> UserRow.named(email))
                .chain(row -> row == null ? create(email, password) : renew(row, password));
    }

    private Uni<Void> create(String email, String password) {
        var administrator = new UserChange(email, password, Set.of(), Set.of(Role.ADMIN), true);
        return passwords
                .hash(password)
                .chain(hash -> Users.insert(UserRow.of(email).apply(administrator, hash))
                        .onFailure(ServiceException.class)
                        .recoverWithNull()); // another replica was first
    }

    private Uni<Void> renew(UserRow row, String password) {
        return passwords
                .matches(password, row.passwordHash)
                .chain(matches -> matches
                        ? Uni.createFrom().voidItem()
                        : passwords.hash(password).chain(hash -> users.changePassword(row.email, hash)));
    }
}
