package io.fettle.auth.user;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import org.hibernate.exception.ConstraintViolationException;

import io.fettle.auth.form.Faults;
import io.fettle.auth.grant.Grants;
import io.fettle.auth.organisation.Organisations;
import io.fettle.platform.error.ServiceException;

/** The users of the platform. */
@ApplicationScoped
class Users {

    private final Organisations organisations;
    private final Passwords passwords;
    private final Grants grants;

    Users(Organisations organisations, Passwords passwords, Grants grants) {
        this.organisations = organisations;
        this.passwords = passwords;
        this.grants = grants;
    }

    /** @throws ServiceException if the body is malformed or the address is taken */
    Uni<Void> create(UserChange user) {
        return refuse(user.faultsOfNew(), user.orgs())
                .chain(() -> passwords.hash(user.password()))
                .chain(hash -> insert(UserRow.of(user.email()).apply(user, hash)));
    }

    /** Changes what is given; the rest stays. */
    Uni<Void> change(String email, UserChange change) {
        return refuse(change.faultsOfChange(email), change.orgs())
                .chain(() ->
                        change.password() == null ? Uni.createFrom().nullItem() : passwords.hash(change.password()))
                .chain(hash -> Panache.withTransaction(() -> locked(email).chain(row -> change(row, change, hash))))
                .invoke(grants::tell);
    }

    private Uni<Void> change(UserRow row, UserChange change, String hash) {
        boolean endsGrant = row.endsGrant(change);
        row.apply(change, hash);
        return endsGrant ? renewGrant(row) : Uni.createFrom().voidItem();
    }

    /** Ends all tokens of the user. Whoever has the password gets new ones. */
    Uni<Void> revoke(String email) {
        return Panache.withTransaction(() -> locked(email).chain(this::renewGrant))
                .invoke(grants::tell);
    }

    Uni<Void> delete(String email) {
        return Panache.withTransaction(
                        () -> locked(email).call(row -> grants.end(row.grant)).chain(UserRow::delete))
                .invoke(grants::tell);
    }

    private Uni<Void> renewGrant(UserRow row) {
        return grants.end(row.grant)
                .chain(grants::next)
                .invoke(next -> row.grant = next)
                .replaceWithVoid();
    }

    Uni<User> require(String email) {
        return Panache.withSession(() -> row(email)).map(UserRow::toUser);
    }

    /**
     * The next users in the order of their addresses, at most {@code most} of them.
     *
     * @param email empty for the first of them
     */
    Uni<List<User>> after(String email, int most) {
        if (!email.isEmpty() && !Email.isValid(email)) {
            throw ServiceException.invalid("The parameter after must be the Next of the page before");
        }
        return Panache.withSession(() -> UserRow.<UserRow>find("email > ?1", Sort.by("email"), email)
                        .page(0, most)
                        .list())
                .map(rows -> rows.stream().map(UserRow::toUser).toList());
    }

    /** Gives a user another password, which ends all tokens. @param hash of the password */
    Uni<Void> changePassword(String email, String hash) {
        return Panache.withTransaction(() ->
                        locked(email).invoke(row -> row.passwordHash = hash).chain(this::renewGrant))
                .invoke(grants::tell);
    }

    static Uni<Void> insert(UserRow row) {
        return Panache.withTransaction(row::persistAndFlush)
                .onFailure(ConstraintViolationException.class)
                .transform(e -> ServiceException.notPossible("User " + row.email + " exists already"))
                .replaceWithVoid();
    }

    /** Adds the fault that only the database shows, and refuses if there is any. */
    private Uni<Void> refuse(Faults faults, Set<Integer> orgs) {
        return organisations
                .unknown(orgs == null ? Set.of() : orgs)
                .invoke(unknown -> unknown.forEach(org -> faults.add("Orgs", "has an unknown organization: " + org)))
                .invoke(faults::refuse)
                .replaceWithVoid();
    }

    private static Uni<UserRow> row(String email) {
        return require(UserRow.named(email), email);
    }

    private static Uni<UserRow> locked(String email) {
        return require(UserRow.locked(email), email);
    }

    private static Uni<UserRow> require(Uni<UserRow> row, String email) {
        return row.onItem().ifNull().failWith(() -> ServiceException.notFound("user", email));
    }
}
