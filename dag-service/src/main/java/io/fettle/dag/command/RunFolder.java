package io.fettle.dag.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/** The files of one run, which outlive this process. The launcher writes {@code claim} and {@code exit}. */
record RunFolder(Path path) {

    static final String CLAIM = "claim";
    static final String COMMAND = "command";
    static final String ARGUMENTS = "arguments";
    static final String LAUNCHER_LOG = "launcher.log";

    private static final int KEPT_OUTPUT = 1 << 20;
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    boolean exists() {
        return Files.exists(path);
    }

    /** Writes what the launcher needs. The folder appears whole; one that is there already is left as it is. */
    void prepare(String script, byte[] arguments) throws IOException {
        Path draft = path.resolveSibling(path.getFileName() + ".draft-" + UUID.randomUUID());
        DagDirectory.createFolder(draft);
        Files.writeString(draft.resolve(COMMAND), script + "\n");
        Files.write(draft.resolve(ARGUMENTS), arguments);
        try {
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            new RunFolder(draft).remove();
            if (!exists()) {
                throw e;
            }
        }
    }

    RunState state() throws IOException {
        Path claim = path.resolve(CLAIM);
        if (!Files.exists(claim)) {
            return new RunState.Unclaimed();
        }
        Instant began = Files.getLastModifiedTime(claim).toInstant();
        // Looked at before the exit, so that a launcher that ends in between has left its exit.
        boolean alive = isAlive(Files.readString(claim).strip().split(" "));
        Path exit = path.resolve("exit");
        if (Files.exists(exit)) {
            String[] end = Files.readString(exit).strip().split(" ");
            return new RunState.Ended(Integer.parseInt(end[0]), Duration.ofMillis(10 * Long.parseLong(end[1])), began);
        }
        return alive ? new RunState.Alive() : new RunState.Lost(began);
    }

    /** The first MiB of an output, and a note when there was more; {@code ""} when the command was not started. */
    String output(String name) throws IOException {
        Path file = path.resolve(name);
        try (InputStream in = Files.newInputStream(file)) {
            String kept = new String(in.readNBytes(KEPT_OUTPUT), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
            long size = Files.size(file);
            return size <= KEPT_OUTPUT ? kept : kept + "\n[cut after 1 MiB of " + size + " bytes]";
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /** Whether the sandbox was set up and the command begun; bubblewrap reports an exit code only then. */
    boolean sandboxWasEntered() throws IOException {
        return Files.readString(path.resolve("status")).contains("\"exit-code\"");
    }

    /** What the sandbox or the launcher said last about itself. */
    String complaint() throws IOException {
        String said = output("stderr").isBlank() ? output(LAUNCHER_LOG) : output("stderr");
        return said.strip().lines().reduce((first, last) -> last).orElse("it says nothing");
    }

    /**
     * Removes all but the claim, once the outcome is kept elsewhere. The claim stays for a while: it is what keeps a
     * worker that was held up from starting the command again.
     */
    void settle() throws IOException {
        empty(path, CLAIM);
    }

    void remove() throws IOException {
        empty(path, null);
        Files.delete(path);
    }

    /** Nothing runs in it that anybody waits for: it was never claimed, or its outcome is kept. */
    boolean isIdle() {
        return !Files.exists(path.resolve(CLAIM)) || !Files.exists(path.resolve(COMMAND));
    }

    /** The process is the one that claimed the run, in this boot of the machine, and no zombie. */
    private static boolean isAlive(String[] claim) throws IOException {
        if (!claim[2].equals(Files.readString(BOOT).strip())) {
            return false;
        }
        try {
            String stat = Files.readString(Path.of("/proc", claim[0], "stat"), StandardCharsets.ISO_8859_1);
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return fields[19].equals(claim[1]) && !fields[0].equals("Z");
        } catch (IOException e) {
            return false; // no such process: NoSuchFileException, or ESRCH when it ends while it is read
        }
    }

    private static void empty(Path folder, String but) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (!file.getFileName().toString().equals(but)) {
                    Files.delete(file);
                }
            }
        }
    }
}
