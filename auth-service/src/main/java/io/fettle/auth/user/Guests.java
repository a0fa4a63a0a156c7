package io.fettle.auth.user;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Users that somebody else has proven: they have no account here, and get none. */
@ApplicationScoped
public class Guests {

    /**
     * The identity of a guest.
     *
     * @param email as the other has it
     * @return empty if it is no address, or names a user that has an account here: that one's roles are kept here, and
     *     whoever is disabled here stays out
     */
    public Uni<Optional<Identity>> admit(String email, Set<Integer> orgs, Set<String> roles) {
        String canonical = Email.canonical(email);
        if (!Email.isValid(canonical)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return Panache.withSession(() -> UserRow.named(canonical))
                .map(row -> row == null ? Optional.of(new Identity(canonical, orgs, roles, null)) : Optional.empty());
    }
}
