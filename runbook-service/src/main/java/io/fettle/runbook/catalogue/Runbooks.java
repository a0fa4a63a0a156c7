package io.fettle.runbook.catalogue;

import java.time.Clock;
import java.util.List;
import java.util.function.LongFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

import io.fettle.platform.Ids;
import io.fettle.platform.caller.Caller;
import io.fettle.platform.error.Saved;
import io.fettle.platform.error.ServiceException;
import io.fettle.platform.row.Sessions;

/**
 * The runbooks of the organisations. Each change raises the revision of the organisation's catalogue and waits for the
 * decisions under way, so that no decision is taken on runbooks of the past.
 */
@ApplicationScoped
class Runbooks {

    private final Caller caller;
    private final Ids ids;
    private final Clock clock;
    private final ObjectMapper json;
    private final Event<CatalogueChanged> changes;

    Runbooks(Caller caller, Ids ids, Clock clock, ObjectMapper json, Event<CatalogueChanged> changes) {
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
        this.changes = changes;
    }

    /** Adds all or none. A single runbook without an id gets the id the answer has. */
    Uni<Saved> create(int org, List<Runbook> posted, String author) {
        RunbookCheck.require(posted);
        String request = String.valueOf(ids.next());
        List<Runbook> runbooks = posted.stream()
                .map(runbook -> runbook.runbookId() != null
                        ? runbook
                        : runbook.withId(posted.size() == 1 ? request : String.valueOf(ids.next())))
                .toList();
        return change(
                        org,
                        revision -> requireAbsent(org, runbooks)
                                .chain(() -> StoredRunbook.persist(
                                        runbooks.stream().map(runbook -> stored(org, runbook, revision, author)))))
                .replaceWith(Saved.of(
                        request,
                        runbooks.size() == 1 ? "Runbook created successfully" : "Runbooks created successfully"));
    }

    Uni<Saved> replace(int org, String runbookId, Runbook posted, String author) {
        RunbookCheck.requireReplacement(posted, runbookId);
        return change(
                        org,
                        revision -> find(org, runbookId)
                                .invoke(row -> write(row, posted.withId(runbookId), revision, author)))
                .replaceWith(() -> saved("Runbook updated successfully"));
    }

    Uni<Saved> delete(int org, String runbookId) {
        return change(org, revision -> find(org, runbookId).chain(StoredRunbook::delete))
                .replaceWith(() -> saved("Runbook deleted successfully"));
    }

    Uni<List<Runbook>> all(int org) {
        return Sessions.read(
                        caller.organisations(),
                        () -> StoredRunbook.<StoredRunbook>list("org", Sort.by("runbookId"), org))
                .map(rows -> rows.stream().map(this::read).toList());
    }

    Uni<Runbook> require(int org, String runbookId) {
        return Sessions.read(caller.organisations(), () -> find(org, runbookId)).map(this::read);
    }

    private <T> Uni<T> change(int org, LongFunction<Uni<T>> change) {
        return Sessions.inTransaction(
                        caller.organisations(), () -> nextRevision(org).chain(change::apply))
                .invoke(() -> changes.fire(new CatalogueChanged(org)));
    }

    /** Waits for the decisions under way: each shares the same lock until it is committed. */
    private static Uni<Long> nextRevision(int org) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        insert into catalogue (org, revision)
                        select :org, 1 from (select pg_advisory_xact_lock(hashtext('catalogue'), :org)) as locked
                        on conflict (org) do update set revision = catalogue.revision + 1
                        returning revision
                        """, Long.class)
                        .setParameter("org", org)
                        .getSingleResult());
    }

    private static Uni<StoredRunbook> find(int org, String runbookId) {
        return StoredRunbook.<StoredRunbook>findById(new StoredRunbook.Key(org, runbookId))
                .onItem()
                .ifNull()
                .failWith(() -> ServiceException.notFound("runbook", runbookId));
    }

    private static Uni<Void> requireAbsent(int org, List<Runbook> runbooks) {
        List<String> names = runbooks.stream().map(Runbook::runbookId).toList();
        return StoredRunbook.<StoredRunbook>list("org = ?1 and runbookId in ?2", Sort.by("runbookId"), org, names)
                .invoke(rows -> rows.stream().findFirst().ifPresent(row -> {
                    throw ServiceException.notPossible("There is a runbook " + row.runbookId + " already");
                }))
                .replaceWithVoid();
    }

    private StoredRunbook stored(int org, Runbook runbook, long revision, String author) {
        var row = new StoredRunbook();
        row.org = org;
        row.runbookId = runbook.runbookId();
        row.createdBy = author;
        row.createdAt = clock.instant();
        write(row, runbook, revision, author);
        return row;
    }

    private void write(StoredRunbook row, Runbook runbook, long revision, String author) {
        row.revision = revision;
        row.active = runbook.active();
        row.definition = JsonObject.mapFrom(runbook);
        row.modifiedBy = author;
        row.modifiedAt = clock.instant();
    }

    private Runbook read(StoredRunbook row) {
        return json.convertValue(row.definition.getMap(), Runbook.class);
    }

    private Saved saved(String message) {
        return Saved.of(String.valueOf(ids.next()), message);
    }
}
