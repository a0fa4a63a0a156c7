package io.fettle.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.fettle.local.Service;
import io.fettle.local.Stack;

/** Each service owns its tables, and nobody else reads them. */
@EndToEnd
class SchemaIsolationTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GATEWAY")
    void aServiceReadsItsOwnTablesOnly(Service service, Stack stack) throws SQLException {
        try (var connection = connect(stack, service)) {
            List<String> tables = tables(connection);
            assertThat(tables).anyMatch(table -> isOf(service, table));
            for (String table : tables) {
                if (isOf(service, table)) {
                    read(connection, table);
                } else {
                    assertThatThrownBy(() -> read(connection, table))
                            .as(table)
                            .extracting(e -> ((SQLException) e).getSQLState())
                            .isEqualTo(INSUFFICIENT_PRIVILEGE);
                }
            }
        }
    }

    private static Connection connect(Stack stack, Service service) throws SQLException {
        return DriverManager.getConnection(
                stack.settings().jdbcUrl(), service.schema(), stack.settings().password(service));
    }

    private static boolean isOf(Service service, String table) {
        return table.toLowerCase(Locale.ROOT).startsWith(service.schema() + ".");
    }

    /** The names are in the catalogue, which every role may read. */
    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select format('%I.%I', schemaname, tablename) from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema')
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static void read(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select * from " + table + " limit 1")) {
            rows.next();
        }
    }
}
