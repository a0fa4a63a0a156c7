package io.fettle.inventory.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.inventory.testsupport.Inventory;
import io.fettle.platform.caller.Role;
import io.fettle.platform.testsupport.Tables;

@QuarkusTest
class ConfigurationItemResourceTest {

    @Test
    void whatWasLoadedIsReadUnderTheContractsNamesAndNoOthers() {
        var inventory = new Inventory(101);
        inventory
                .load("3", "CTASK1", List.of(Map.of("HostName", "web01", "device_enviornment", "Production")))
                .statusCode(200)
                .body("Status", equalTo("Success"))
                .body("Id.toLong() > 0", equalTo(true));
        Map<String, Object> item =
                inventory.ofTask("3", "CTASK1").statusCode(200).extract().path("Result[0]");
        assertThat(item.keySet())
                .containsExactly(
                        "HostName",
                        "device_ci_name",
                        "device_management_ip",
                        "device_firmware_version",
                        "device_type",
                        "Col1",
                        "Col2",
                        "Col3",
                        "Col4",
                        "Col5",
                        "device_manufacturername",
                        "device_model",
                        "device_location",
                        "device_subcategory",
                        "device_componentcategory",
                        "device_productname",
                        "device_enviornment",
                        "device_componentcriticality",
                        "device_status");
        assertThat(item).containsEntry("HostName", "web01").containsEntry("device_enviornment", "Production");
        assertThat(item.values()).filteredOn(""::equals).hasSize(17);
    }

    @Test
    void theItemsOfATaskAreInTheOrderOfTheirNamesAndNobodyElses() {
        var inventory = new Inventory(102);
        inventory.load("3", "CTASK1", List.of(host("web02"), host("Web01"))).statusCode(200);
        inventory.load("3", "CTASK2", List.of(host("web03"))).statusCode(200);
        inventory.load("4", "CTASK1", List.of(host("web04"))).statusCode(200);
        inventory.ofTask("3", "CTASK1").body("Count", equalTo(2)).body("Result.HostName", contains("Web01", "web02"));
        inventory
                .ofTask("3", "CTASK9")
                .statusCode(200)
                .body("Count", equalTo(0))
                .body("Result", empty());
        new Inventory(103).ofTask("3", "CTASK1").body("Result", empty());
    }

    @Test
    void aHostThatIsLoadedAgainChangesWhatIsSaidAndKeepsTheRest() {
        var inventory = new Inventory(104);
        inventory.has(Map.of(
                "HostName", "db01", "device_model", "R740", "Col1", "old", "Connection", Map.of("Type", "local")));
        inventory
                .load("2", "TASK2", List.of(Map.of("HostName", "DB01", "Col1", "", "device_status", "In use")))
                .statusCode(200);
        inventory
                .search("q", "db01")
                .body("Count", equalTo(1))
                .body("Result[0].HostName", equalTo("DB01"))
                .body("Result[0].device_model", equalTo("R740"))
                .body("Result[0].device_status", equalTo("In use"))
                .body("Result[0].Col1", equalTo(""))
                .body("Result[0].Connection.Type", equalTo("local"));
        inventory.ofTask("1", "TASK1").body("Result.HostName", contains("DB01"));
        inventory.ofTask("2", "TASK2").body("Result.HostName", contains("DB01"));
    }

    @Test
    void textIsKeptAsItCameAndNumbersAndOneObjectAreTaken() {
        var inventory = new Inventory(105);
        inventory
                .load("1", "T1", "{\"hostname\":\" web01 \",\"COL1\":\"  ü \\\"'\\\\ \",\"col2\":7,\"col3\":true}")
                .statusCode(200);
        inventory
                .ofTask("1", "T1")
                .body("Result[0].HostName", equalTo("web01"))
                .body("Result[0].Col1", equalTo("  ü \"'\\ "))
                .body("Result[0].Col2", equalTo("7"))
                .body("Result[0].Col3", equalTo("true"));
    }

    @Test
    void oneBadItemRefusesTheArrayWithAllFaults() {
        var inventory = new Inventory(106);
        JsonPath answer = inventory
                .load("1", "T1", """
                        [{"HostName":"good01"}, {"Col1":"no name"}, null, {"HostName":"two words"},
                         {"HostName":"GOOD01"}, {"HostName":"s1","Col5":"a\\u0000b","Connection":{}},
                         {"HostName":"s2","Connection":{"Type":"telnet","Address":"a b","Port":65536,"User":"-x",
                          "SecretName":"../x","HostKey":"-----BEGIN OPENSSH PRIVATE KEY-----"}}]
                        """)
                .statusCode(400)
                .body("Id", nullValue())
                .extract()
                .jsonPath();
        assertThat(answer.<Map<String, Object>>getList("Errors"))
                .extracting(fault -> fault.get("Index") + " " + fault.get("Field"))
                .containsExactly(
                        "1 HostName",
                        "2 null",
                        "3 HostName",
                        "4 HostName",
                        "5 Col5",
                        "5 Connection.Type",
                        "6 Connection.Type",
                        "6 Connection.Address",
                        "6 Connection.Port",
                        "6 Connection.User",
                        "6 Connection.SecretName",
                        "6 Connection.HostKey");
        assertThat(answer.getString("Errors[3].Message")).isEqualTo("is that of item 0");
        inventory.search().body("Result", empty());
    }

