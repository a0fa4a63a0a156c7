package io.fettle.bench.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.fettle.bench.run.CheckFailed;

/** Whether what is acknowledged is on disk. */
final class Durability {

    private static final List<String> ON = List.of("fsync", "synchronous_commit", "full_page_writes");

    private Durability() {}

    /** @throws CheckFailed when the folder is in memory */
    static void require(Path data) throws IOException {
        String type = Files.getFileStore(data).type();
        if (type.equals("tmpfs")) {
            throw new CheckFailed(data + " is not on a disk");
        }
    }

    /** @throws CheckFailed naming the setting that is off for this user */
    static void require(Database database) throws IOException {
        for (String setting : ON) {
            String value = database.text("select current_setting('" + setting + "')");
            if (!value.equals("on")) {
                throw new CheckFailed(setting + " is " + value);
            }
        }
    }
}
