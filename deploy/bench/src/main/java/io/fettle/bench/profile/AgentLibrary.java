package io.fettle.bench.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The part of async-profiler that another process loads. */
final class AgentLibrary {

    private AgentLibrary() {}

    /** Puts it into the folder. @return the file */
    static Path extract(Path directory) throws IOException {
        String platform = System.getProperty("os.arch").equals("aarch64") ? "linux-arm64" : "linux-x64";
        Path file = Files.createDirectories(directory).resolve("libasyncProfiler.so");
        try (var library = AgentLibrary.class.getResourceAsStream("/" + platform + "/libasyncProfiler.so")) {
            Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