    @Test
    void aPortThatIsNoNumberIsNamed() {
        new Inventory(107)
                .load("1", "T1", "[{\"HostName\":\"a\"},{\"HostName\":\"b\",\"Connection\":{\"Port\":\"ssh\"}}]")
                .statusCode(400)
                .body("Errors[0].Index", equalTo(1))
                .body("Errors[0].Field", equalTo("Connection.Port"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "", "null", "[7]", "{"})
    void aBodyWithoutItemsIsRefused(String body) {
        new Inventory(108).load("1", "T1", body).statusCode(400).body("Status", equalTo("Fail"));
    }

    @Test
    void tenThousandItemsAreLoadedAndOneMoreIsTooMany() {
        var inventory = new Inventory(109);
        var items = IntStream.range(0, 10_001)
                .mapToObj(i -> host("host%05d".formatted(i)))
                .toList();
        inventory.load("1", "T1", items).statusCode(413);
        inventory.load("1", "T1", items.subList(0, 10_000)).statusCode(200);
        inventory.host("host09999").statusCode(200);
        inventory.host("host10000").statusCode(404);
        inventory.ofTask("1", "T1").body("Count", equalTo(10_000)).body("Next", nullValue());
    }

    @Test
    void loadsAtOnceOfTheSameHostsInAnyOrderBothSucceed() {
        var inventory = new Inventory(110);
        var forwards = IntStream.range(0, 500).mapToObj(i -> host("h" + i)).toList();
        var backwards =
                IntStream.range(0, 500).mapToObj(i -> host("h" + (499 - i))).toList();
        var loads = Stream.of(forwards, backwards, forwards, backwards)
                .map(items -> CompletableFuture.runAsync(
                        () -> inventory.load("1", "T1", items).statusCode(200)))
                .toList();
        loads.forEach(CompletableFuture::join);
        inventory.ofTask("1", "T1").body("Count", equalTo(500));
    }

    @Test
    void theSearchLooksAtNamesAndAddressesInAnyCase() {
        var inventory = new Inventory(111);
        inventory.has(
                Map.of("HostName", "print01", "device_ci_name", "Drucker_SÜD 100%", "device_management_ip", "10.1.1.9"),
                host("web01"));
        for (String part : List.of("PRINT0", "drucker_süd", "100%", "10.1.1.9", " print01 ")) {
            inventory.search("q", part).statusCode(200).body("Result.HostName", contains("print01"));
        }
        inventory.search("q", "1_").body("Result", empty());
        inventory.search("q", "nowhere").statusCode(200).body("Count", equalTo(0));
        new Inventory(112).search("q", "print01").body("Result", empty());
    }

    @Test
    void longListsAreReadPageByPage() {
        var inventory = new Inventory(113);
        inventory.has(host("A1"), host("a2"), host("a3"));
        String next = inventory
                .search("q", "a", "limit", "2")
                .body("Result.HostName", contains("A1", "a2"))
                .extract()
                .path("Next");
        inventory
                .search("q", "a", "limit", "2", "after", next)
                .body("Result.HostName", contains("a3"))
                .body("Next", nullValue());
        inventory.search("limit", "3").body("Result", hasSize(3)).body("Next", nullValue());
        inventory
                .as(Role.INVENTORY_WRITE)
                .get("/v2/inventory/hostname/113/1/TASK1?limit=1&after=A1")
                .then()
                .body("Result.HostName", contains("a2"))
                .body("Next", equalTo("a2"));
    }

    @ParameterizedTest
    @CsvSource({"limit, 0", "limit, 10001", "limit, x", "after, -\0", "after, a b", "q, a\0b"})
    void aMalformedParameterIsRefused(String name, String value) {
        new Inventory(114).search(name, value).statusCode(400).body("Status", equalTo("Fail"));
    }

    @Test
    void aMalformedGroupOrTaskIsRefused() {
        var inventory = new Inventory(115);
        inventory
                .load("\0", "x".repeat(101), List.of(host("web01")))
                .statusCode(400)
                .body("Errors.Field", contains("groupId", "tasknumber"));
        inventory.ofTask("1", "\0").statusCode(400);
    }

    @Test
    void aPasswordSentByMistakeIsKeptNowhere() {
        new Inventory(116)
                .has(Map.of(
                        "HostName",
                        "web01",
                        "Password",
                        "canary",
                        "Connection",
                        Map.of("Type", "ssh", "Password", "canary", "SecretName", "web-ops")));
        Row row = Tables.run("select * from configuration_item where org = 116").get(0);
        assertThat(row.deepToString()).contains("web-ops").doesNotContain("canary");
    }

    @Test
    void onlyWhoMayWriteLoadsAndOnlyMembersRead() {
        var inventory = new Inventory(117);
        String path = "/v2/inventory/hostname/117/1/T1";
        for (String role : List.of(Role.RUNBOOKS_ADMIN, Role.TICKETS_WRITE, Role.ADMIN)) {
            inventory
                    .as(role)
                    .contentType("application/json")
                    .body(List.of(host("web01")))
                    .put(path)
                    .then()
                    .statusCode(403);
        }
        inventory.as(Role.TICKETS_READ).get(path).then().statusCode(403);
        inventory.as(Role.RUNBOOKS_ADMIN).get(path).then().statusCode(200);
        var stranger = new Inventory(118);
        stranger.as(Role.INVENTORY_WRITE).get(path).then().statusCode(403);
        stranger.as(Role.INVENTORY_WRITE).get("/v2/inventory/ci/117").then().statusCode(403);
        stranger.as(Role.INVENTORY_WRITE)
                .contentType("application/json")
                .body(List.of(host("web01")))
                .put(path)
                .then()
                .statusCode(403);
    }

    private static Map<String, String> host(String name) {
        return Map.of("HostName", name);
    }
}
