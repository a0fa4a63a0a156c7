package io.fettle.auth.user;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Proves users by their passwords. */
@ApplicationScoped
public class Logins {

    private final Passwords passwords;
    private final WrongPasswords wrongPasswords;

    Logins(Passwords passwords, WrongPasswords wrongPasswords) {
        this.passwords = passwords;
        this.wrongPasswords = wrongPasswords;
    }

    /**
     * Who signs in; empty for an unknown user, a wrong password and an inactive user alike, after the same time.
     *
     * @param email as the user wrote it
     * @param source the caller's network address
     * @return fails with {@link TooManyAttempts} if the user has to wait
     */
    public Uni<Optional<Identity>> verify(String email, String password, String source) {
        String canonical = Email.canonical(email);
        String counted = Email.isValid(canonical) ? canonical : ""; // of any length: not to be kept
        Duration pause = wrongPasswords.pause(counted, source);
        if (pause.compareTo(Duration.ZERO) > 0) {
            return Uni.createFrom().failure(new TooManyAttempts(pause));
        }
        return verify(canonical, password).invoke(identity -> {
            if (identity.isPresent()) {
                wrongPasswords.right(counted, source);
            } else {
                wrongPasswords.wrong(counted, source);
            }
        });
    }

    private Uni<Optional<Identity>> verify(String email, String password) {
        return Panache.withSession(() -> UserRow.named(email))
                .chain(row -> passwords
                        .matches(password, row == null ? null : row.passwordHash)
                        .chain(matches -> matches && row.active
                                ? renew(row, password).replaceWith(Optional.of(row.toIdentity()))
                                : Uni.createFrom().item(Optional.empty())));
    }

    /** A login is the only time when the password is at hand to be hashed with stronger parameters. */
    private Uni<Void> renew(UserRow row, String password) {
        if (!passwords.isOutdated(row.passwordHash)) {
            return Uni.createFrom().voidItem();
        }
        return passwords
                .hash(password)
                .chain(hash -> Panache.withTransaction(() -> UserRow.update(
                        "passwordHash = ?1 where email = ?2 and passwordHash = ?3", hash, row.email, row.passwordHash)))
                .replaceWithVoid();
    }
}
