package io.fettle.dag.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The box around a command: no network, its own processes and users, the machine's programs read-only, and nothing of
 * its files. It can write to its workspace, {@code /tmp} and {@code /dev/shm}.
 */
@ApplicationScoped
class Sandbox {

    private static final String NOBODY = "65534";
    private static final String SCRIPT = "/run/command";

    /** The outer time-out is for a command that stops the inner one: it comes after the inner one has had its grace. */
    private static final Duration OUTER_PATIENCE = Duration.ofSeconds(5);

    private final DagDirectory directory;
    private final SandboxConfig config;

    Sandbox(DagDirectory directory, SandboxConfig config) {
        this.directory = directory;
        this.config = config;
    }

    /**
     * The command line of a run. Whoever of it dies takes the rest along: the launcher by the parent-death signal,
     * bubblewrap and its child by {@code --die-with-parent}, the command's own group by the end of its first process.
     */
    List<String> commandLine(Duration limit) {
        var line = new ArrayList<String>();
        Duration outer = limit.plus(config.grace()).plus(OUTER_PATIENCE);
        line.addAll(List.of("setpriv", "--pdeathsig", "KILL"));
        line.addAll(List.of("timeout", "--signal=KILL", seconds(outer)));
        line.addAll(List.of(config.bubblewrap(), "--json-status-fd", "4", "--args", "3"));
        line.addAll(List.of(
                "prlimit",
                "--fsize=" + config.fileSize(),
                "--data=" + config.memory(),
                "--cpu=" + config.cpuSeconds(),
                "--nproc=" + config.processes(),
                "--core=0"));
        line.addAll(List.of("timeout", "--kill-after=" + seconds(config.grace()), seconds(limit), "sh", SCRIPT));
        return line;
    }

    /** The options of bubblewrap, each with a NUL behind it: read from a file, so that no other process sees values. */
    byte[] arguments(Path script, Path workspace, Map<String, String> variables) {
        var options = new ArrayList<String>();
        options.addAll(
                List.of("--unshare-all", "--unshare-user", "--disable-userns", "--uid", NOBODY, "--gid", NOBODY));
        options.addAll(List.of("--cap-drop", "ALL", "--new-session", "--die-with-parent", "--clearenv"));
        programs().forEach(options::addAll);
        options.addAll(List.of("--ro-bind", directory.sandboxFile("passwd").toString(), "/etc/passwd"));
        options.addAll(List.of("--ro-bind", directory.sandboxFile("group").toString(), "/etc/group"));
        // A user namespace alone leaves /proc/sys open to a process whose user outside is root.
        options.addAll(List.of("--proc", "/proc", "--remount-ro", "/proc"));
        options.addAll(List.of("--dev", "/dev"));
        options.addAll(temporary("/dev/shm"));
        options.addAll(List.of("--remount-ro", "/dev"));
        options.addAll(temporary("/tmp"));
        options.addAll(List.of("--ro-bind", script.toString(), SCRIPT));
        options.addAll(List.of("--bind", workspace.toString(), "/workspace", "--chdir", "/workspace"));
        options.addAll(List.of("--remount-ro", "/"));
        environment(variables).forEach(options::addAll);
        return lines(options);
    }

    /** /usr, and the folders beside it as they are here: links into /usr, or folders of their own. */
    private static Stream<List<String>> programs() {
        Stream<List<String>> beside = Stream.of("/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")
                .filter(folder -> Files.exists(Path.of(folder)))
                .map(Sandbox::sameAsHere);
        Stream<List<String>> settings = Stream.of(
                        "/etc/alternatives",
                        "/etc/ld.so.cache",
                        "/etc/localtime",
                        "/etc/ssl/certs",
                        "/etc/pki/tls/certs")
                .map(path -> List.of("--ro-bind-try", path, path));
        return Stream.concat(Stream.of(List.of("--ro-bind", "/usr", "/usr")), Stream.concat(beside, settings));
    }

    private static List<String> sameAsHere(String folder) {
        Path path = Path.of(folder);
        return Files.isSymbolicLink(path)
                ? List.of("--symlink", target(path), folder)
                : List.of("--ro-bind", folder, folder);
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> temporary(String folder) {
        return List.of("--size", String.valueOf(config.temporarySpace()), "--tmpfs", folder);
    }

    private static Stream<List<String>> environment(Map<String, String> variables) {
        Map<String, String> always = Map.of(
                "PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                "HOME", "/workspace",
                "USER", "nobody",
                "LANG", "C.UTF-8");
        return Stream.of(always, variables)
                .flatMap(map -> map.entrySet().stream())
                .map(variable -> List.of("--setenv", variable.getKey(), variable.getValue()));
    }

    private static byte[] lines(List<String> options) {
        var bytes = new ByteArrayOutputStream();
        for (String option : options) {
            bytes.writeBytes(option.getBytes(StandardCharsets.UTF_8));
            bytes.write(0);
        }
        return bytes.toByteArray();
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / 1000.0 + "s";
    }
}
