package io.fettle.inventory.ci;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.hibernate.reactive.mutiny.Mutiny.Session;

import io.fettle.platform.caller.Caller;
import io.fettle.platform.error.ServiceException;
import io.fettle.platform.row.Sessions;

/** The configuration items of the organisations. */
@ApplicationScoped
class ConfigurationItems {

    private static final int LONGEST_QUERY = 255;

    private final Caller caller;
    private final Clock clock;

    ConfigurationItems(Caller caller, Clock clock) {
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Adds the items to the organisation and to the task, or what they say to the items that are there. All or none.
     *
     * @param author the caller's name
     * @throws ServiceException naming every fault of every item
     */
    Uni<Void> load(int org, Task task, List<ConfigurationItem> items, String author) {
        ItemCheck.require(items);
        String rows = toRows(items);
        return Sessions.inTransaction(
                caller.organisations(),
                () -> Panache.getSession()
                        .chain(session ->
                                upsert(session, org, rows, author).chain(() -> join(session, org, task, rows))));
    }

    /** The items of a task, by name and without connection; one more than the page has, if there are more. */
    Uni<List<ConfigurationItem>> ofTask(int org, Task task, Page page) {
        return Sessions.read(
                        caller.organisations(),
                        () -> ConfigurationItemRow.<ConfigurationItemRow>find(
                                        """
                                org = ?1 and host > ?2 and exists (
                                    select 1 from TaskItemRow t
                                    where t.org = ?1 and t.groupId = ?3 and t.taskNumber = ?4 and t.host = this.host)
                                """, Sort.by("host"), org, page.after(), task.groupId(), task.number())
                                .range(0, page.most())
                                .list())
                .map(rows -> rows.stream()
                        .map(ConfigurationItemRow::withoutConnection)
                        .toList());
    }

    /**
     * The items with that text in host name, CI name or management address, by name; one more than the page has, if
     * there are more.
     *
     * @param text in any case; blank finds all
     */
    Uni<List<ConfigurationItem>> search(int org, String text, Page page) {
        if (text.length() > LONGEST_QUERY || text.indexOf('\0') >= 0) {
            throw ServiceException.invalid("The parameter q must have at most 255 printable characters");
        }
        return Sessions.read(
                        caller.organisations(),
                        () -> ConfigurationItemRow.<ConfigurationItemRow>find(
                                        "org = ?1 and host > ?2 and locate(?3, searchText) > 0",
                                        Sort.by("host"),
                                        org,
                                        page.after(),
                                        text.strip().toLowerCase(Locale.ROOT))
                                .range(0, page.most())
                                .list())
                .map(rows ->
                        rows.stream().map(ConfigurationItemRow::withConnection).toList());
    }

    /** @throws ServiceException if the organisation has no such host */
    Uni<ConfigurationItem> require(int org, String hostName) {
        if (!ItemCheck.isHostName(hostName)) {
            throw ServiceException.notFound("host", hostName);
        }
        return Sessions.read(caller.organisations(), () -> ConfigurationItemRow.named(org, hostName))
                .onItem()
                .ifNull()
                .failWith(() -> ServiceException.notFound("host", hostName))
                .map(ConfigurationItemRow::withConnection);
    }

    /** In the order of the names, so that two loads wait for each other and not in a ring. */
    private Uni<Integer> upsert(Session session, int org, String rows, String author) {
        return session.createNativeQuery("""
                        insert into configuration_item as present
                            (org, host_name, texts, connection, changed_by, changed_at)
                        select :org, host_name, texts, connection, :author, :now
                          from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                               as item (host_name text, texts jsonb, connection jsonb)
                         order by lower(host_name)
                        on conflict (org, host) do update
                        set host_name = excluded.host_name,
                            texts = present.texts || excluded.texts,
                            connection = coalesce(excluded.connection, present.connection),
                            changed_by = excluded.changed_by,
                            changed_at = excluded.changed_at
                        """)
                .setParameter("org", org)
                .setParameter("author", author)
                .setParameter("now", clock.instant())
                .setParameter("rows", rows)
                .executeUpdate();
    }

    private static Uni<Void> join(Session session, int org, Task task, String rows) {
        return session.createNativeQuery("""
                        insert into task_item (org, group_id, task_number, host)
                        select :org, :group, :task, lower(host_name collate "C")
                          from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as item (host_name text)
                         order by lower(host_name)
                        on conflict do nothing
                        """)
                .setParameter("org", org)
                .setParameter("group", task.groupId())
                .setParameter("task", task.number())
                .setParameter("rows", rows)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The JSON that both statements read. */
    private static String toRows(List<ConfigurationItem> items) {
        var rows = new JsonArray();
        items.forEach(item -> rows.add(new JsonObject()
                .put("host_name", item.hostName())
                .put("texts", item.texts())
                .put("connection", item.connection() == null ? null : JsonObject.mapFrom(item.connection()))));
        return rows.encode();
    }
}
