package io.fettle.vault.secret;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;

import io.fettle.platform.caller.Caller;
import io.fettle.platform.error.ServiceException;
import io.fettle.platform.row.Sessions;
import io.fettle.vault.audit.Action;
import io.fettle.vault.audit.AuditLog;
import io.fettle.vault.audit.Who;
import io.fettle.vault.key.DataKeys;
import io.fettle.vault.key.SealingKey;

/** The secrets of the organisations. What is done to one is audited in the same transaction. */
@ApplicationScoped
class Secrets {

    private final Caller caller;
    private final DataKeys keys;
    private final AuditLog audit;
    private final Clock clock;

    Secrets(Caller caller, DataKeys keys, AuditLog audit, Clock clock) {
        this.caller = caller;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes a new version of a secret, the first one included. */
    Uni<Void> write(Who who, int org, String name, SecretValue posted) {
        SecretCheck.require(name, posted);
        return Sessions.inTransaction(
                caller.organisations(),
                () -> nextVersion(org, name)
                        .chain(version -> keys.ensure(org)
                                .chain(key -> row(who, org, name, version, posted, key)
                                        .persist())
                                .chain(() -> audit.add(who, Action.WRITE, org, name, version))));
    }

    /**
     * The value of a secret. It leaves after the commit of its audit entry.
     *
     * @param version {@code null} for the newest
     */
    Uni<String> read(Who who, int org, String name, Integer version) {
        return Sessions.inTransaction(
                caller.organisations(),
                () -> find(org, name, version)
                        .call(row -> audit.add(who, Action.READ, org, name, row.version))
                        .chain(row -> keys.of(org).map(row::open)));
    }

    /** Destroys all versions of a secret. */
    Uni<Void> delete(Who who, int org, String name) {
        return Sessions.inTransaction(
                caller.organisations(),
                () -> lock(org, name)
                        .call(secret -> SecretVersionRow.delete("org = ?1 and name = ?2", org, name)
                                .invoke(deleted -> requireSome(deleted, name)))
                        .chain(secret -> audit.add(who, Action.DELETE, org, name, secret.version)));
    }

    /** The next secrets in the order of their names, at most {@code most} of them. @param after a name, or empty */
    Uni<List<StoredSecret>> list(int org, String after, int most) {
        if (!after.isEmpty() && !SecretCheck.isName(after)) {
            throw ServiceException.invalid("The parameter after must be the Next of the page before");
        }
        return Sessions.read(
                caller.organisations(),
                () -> SecretVersionRow.find("""
                                org = ?1 and name > ?2 and version = (
                                    select s.version from SecretRow s where s.org = ?1 and s.name = this.name)
                                """, Sort.by("name"), org, after)
                        .page(0, most)
                        .project(StoredSecret.class)
                        .list());
    }

    /** Writers of one secret wait for each other here. */
    private static Uni<Integer> nextVersion(int org, String name) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        insert into secret (org, name, version) values (:org, :name, 1)
                        on conflict (org, name) do update set version = secret.version + 1
                        returning version
                        """, Integer.class)
                        .setParameter("org", org)
                        .setParameter("name", name)
                        .getSingleResult());
    }

    private SecretVersionRow row(Who who, int org, String name, int version, SecretValue posted, SealingKey key) {
        var row = new SecretVersionRow();
        row.org = org;
        row.name = name;
        row.version = version;
        row.createdBy = who.actor();
        row.createdAt = clock.instant();
        row.seal(posted.value(), key);
        return row;
    }

    private static Uni<SecretVersionRow> find(int org, String name, Integer version) {
        if (!SecretCheck.isName(name)) {
            throw unknown(name);
        }
        Uni<SecretVersionRow> row = version == null
                ? SecretVersionRow.<SecretVersionRow>find(
                                "org = ?1 and name = ?2", Sort.descending("version"), org, name)
                        .firstResult()
                : SecretVersionRow.findById(new SecretVersionRow.Key(org, name, version));
        return row.onItem().ifNull().failWith(() -> unknown(name));
    }

    private static Uni<SecretRow> lock(int org, String name) {
        if (!SecretCheck.isName(name)) {
            throw unknown(name);
        }
        return SecretRow.<SecretRow>findById(new SecretRow.Key(org, name), LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> unknown(name));
    }

    private static void requireSome(long deleted, String name) {
        if (deleted == 0) {
            throw unknown(name);
        }
    }

    private static ServiceException unknown(String name) {
        return ServiceException.notFound("secret", name);
    }
}
