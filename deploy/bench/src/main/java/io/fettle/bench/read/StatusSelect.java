package io.fettle.bench.read;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;

import io.fettle.bench.run.CheckFailed;
import io.fettle.bench.run.Latencies;
import io.fettle.bench.site.Database;

/** The status of random tickets of one organisation, read with a prepared statement on one connection. */
final class StatusSelect {

    private final Database database;
    private final int org;
    private final int tickets;

    StatusSelect(Database database, int org, int tickets) {
        this.database = database;
        this.org = org;
        this.tickets = tickets;
    }

    /** In nanoseconds. */
    long median(int count) throws IOException {
        try (var statement = database.connection().prepareStatement("""
                select status from ticket.ticket where org = ? and module = 1 and ticket_number = ?
                order by creation_date desc, sys_id desc
                limit 1
                """)) {
            statement.setInt(1, org);
            var nanos = new long[count];
            for (int n = 0; n < count; n++) {
                nanos[n] = time(
                        statement,
                        "INC%07d".formatted(ThreadLocalRandom.current().nextInt(tickets)));
            }
            return Latencies.of(nanos).percentile(50);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static long time(PreparedStatement statement, String number) throws SQLException, CheckFailed {
        long begin = System.nanoTime();
        statement.setString(2, number);
        try (var rows = statement.executeQuery()) {
            CheckFailed.unlessEqual("Tickets " + number, 1, rows.next() ? 1 : 0);
        }
        return System.nanoTime() - begin;
    }
}
