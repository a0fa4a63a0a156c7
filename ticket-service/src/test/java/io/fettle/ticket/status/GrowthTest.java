package io.fettle.ticket.status;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import io.fettle.platform.caller.Organisations;
import io.fettle.platform.row.Rows;
import io.fettle.platform.testsupport.Tables;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrowthTest {

    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;

    // In partitions of their own, where no other test has tickets: 15 and 2 of 16.
    private static final int ORG_WITH_FEW = 99_101;
    private static final int ORG_WITH_MANY = 99_102;

    @Inject
    Rows rows;

    @Test
    void theStatusByNumberAmongAMillionTicketsTouchesAtMostTwoBlocksMoreThanAmongTenThousand() {
        fill(ORG_WITH_FEW, FEW);
        fill(ORG_WITH_MANY, MANY);
        // Autovacuum's work, which it does each minute: had it come amid the filling, it would have seen no row
        // committed.
        Tables.run("analyze ticket");
        int few = blocks(reading(ORG_WITH_FEW, FEW));
        assertThat(few).isPositive();
        JsonObject amongMany = reading(ORG_WITH_MANY, MANY);
        assertThat(blocks(amongMany)).as(amongMany.encodePrettily()).isLessThanOrEqualTo(few + 2);
    }

    @AfterAll
    void forget() {
        Tables.run("delete from ticket where org in ($1, $2)", ORG_WITH_FEW, ORG_WITH_MANY);
    }

    private void fill(int org, int tickets) {
        Tables.run("""
                        insert into ticket (org, module, sys_id, ticket_number, summary, description, status_code,
                            creation_date, last_modified_date, cols, lane, status, version, revision, inserted_at, updated_at)
                        select $1, 1, md5(n::text), 'INC' || n, 'Summary', 'Description', 'New',
                            now(), now(), '{}', 0, 'DATA_COLLECTED', 1, 1, now(), now()
                        from generate_series(1, $2) as n
                        """, org, tickets);
    }

    /** The plan of one reading; the one before it also reads the catalogue. */
    private JsonObject reading(int org, int tickets) {
        explain(org, "INC" + tickets / 3);
        JsonObject plan = explain(org, "INC" + tickets / 2);
        assertThat(plan.getInteger("Actual Rows").intValue()).isEqualTo(1);
        return plan;
    }

    private static int blocks(JsonObject plan) {
        return plan.getInteger("Shared Hit Blocks") + plan.getInteger("Shared Read Blocks");
    }

    private JsonObject explain(int org, String number) {
        Object plan = rows.of(Organisations.ALL.only(org))
                .execute(
                        "explain (analyze, buffers, format json) " + StoredStatuses.BY_NUMBERS,
                        Tuple.of(org, (short) 1, new String[] {number}))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getValue(0);
        return new JsonArray(plan.toString()).getJsonObject(0).getJsonObject("Plan");
    }
}
