package io.fettle.bench.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A second table of tickets, {@code reference.ticket}, made in the same server by the migrations of the first. */
public final class ReferenceTable {

    /** As ticket-service itself names them. */
    private static final List<String> FOLDERS = List.of(
            "platform/src/main/resources/db/row",
            "platform/src/main/resources/db/messaging",
            "ticket-service/src/main/resources/db/migration");

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
        var files = new ArrayList<Path>();
        for (String folder : FOLDERS) {
            try (Stream<Path> all = Files.list(root.resolve(folder))) {
                all.filter(file -> file.getFileName().toString().startsWith("V"))
                        .forEach(files::add);
            }
        }
        files.sort(Comparator.comparingDouble(ReferenceTable::version));
        return files;
    }

    /** V0_1 comes before V1. */
    private static double version(Path migration) {
        String name = migration.getFileName().toString();
        return Double.parseDouble(name.substring(1, name.indexOf("__")).replace('_', '.'));
    }
}
