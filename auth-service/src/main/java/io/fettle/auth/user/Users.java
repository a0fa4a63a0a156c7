package io.fettle.auth.user;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import org.hibernate.exception.ConstraintViolationException;

import io.fettle.auth.form.Faults;
import io.fettle.auth.organisation.Organisations;
import io.fettle.platform.error.ServiceException;

/** The users of the platform. */
@ApplicationScoped
class Users {

    private final Organisations organisations;
    private final Passwords passwords;

    Users(Organisations organisations, Passwords passwords) {
        this.organisations = organisations;
        this.passwords = passwords;
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
                .chain(hash -> Panache.withTransaction(() -> row(email).invoke(row -> row.apply(change, hash))))
                .replaceWithVoid();
    }

    Uni<Void> delete(String email) {
        return Panache.withTransaction(() -> row(email).chain(UserRow::delete));
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
        return UserRow.named(email).onItem().ifNull().failWith(() -> ServiceException.notFound("user", email));
    }
}
