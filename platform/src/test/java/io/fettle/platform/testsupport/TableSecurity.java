package io.fettle.platform.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.quarkus.arc.Arc;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

import io.fettle.platform.caller.Organisations;
import io.fettle.platform.row.Rows;

/** What holds for the tables of every service in which rows are an organisation's. */
public final class TableSecurity {

    private static final String TABLES = """
            select oid, oid::regclass::text as name, relrowsecurity and relforcerowsecurity as forced
            from pg_class
            where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and exists (
                select from pg_attribute where attrelid = pg_class.oid and attname like 'org%' and not attisdropped)
            """;

    private TableSecurity() {}

    /** Each has the policy and no other, and it binds the service's role as well, which owns them. */
    public static void everyTableIsSecured() {
        assertThat(Tables.run("select rolsuper or rolbypassrls from pg_roles where rolname = current_user"))
                .extracting(row -> row.getBoolean(0))
                .containsExactly(false);
        assertThat(names("select name from (" + TABLES + ") as tables")).isNotEmpty();
        assertThat(names("""
                        select name from (%s) as tables
                        where not forced or array(
                                select polname || ' ' || polcmd::text || ' ' || polpermissive::text || ' ' || polroles::text
                                from pg_policy
                                where polrelid = tables.oid and polwithcheck is null
                                    and pg_get_expr(polqual, polrelid) like '%%current_setting(''fettle.orgs''::text, true)%%'
                            ) <> '{"organisation * true {0}"}'
                            or (select count(*) from pg_policy where polrelid = tables.oid) <> 1
                        """.formatted(TABLES))).isEmpty();
    }

    /** A view that worked with the rights of another owner would go past the policies of its tables. */
    public static void everyViewIsReadWithTheRightsOfItsReader() {
        assertThat(names("""
                        select distinct pg_class.oid::regclass::text
                        from (%s) as tables
                        join pg_depend on refobjid = tables.oid and refclassid = 'pg_class'::regclass
                            and classid = 'pg_rewrite'::regclass
                        join pg_rewrite on pg_rewrite.oid = objid
                        join pg_class on pg_class.oid = ev_class and relkind = 'v'
                        where not coalesce('security_invoker=true' = any(reloptions), false)
                        """.formatted(TABLES))).isEmpty();
    }

    /** @param org one that has rows */
    public static void aStatementThatSaysNothingSeesNothing(int org) {
        assertThat(holding(org)).isNotEmpty();
        for (String table : names("select name from (" + TABLES + ") as tables")) {
            Pool pool = Arc.container().instance(Pool.class).get();
            assertThat(count(pool.query("select count(*) from " + table).execute()))
                    .as(table)
                    .isZero();
        }
    }

    /**
     * Also if a statement forgets to name the organisation.
     *
     * @param org one that has rows
     * @param stranger another one
     */
    public static void whatIsDoneForOneTouchesNoRowOfAnother(int org, int stranger) {
        var rows = Arc.container().instance(Rows.class).get().of(Organisations.ALL.only(stranger));
        for (String table : holding(org)) {
            assertThat(count(rows.execute("select count(*) from " + table + " where org <> " + stranger)))
                    .as(table)
                    .isZero();
            assertThat(rows.execute("delete from " + table + " where org <> " + stranger)
                            .await()
                            .indefinitely()
                            .rowCount())
                    .as(table)
                    .isZero();
        }
    }

    /** The tables in which the organisation has rows. */
    private static List<String> holding(int org) {
        return names("select name from (" + TABLES + ") as tables").stream()
                .filter(table -> Tables.count("select count(*) from " + table + " where org = " + org) > 0)
                .toList();
    }

    private static List<String> names(String statement) {
        return Tables.run(statement).stream().map(row -> row.getString(0)).toList();
    }

    private static long count(Uni<RowSet<Row>> rows) {
        return rows.await().indefinitely().iterator().next().getLong(0);
    }
}
