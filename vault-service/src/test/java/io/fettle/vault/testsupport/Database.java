package io.fettle.vault.testsupport;

import java.util.List;

import io.fettle.platform.testsupport.Tables;

/** What one sees who got hold of the tables. */
public final class Database {

    private Database() {}

    /** Every row of every table of the service, as text. */
    public static List<String> everything() {
        return Tables.run(
                        "select table_name::text from information_schema.tables where table_schema = current_schema()")
                .stream()
                .map(table -> table.getString(0))
                .flatMap(table -> Tables.run("select t::text from " + table + " t").stream())
                .map(row -> row.getString(0))
                .toList();
    }
}
