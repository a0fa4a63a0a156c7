package io.fettle.auth.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The tables of organisations. */
@ApplicationScoped
class StoredOrganisations {

    private static final String ORGANISATIONS = """
            select id, name, time_zone, (
                select coalesce(jsonb_object_agg(abbreviation, zone_override.time_zone), '{}')
                from zone_override
                where organisation = id
            ) as zone_overrides
            from organisation
            """;

    /** @return whether the number was free */
    Uni<Boolean> insert(SqlConnection tx, Organisation organisation) {
        return tx.preparedQuery("""
                        insert into organisation (id, name, time_zone) values ($1, $2, $3) on conflict do nothing
                        """)
                .execute(Tuple.of(organisation.id(), organisation.name(), organisation.timeZone()))
                .map(inserted -> inserted.rowCount() == 1)
                .call(isFree -> isFree
                        ? insertOverrides(tx, organisation)
                        : Uni.createFrom().voidItem());
    }

    Uni<Void> update(SqlConnection tx, Organisation organisation) {
        return tx.preparedQuery("update organisation set name = $2, time_zone = $3 where id = $1")
                .execute(Tuple.of(organisation.id(), organisation.name(), organisation.timeZone()))
                .chain(() -> tx.preparedQuery("delete from zone_override where organisation = $1")
                        .execute(Tuple.of(organisation.id())))
                .chain(() -> insertOverrides(tx, organisation));
    }

    private static Uni<Void> insertOverrides(SqlConnection tx, Organisation organisation) {
        Map<String, String> overrides = organisation.zoneOverrides();
        return tx.preparedQuery("""
                        insert into zone_override (organisation, abbreviation, time_zone)
                        select $1, abbreviation, time_zone
                        from unnest($2::text[], $3::text[]) as given (abbreviation, time_zone)
                        """)
                .execute(Tuple.of(
                        organisation.id(),
                        overrides.keySet().toArray(String[]::new),
                        overrides.values().toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** Keeps others from changing it until the transaction ends. The statement after this one sees what they did. */
    Uni<Void> lock(SqlConnection tx, int id) {
        return tx.preparedQuery("select id from organisation where id = $1 for update")
                .execute(Tuple.of(id))
                .replaceWithVoid();
    }

    /** @return {@code null} if there is none */
    Uni<Organisation> find(SqlClient client, int id) {
        return client.preparedQuery(ORGANISATIONS + " where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0 ? null : read(rows.iterator().next()));
    }

    Uni<List<Organisation>> after(SqlClient client, int id, int most) {
        return client.preparedQuery(ORGANISATIONS + " where id > $1 order by id limit $2")
                .execute(Tuple.of(id, most))
                .map(rows -> rows.stream().map(StoredOrganisations::read).toList());
    }

    Uni<Set<Integer>> known(SqlClient client, Collection<Integer> ids) {
        return client.preparedQuery("select id from organisation where id = any($1)")
                .execute(Tuple.of(ids.toArray(Integer[]::new)))
                .map(rows -> rows.stream().map(row -> row.getInteger("id")).collect(Collectors.toSet()));
    }

    private static Organisation read(Row row) {
        return new Organisation(
                row.getInteger("id"),
                row.getString("name"),
                row.getString("time_zone"),
                overrides(row.getJsonObject("zone_overrides")));
    }

    private static Map<String, String> overrides(JsonObject stored) {
        var overrides = new TreeMap<String, String>();
        stored.forEach(override -> overrides.put(override.getKey(), (String) override.getValue()));
        return overrides;
    }
}
