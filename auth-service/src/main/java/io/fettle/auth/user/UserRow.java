package io.fettle.auth.user;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;

@Entity
@Table(name = "user_account")
class UserRow extends PanacheEntityBase {

    @Id
    String email;

    @Column(name = "password_hash")
    String passwordHash;

    Integer[] orgs = {};
    String[] roles = {};
    boolean active = true;

    /** What the user's tokens are issued under; the database numbers the first one. */
    @Column(name = "grant_number", insertable = false)
    long grant;

    static UserRow of(String email) {
        var row = new UserRow();
        row.email = email;
        return row;
    }

    /** {@code null} if there is none. What cannot be an address is not asked for: the database chokes on some of it. */
    static Uni<UserRow> named(String email) {
        return Email.isValid(email) ? findById(email) : Uni.createFrom().nullItem();
    }

    /** Keeps others from changing it until the transaction ends. {@code null} if there is none. */
    static Uni<UserRow> locked(String email) {
        return Email.isValid(email)
                ? findById(email, LockModeType.PESSIMISTIC_WRITE)
                : Uni.createFrom().nullItem();
    }

    /** Whether what its tokens say, or that there are any, is no longer right after the change. */
    boolean endsGrant(UserChange change) {
        return change.password() != null
                || change.orgs() != null && !change.orgs().equals(Set.of(orgs))
                || change.roles() != null && !change.roles().equals(Set.of(roles))
                || change.active() != null && change.active() != active;
    }

    /** @param hash of the new password; {@code null} if there is none */
    UserRow apply(UserChange change, String hash) {
        passwordHash = hash == null ? passwordHash : hash;
        orgs = change.orgs() == null ? orgs : sorted(change.orgs(), Integer[]::new);
        roles = change.roles() == null ? roles : sorted(change.roles(), String[]::new);
        active = change.active() == null ? active : change.active();
        return this;
    }

    User toUser() {
        return new User(email, List.of(orgs), List.of(roles), active);
    }

    Identity toIdentity() {
        return new Identity(email, Set.of(orgs), Set.of(roles), grant);
    }

    private static <T> T[] sorted(Collection<T> items, IntFunction<T[]> array) {
        return items.stream().sorted().toArray(array);
    }
}
