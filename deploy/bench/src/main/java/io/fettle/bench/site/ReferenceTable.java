package io.fettle.bench.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A second table of tickets in the same server, {@code reference.ticket}, made by the migrations that made the first. */
public final class ReferenceTable {

    private final Database database;

    /** Makes it. */
    ReferenceTable(Database database, Path root) throws IOException {
        this.database = database;
        database.execute("create schema reference");
        database.execute("set search_path = reference");
        for (Path file : migrations(root)) {
            database.execute(Files.readString(file));
        }
        database.execute("reset search_path");
    }

    public void clear() throws IOException {
        database.execute("truncate reference.ticket");
    }

    public long count() throws IOException {
        return database.count("select count(*) from reference.ticket");
    }

    private static List<Path> migrations(Path root) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("ticket-service/src/main/resources/db/migration"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("V"))
                    .sorted(Comparator.comparingInt(ReferenceTable::version))
                    .toList();
        }
    }

    private static int version(Path migration) {
        return Integer.parseInt(migration.getFileName().toString().replaceAll("V(\\d+)__.*", "$1"));
    }
}
