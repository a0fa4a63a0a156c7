package io.fettle.dag.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher script and what a run folder tells about it, without a sandbox. */
class LaunchTest {

    private static final String FAR = "999999999999";

    @TempDir
    Path parent;

    private RunFolder folder;

    @BeforeEach
    void prepare() throws IOException {
        folder = new RunFolder(parent.resolve("command-1"));
        folder.prepare("true", new byte[0]);
    }

    @Test
    void nothingWasStartedWhereNobodyClaimed() throws IOException {
        assertThat(folder.state()).isInstanceOf(RunState.Unclaimed.class);
        assertThat(new RunFolder(parent.resolve("none")).state()).isInstanceOf(RunState.Unclaimed.class);
    }

    @Test
    void theExitCodeAndTheOutputAreKept() throws Exception {
        launch(FAR, "echo out; echo err >&2; exit 7").waitFor();
        assertThat(folder.state())
                .isInstanceOfSatisfying(
                        RunState.Ended.class, end -> assertThat(end.code()).isEqualTo(7));
        assertThat(folder.output("stdout")).isEqualTo("out\n");
        assertThat(folder.output("stderr")).isEqualTo("err\n");
    }

    @Test
    void ofManyLaunchersOneRunsTheCommand() throws Exception {
        var launchers = new ArrayList<Process>();
        for (int i = 0; i < 12; i++) {
            launchers.add(launch(FAR, "echo once >> marks"));
        }
        int successes = 0;
        for (Process launcher : launchers) {
            successes += launcher.waitFor() == 0 ? 1 : 0;
        }
        assertThat(successes).isEqualTo(1);
        assertThat(folder.path().resolve("marks")).hasContent("once");
    }

    @Test
    void aLauncherThatComesAfterTheLeaseStartsNothing() throws Exception {
        assertThat(launch("1", "echo late >> marks").waitFor()).isNotZero();
        assertThat(folder.state()).isInstanceOf(RunState.Unclaimed.class);
        assertThat(folder.path().resolve("marks")).doesNotExist();
    }

    @Test
    void aLauncherThatWasKilledLeavesAnUnknownOutcomeAndNoCommandBehind() throws Exception {
        Process launcher = launch(FAR, "exec sleep 98.7654");
        await().until(() -> folder.state() instanceof RunState.Alive);
        await().until(() -> processes("98.7654") > 0);
        launcher.destroyForcibly().waitFor();
        assertThat(folder.state()).isInstanceOf(RunState.Lost.class);
        await().until(() -> processes("98.7654") == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 1 00000000-0000-0000-0000-000000000000", "%pid 1 %boot", "99999999 1 %boot"})
    void aClaimOfAnotherBootOrAnotherProcessOfThatNumberIsOfNobodyAlive(String claim) throws IOException {
        Files.writeString(
                folder.path().resolve(RunFolder.CLAIM),
                claim.replace("%pid", String.valueOf(ProcessHandle.current().pid()))
                        .replace(
                                "%boot",
                                Files.readString(Path.of("/proc/sys/kernel/random/boot_id"))
                                        .strip()));
        assertThat(folder.state()).isInstanceOf(RunState.Lost.class);
    }

    @Test
    void theClaimOutlivesTheResultSoThatALateLauncherStillStartsNothing() throws Exception {
        launch(FAR, "echo once >> ../marks").waitFor();
        folder.settle();
        assertThat(folder.isIdle()).isTrue();
        folder.prepare("true", new byte[0]);
        assertThat(launch(FAR, "echo twice >> ../marks").waitFor()).isNotZero();
        assertThat(parent.resolve("marks")).hasContent("once");
    }

    @Test
    void anOutputIsCutAfterOneMebibyteAndSaysSo() throws Exception {
        launch(FAR, "head -c 1500000 /dev/zero").waitFor();
        assertThat(folder.output("stdout")).hasSizeLessThan(1_048_700).endsWith("[cut after 1 MiB of 1500000 bytes]");
    }

    private Process launch(String deadline, String command) throws IOException {
        Path script = Path.of("src/main/resources/sandbox/launch").toAbsolutePath();
        var line = List.of(
                "setsid",
                "sh",
                script.toString(),
                folder.path().toString(),
                deadline,
                "setpriv",
                "--pdeathsig",
                "KILL",
                "sh",
                "-c",
                command);
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(parent.resolve("launcher.log").toFile())
                .start();
    }

    private static long processes(String argument) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(argument))
                .count();
    }
}
