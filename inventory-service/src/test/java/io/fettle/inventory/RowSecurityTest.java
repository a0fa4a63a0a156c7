package io.fettle.inventory;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.fettle.inventory.testsupport.Inventory;
import io.fettle.platform.testsupport.TableSecurity;
import io.fettle.platform.testsupport.WithoutOrganisationCheck;

/** The service does not check the caller's organisation here: Postgres does. */
@QuarkusTest
@TestProfile(WithoutOrganisationCheck.class)
class RowSecurityTest {

    private static final int ORG = 901;
    private static final int STRANGERS = 902;

    private final Inventory own = new Inventory(ORG);
    private final Inventory stranger = new Inventory(ORG, STRANGERS);

    @BeforeEach
    void aHostIsThere() {
        own.has(Map.of("HostName", "web01", "Connection", Map.of("Type", "local")));
    }

    @Test
    void aStrangerReadsNothing() {
        stranger.ofTask("1", "TASK1").statusCode(200).body("Result", empty());
        stranger.search("q", "web01").statusCode(200).body("Result", empty());
        own.ofTask("1", "TASK1").body("Result.HostName", contains("web01"));
        own.search("q", "web01").body("Result.HostName", contains("web01"));
    }

    @Test
    void aStrangerChangesNothing() {
        stranger.load("1", "TASK1", List.of(Map.of("HostName", "web01", "Col1", "forged")))
                .statusCode(403)
                .body("Status", equalTo("Fail"));
        stranger.load("1", "TASK1", List.of(Map.of("HostName", "web02"))).statusCode(403);
        own.search().body("Result.HostName", contains("web01")).body("Result.Col1", contains(""));
    }

    @Test
    void ourOwnServicesReachEachHost() {
        own.host("web01").statusCode(200);
    }

    @Test
    void eachTableHoldsTheLine() {
        TableSecurity.everyTableIsSecured();
        TableSecurity.everyViewIsReadWithTheRightsOfItsReader();
        TableSecurity.aStatementThatSaysNothingSeesNothing(ORG);
        TableSecurity.whatIsDoneForOneTouchesNoRowOfAnother(ORG, STRANGERS);
    }
}
