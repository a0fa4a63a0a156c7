package io.fettle.ticket.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.fettle.platform.testsupport.TableSecurity;
import io.fettle.platform.testsupport.Tables;

@QuarkusTest
class RetentionTest {

    private static final int ORG = 99_001;

    @Inject
    Retention retention;

    @Test
    void theMonthsToComeAreThereBeforeTheyBegin() {
        Tables.run("drop table " + month("now() + interval '2 months'"));
        retain();
        assertThat(months())
                .contains(month("now()"), month("now() + interval '1 month'"), month("now() + interval '2 months'"));
        TableSecurity.everyTableIsSecured();
    }

    @Test
    void aMonthOfHistoryGoesAtOnceWhenAllOfItIsOldEnough() {
        Tables.run(
                "select create_transition_partition('2001-02-01'), create_transition_partition((now() - interval '3 months')::date)");
        transition("old", "2001-02-03T04:05:06Z");
        retain();
        assertThat(months()).doesNotContain("transition_2001_02").contains(month("now() - interval '3 months'"));
        assertThat(Tables.count("select count(*) from transition where sys_id = 'old'"))
                .isZero();
    }

    @Test
    void aMonthWithAnEventThatKafkaDoesNotHaveStays() {
        Tables.run("select create_transition_partition('2001-03-01')");
        transition("untold", "2001-03-31T23:59:59Z");
        // In no lane that a relay looks after.
        Tables.run("""
                insert into pending_transition (lane, org, module, sys_id, version, event_id, type, at, data)
                select -1, org, module, sys_id, version, event_id, type, at, '{}' from transition where sys_id = 'untold'
                """);
        retain();
        assertThat(months()).contains("transition_2001_03");
        Tables.run("delete from pending_transition where lane = -1");
        retain();
        assertThat(months()).doesNotContain("transition_2001_03");
    }

    @Test
    void historyOutsideOfAllMonthsIsKeptAndGoesTheSameWay() {
        transition("stray", "1999-01-01T00:00:00Z");
        transition("future", "2150-01-01T00:00:00Z");
        retain();
        assertThat(Tables.count("select count(*) from transition where sys_id = 'stray'"))
                .isZero();
        assertThat(Tables.count("select count(*) from transition where sys_id = 'future'"))
                .isEqualTo(1);
    }

    @Test
    void receiptsAndInboxAreKeptForTheirTime() {
        Tables.run("""
                insert into receipt (id, org, received_at, inserted, updated, unchanged, stale, refused)
                values (1, 99001, now() - interval '31 days', 1, 0, 0, 0, 0),
                    (2, 99001, now() - interval '29 days', 1, 0, 0, 0, 0)
                """);
        UUID old = UUID.randomUUID();
        UUID young = UUID.randomUUID();
        Tables.run(
                "insert into inbox values ($1, now() - interval '31 days'), ($2, now() - interval '29 days')",
                old,
                young);
        retain();
        assertThat(Tables.count("select count(*) from receipt where org = 99001"))
                .isEqualTo(1);
        assertThat(Tables.count("select count(*) from inbox where event_id = '" + old + "'"))
                .isZero();
        assertThat(Tables.count("select count(*) from inbox where event_id = '" + young + "'"))
                .isEqualTo(1);
    }

    private void retain() {
        retention.retain().await().indefinitely();
    }

    private void transition(String sysId, String at) {
        Tables.run("""
                        insert into transition (org, module, sys_id, version, type, to_status, at, actor)
                        values ($1, 1, $2, 1, 'Collected', 'DATA_COLLECTED', $3::text::timestamptz, 'test')
                        """, ORG, sysId, at);
    }

    private List<String> months() {
        return Tables.run("select inhrelid::regclass::text from pg_inherits where inhparent = 'transition'::regclass")
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private String month(String time) {
        return Tables.run("select 'transition_' || to_char((" + time + ") at time zone 'UTC', 'YYYY_MM')")
                .get(0)
                .getString(0);
    }
}
