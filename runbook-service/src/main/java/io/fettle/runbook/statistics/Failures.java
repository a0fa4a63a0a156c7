package io.fettle.runbook.statistics;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;

import io.fettle.platform.error.Fault;
import io.fettle.platform.error.ServiceException;
import io.fettle.platform.row.Rows;

/** Counts the executions of incidents and events that failed. Of equals, names come in the order of their characters. */
@ApplicationScoped
class Failures {

    static final String RUNBOOKS = """
            select runbook_name as name
            from interaction
            where org = $1 and state = 'FAILED' and module in (1, 9)
            group by runbook_name
            order by count(*) desc, runbook_name
            limit $2
            """;

    /** Of a host that is spelled in several ways, one of them. */
    static final String HOSTS = """
            select min(target_host collate "C") as name
            from interaction
            where org = $1 and state = 'FAILED' and module in (1, 9)
            group by lower(target_host collate "C")
            order by count(*) desc, lower(target_host collate "C")
            limit $2
            """;

    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,2}|1000");

    private final Rows rows;

    Failures(Rows rows) {
        this.rows = rows;
    }

    /** The names of the runbooks that failed most. @param count how many at most, as written in the path */
    Uni<List<String>> runbooks(int org, String count) {
        return names(RUNBOOKS, org, count);
    }

    /** The names of the hosts on which most failed. @param count how many at most, as written in the path */
    Uni<List<String>> hosts(int org, String count) {
        return names(HOSTS, org, count);
    }

    private Uni<List<String>> names(String statement, int org, String count) {
        return rows.ofCaller()
                .execute(statement, Tuple.of(org, number(count)))
                .map(found -> found.stream().map(row -> row.getString("name")).toList());
    }

    private static long number(String count) {
        if (!COUNT.matcher(count.strip()).matches()) {
            throw ServiceException.invalid(List.of(new Fault(null, "count", "must be a number from 1 to 1000")));
        }
        return Long.parseLong(count.strip());
    }
}
