package io.fettle.platform.row;

import java.util.function.Supplier;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import io.fettle.platform.caller.Organisations;

/** What {@link RowAccess} is to statements, for the sessions of Hibernate Reactive. */
public final class Sessions {

    private static final String SET = "select set_config('fettle.orgs', :orgs, true)";

    private Sessions() {}

    /** Runs work whose changes are committed if it succeeds and undone if it fails. */
    public static <T> Uni<T> inTransaction(Organisations organisations, Supplier<Uni<T>> work) {
        return Panache.withTransaction(() -> set(organisations).chain(set -> work.get()))
                .onFailure(Refusal::isRowSecurity)
                .transform(Refusal::forbidden);
    }

    /** Runs work that changes nothing: what it loads is not looked through for changes. */
    public static <T> Uni<T> read(Organisations organisations, Supplier<Uni<T>> work) {
        return inTransaction(
                organisations,
                () -> Panache.getSession()
                        .invoke(session -> session.setDefaultReadOnly(true))
                        .chain(session -> work.get()));
    }

    private static Uni<String> set(Organisations organisations) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SET, String.class)
                        .setParameter("orgs", organisations.setting())
                        .getSingleResult());
    }
}
