package io.fettle.ticket;

import static io.fettle.ticket.testsupport.AnIncident.anIncident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.fettle.platform.caller.Organisations;
import io.fettle.platform.testsupport.TableSecurity;
import io.fettle.platform.testsupport.Tables;
import io.fettle.platform.testsupport.WithoutOrganisationCheck;
import io.fettle.ticket.date.OrganisationZones;
import io.fettle.ticket.testsupport.AnIncident;
import io.fettle.ticket.testsupport.Connector;
import io.fettle.ticket.testsupport.Kind;

/** The service does not check the caller's organisation here: Postgres does. */
@QuarkusTest
@TestProfile(WithoutOrganisationCheck.class)
class RowSecurityTest {

    private final Connector own = new Connector();
    private final Connector stranger = new Connector();

    @Inject
    OrganisationZones zones;

    @ParameterizedTest
    @EnumSource
    void aStrangerReadsNothing(Kind kind) {
        AnIncident ticket = kind.aTicket();
        kind.push(own, ticket).statusCode(200);
        Connector caller = own.usedBy(stranger);
        assertThat(kind.find(caller)).isEmpty();
        assertThat(kind.statusOf(caller, ticket.number())).isEmpty();
        assertThat(kind.historyOf(caller, ticket.number())).isEmpty();
        assertThat(kind.find(own)).hasSize(1);
        assertThat(kind.statusOf(own, ticket.number())).hasSize(1);
        assertThat(kind.historyOf(own, ticket.number())).hasSize(1);
        if (kind.hasV1()) {
            assertThat(kind.findV1(caller)).isEmpty();
            assertThat(kind.findV1(own)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStrangerChangesNothing(Kind kind) {
        AnIncident ticket = kind.aTicket();
        kind.push(own, ticket).statusCode(200);
        List<Object> before = kind.find(own).stream().map(Object.class::cast).toList();
        Connector caller = own.usedBy(stranger);
        String forgery = AnIncident.array(
                ticket.with("Summary", "forged").with("LastModifiedDate", "2030-01-01 00:00:00"), kind.aTicket());
        kind.push(caller, forgery).statusCode(403);
        if (kind.hasV1()) {
            kind.pushV1(caller, forgery).statusCode(403);
        }
        assertThat(kind.find(own)).isEqualTo(before);
        assertThat(kind.find(stranger)).isEmpty();
    }

    @Test
    void aStrangersPushThatArrivesWithOthersIsRefusedAlone() {
        Connector caller = own.usedBy(stranger);
        List<Integer> codes = IntStream.range(0, 60)
                .parallel()
                .mapToObj(i -> (i % 3 == 0 ? caller : own).push(anIncident()))
                .map(answer -> answer.extract().statusCode())
                .toList();
        assertThat(codes).filteredOn(code -> code == 403).hasSize(20);
        assertThat(codes).filteredOn(code -> code == 200).hasSize(40);
        assertThat(own.find("")).hasSize(40);
    }

    @Test
    void aStrangerLearnsNothingOfAReceipt() {
        String id = own.push(anIncident()).statusCode(200).extract().path("Id");
        receipt(own.usedBy(stranger), id).statusCode(404);
        receipt(own, id).statusCode(200).body("Result.Inserted", equalTo(1));
    }

    @Test
    void aStrangerCountsNoOutcome() {
        AnIncident ticket = anIncident();
        own.push(ticket).statusCode(200);
        Tables.run("""
                        insert into transition (org, module, sys_id, version, from_status, to_status, at, actor)
                        select $1, 1, $2, version, 'MARKED_FOR_EXECUTION', to_status, now(), 'test'
                        from (values (98, 'EXECUTION_FAILED'), (99, 'EXECUTION_SUCCESSFUL')) as made (version, to_status)
                        """, own.org(), ticket.sysId());
        outcome(own.usedBy(stranger), "resolved").body("Result.TicketResolved", equalTo("0"));
        outcome(own.usedBy(stranger), "unresolved").body("Result.TicketFailed", equalTo("0"));
        outcome(own, "resolved").body("Result.TicketResolved", equalTo("1"));
        outcome(own, "unresolved").body("Result.TicketFailed", equalTo("1"));
    }

    @Test
    void aStrangerLearnsNoZoneAndKeepsNobodyFromLearningIt() {
        Tables.run("insert into zone_override (org, name, zone) values ($1, 'IST', 'Europe/Dublin')", own.org());
        assertThat(ist(Organisations.ALL.only(stranger.org()))).isEqualTo("Asia/Kolkata");
        assertThat(ist(Organisations.ALL.only(own.org()))).isEqualTo("Europe/Dublin");
        assertThat(ist(Organisations.ALL.only(stranger.org()))).isEqualTo("Asia/Kolkata");
    }

    @Test
    void eachTableHoldsTheLine() {
        own.push(anIncident()).statusCode(200);
        TableSecurity.everyTableIsSecured();
        TableSecurity.everyViewIsReadWithTheRightsOfItsReader();
        TableSecurity.aStatementThatSaysNothingSeesNothing(own.org());
        TableSecurity.whatIsDoneForOneTouchesNoRowOfAnother(own.org(), stranger.org());
    }

    private static ValidatableResponse receipt(Connector caller, String id) {
        return caller.get("/v2/requests/" + id + "/" + caller.org());
    }

    private static ValidatableResponse outcome(Connector caller, String which) {
        return caller.get("/v2/incident/" + which + "/" + caller.org()).statusCode(200);
    }

    private String ist(Organisations asking) {
        return zones.of(own.org(), asking)
                .await()
                .indefinitely()
                .find("IST")
                .orElseThrow()
                .getId();
    }
}
