package io.fettle.dag.worker;

import static io.fettle.dag.testsupport.Calls.ended;
import static io.fettle.dag.testsupport.Calls.execute;
import static io.fettle.dag.testsupport.Calls.status;
import static io.fettle.dag.testsupport.Calls.stdout;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.fettle.dag.command.DagDirectory;
import io.fettle.platform.Ids;
import io.fettle.platform.testsupport.Tables;

@QuarkusTest
class WorkerTest {

    private static final int ORG = 20;
    private static final UUID DEAD = UUID.randomUUID();

    @Inject
    Ids ids;

    @Inject
    Worker worker;

    @Inject
    DagDirectory directory;

    @ConfigProperty(name = "fettle.dag.directory")
    Path root;

    @ConfigProperty(name = "fettle.inventory.url")
    String inventory;

    @AfterEach
    void inventoryIsBack() {
        given().put(inventory + "/away/false");
    }

    @Test
    void aNodeWhoseWorkerDiedBeforeItStartedIsStartedByAnother() {
        String id = running("echo taken over", 10_000, directory.place(), -1);
        var status = ended(ORG, id);
        assertThat(stdout(status)).isEqualTo("taken over\n");
        assertThat(fence(id)).isEqualTo(2);
    }

    @Test
    void aNodeThatIsStillLeasedIsLeftAlone() {
        String id = running("echo mine", 10_000, directory.place(), 3);
        worker.wake();
        assertThat(status(ORG, id).jsonPath().getString("status")).isEqualTo("In Progress");
        assertThat(fence(id)).isEqualTo(1);
        assertThat(stdout(ended(ORG, id))).isEqualTo("mine\n");
    }

    @Test
    void aCommandThatRunsIsFollowedToItsEndAndNotStartedAgain() throws Exception {
        String id = leased("echo again >> marks");
        Process launcher = launch(id, "echo once; sleep 1; echo end; exit 4");
        await().until(() -> Files.exists(folder(id).resolve("claim")));
        expire(id);
        var status = ended(ORG, id);
        assertThat(stdout(status)).isEqualTo("once\nend\n");
        assertThat(status.getInt("results[0].rc")).isEqualTo(4);
        assertThat(launcher.waitFor()).isZero();
        assertThat(root.resolve("hosts/20/printhost01/marks")).doesNotExist();
    }

    @Test
    void aCommandThatEndedWhileNobodyLookedKeepsItsOutcome() throws Exception {
        String id = leased("echo again");
        launch(id, "echo once").waitFor();
        expire(id);
        assertThat(stdout(ended(ORG, id))).isEqualTo("once\n");
    }

    @Test
    void aCommandWhoseLauncherDiedIsCalledUnknown() throws Exception {
        String id = leased("echo again >> marks");
        Process launcher = launch(id, "echo begun; exec sleep 60");
        await().until(() -> Files.exists(folder(id).resolve("stdout"))
                && Files.size(folder(id).resolve("stdout")) > 0);
        launcher.destroyForcibly().waitFor();
        expire(id);
        var status = ended(ORG, id);
        assertThat(status.getString("status")).isEqualTo("Outcome Unknown");
        assertThat(stdout(status)).isEqualTo("begun\n");
        assertThat(root.resolve("hosts/20/printhost01/marks")).doesNotExist();
    }

    @Test
    void aNodeOfAMachineThatIsGoneWaitsForItAndIsThenCalledUnknown() {
        String id = running("echo elsewhere", 10_000, UUID.randomUUID(), -30);
        String lost = running("echo elsewhere", 10_000, UUID.randomUUID(), -3600);
        assertThat(ended(ORG, lost).getString("status")).isEqualTo("Outcome Unknown");
        assertThat(status(ORG, id).jsonPath().getString("status")).isEqualTo("In Progress");
        Tables.run(
                "update node_run set outcome = 'UNKNOWN', status = 'ENDED' where execution_id = $1",
                Long.parseLong(id));
    }

    @Test
    void anOutcomeOfALeaseThatWasLostDoesNotCount() {
        String id = execute(ORG, Map.of("command_to_execute", "sleep 1; echo first", "target_host", "printhost01"))
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        await().until(() -> fence(id) == 1);
        Tables.run("update node_run set fence = 2, owner = $2 where execution_id = $1", Long.parseLong(id), DEAD);
        await().until(() -> Files.exists(folder(id).resolve("exit")));
        expire(id);
        assertThat(stdout(ended(ORG, id))).isEqualTo("first\n");
        assertThat(fence(id)).isEqualTo(3);
        assertThat(finished(id)).isEqualTo(1);
    }

