package io.fettle.dag.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The directory of this service: run folders, the workspaces of local hosts, and what sandboxes are made with. It is
 * kept over restarts, belongs to one machine, and is open to the service's user only.
 */
@Singleton
public class DagDirectory {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path root;
    private final UUID place;

    DagDirectory(@ConfigProperty(name = "fettle.dag.directory") Path directory) {
        try {
            this.root = directory.toAbsolutePath();
            Files.createDirectories(root, OWNER_ONLY);
            Files.createDirectories(runs(), OWNER_ONLY);
            this.place = readPlace();
            for (String name : new String[] {"launch", "passwd", "group"}) {
                unpack(name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The directory " + directory + " (fettle.dag.directory) cannot be used", e);
        }
    }

    /** Names this directory: a run that was started here can be taken over only where its folder is. */
    public UUID place() {
        return place;
    }

    Path runs() {
        return root.resolve("runs");
    }

    /** A file that sandboxes are made with: {@code launch}, {@code passwd} or {@code group}. */
    Path sandboxFile(String name) {
        return root.resolve("sandbox").resolve(name);
    }

    /** The folder that the commands of a host find as their own; made when it is not there. */
    Path workspace(int org, String hostName) throws IOException {
        return createFolder(root.resolve("hosts").resolve(String.valueOf(org)).resolve(hostName));
    }

    static Path createFolder(Path folder) throws IOException {
        return Files.createDirectories(folder, OWNER_ONLY);
    }

    /** A link is made whole or not at all, so that replicas that start together agree. */
    private UUID readPlace() throws IOException {
        Path file = root.resolve("place");
        if (!Files.exists(file)) {
            Path draft = Files.createTempFile(root, "place", null);
            Files.writeString(draft, UUID.randomUUID().toString());
            try {
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException e) {
                // another replica was first, and its name is as good
            }
            Files.delete(draft);
        }
        return UUID.fromString(Files.readString(file));
    }

    /** Launchers that run already keep the file they were started from. */
    private void unpack(String name) throws IOException {
        Path file = sandboxFile(name);
        createFolder(file.getParent());
        Path draft = Files.createTempFile(file.getParent(), name, null);
        try (var resource = DagDirectory.class.getResourceAsStream("/sandbox/" + name)) {
            Files.copy(resource, draft, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("r--r--r--"));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