    @Test
    void aNodeWaitsWhileInventoryIsAway() {
        given().put(inventory + "/away/true");
        execute(21, Map.of("command_to_execute", "id", "target_host", "printhost01"))
                .then()
                .statusCode(503)
                .header("Retry-After", "1");
        String id = queued(21, "echo patient", 10_000);
        await().until(() -> tries(id) >= 2);
        JsonPath status = status(21, id).jsonPath();
        assertThat(status.getString("status")).isEqualTo("In Progress");
        given().put(inventory + "/away/false");
        assertThat(stdout(ended(21, id))).isEqualTo("patient\n");
    }

    @Test
    void aCommandThatTakesTooLongIsStoppedWithAllItStarted() {
        String id = queued(ORG, "setsid sleep 87.6543 & sleep 87.6543 & trap '' TERM; sleep 87.6543", 1000);
        var status = ended(ORG, id);
        assertThat(status.getString("status")).isEqualTo("Timed Out");
        assertThat(status.getString("results[0].event_data.res.response_message"))
                .isEqualTo("command on printhost01 was stopped after 1s");
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains("87.6543")))
                .isEmpty();
    }

    @Test
    void anExitCodeOf124IsNoTimeOut() {
        assertThat(ended(ORG, queued(ORG, "exit 124", 10_000)).getString("status"))
                .isEqualTo("Failed");
    }

    @Test
    void noMoreThanFourRunAtOnceAndAllRunOnce() {
        // The pause is the work of each command: those that run at once see one another's slots.
        List<String> started = IntStream.range(0, 12)
                .mapToObj(i -> queued(
                        22,
                        "s=$(mktemp -d slot.XXXXXX); ls -d slot.* | wc -l; echo x >> marks; sleep 0.3; rmdir $s",
                        10_000))
                .toList();
        started.forEach(id -> ended(22, id));
        assertThat(root.resolve("hosts/22/printhost01/marks")).hasContent("x\n".repeat(12));
        assertThat(started).allSatisfy(id -> assertThat(finished(id)).isEqualTo(1));
        int most = started.stream()
                .mapToInt(id -> Integer.parseInt(stdout(ended(22, id)).strip()))
                .max()
                .orElseThrow();
        assertThat(most).isBetween(2, 4);
    }

    /** A run as a worker that was killed left it: a launcher that runs, and a row that is leased. */
    private Process launch(String id, String command) throws Exception {
        Files.createDirectories(folder(id));
        Files.createFile(folder(id).resolve("arguments"));
        Files.writeString(folder(id).resolve("command"), command);
        return new ProcessBuilder(
                        "setsid",
                        "sh",
                        root.resolve("sandbox/launch").toString(),
                        folder(id).toString(),
                        "999999999999",
                        "setpriv",
                        "--pdeathsig",
                        "KILL",
                        "sh",
                        "-c",
                        "echo '{ \"exit-code\": 0 }' >&4; " + command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private Path folder(String id) {
        return root.resolve("runs").resolve(id).resolve("command-1");
    }

    private String queued(int org, String command, long limitMillis) {
        String id = insert(org, command, limitMillis, "QUEUED", null, null, 0);
        worker.wake();
        return id;
    }

    private String leased(String command) {
        return running(command, 10_000, directory.place(), 600);
    }

    private String running(String command, long limitMillis, UUID place, int dueInSeconds) {
        return insert(ORG, command, limitMillis, "RUNNING", DEAD, place, dueInSeconds);
    }

    private String insert(
            int org, String command, long limitMillis, String status, UUID owner, UUID place, int dueInSeconds) {
        long id = ids.next();
        Tables.run(
                "insert into execution (id, org, requested_by, requested_at) values ($1, $2, 'test', now())", id, org);
        Tables.run(
                """
                        insert into node_run (id, execution_id, org, node, host, definition, timeout_millis, status, owner,
                            place, fence, due_at)
                        values ($1, $2, $3, 'command', 'printhost01', $4, $5, $6, $7, $8, $9,
                            now() + make_interval(secs => $10))
                        """,
                ids.next(),
                id,
                org,
                new JsonObject().put("command", command).put("parameters", new JsonObject()),
                limitMillis,
                status,
                owner,
                place,
                owner == null ? 0L : 1L,
                (double) dueInSeconds);
        return String.valueOf(id);
    }

    private void expire(String id) {
        Tables.run("update node_run set due_at = now() where execution_id = $1", Long.parseLong(id));
        worker.wake();
    }

    private long fence(String id) {
        return Tables.count("select fence from node_run where execution_id = $1", Long.parseLong(id));
    }

    private long tries(String id) {
        return Tables.count("select tries::bigint from node_run where execution_id = $1", Long.parseLong(id));
    }

    private long finished(String id) {
        return Tables.count("select count(*) from outbox where key = $1", id);
    }
}
