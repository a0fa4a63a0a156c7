package io.fettle.runbook.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.fettle.runbook.testsupport.ARunbook;
import io.fettle.runbook.testsupport.Catalogue;
import io.fettle.runbook.testsupport.Collected;
import io.fettle.runbook.testsupport.Ledger;
import io.fettle.runbook.testsupport.Topics;

@QuarkusTest
class ReviewTest {

    @Inject
    Topics topics;

    @Inject
    Ledger ledger;

    @Test
    void aTicketWithoutARunbookStaysWithARemarkUntilARunbookIsThere() {
        topics.ticketTransition(Collected.ticket(301, "early").event());
        JsonNode remark = topics.progressOf(301, "early", 1).get(0).event();
        assertThat(remark.at("/steps/0/status").asText()).isEqualTo("DATA_COLLECTED");
        assertThat(remark.at("/steps/0/reason").asText())
                .isEqualTo("No runbook matches: the catalogue has no active one");
        assertThat(remark.get("interactionId").isNull()).isTrue();

        Catalogue.add(301, ARunbook.called("7611"));
        JsonNode progress = topics.progressOf(301, "early", 2).get(1).event();
        assertThat(progress.at("/steps/5/status").asText()).isEqualTo("MARKED_FOR_EXECUTION");
        topics.requestOf(progress.path("interactionId").asText());
    }

    @Test
    void aRunbookThatIsActivatedFindsTheTicketsThatWait() {
        Catalogue.add(302, ARunbook.called("a").inactive());
        topics.ticketTransition(Collected.ticket(302, "waits").event());
        topics.progressOf(302, "waits", 1);
        Catalogue.replace(302, "a", ARunbook.called("a"));
        assertThat(topics.progressOf(302, "waits", 2)).hasSize(2);
    }

    @Test
    void moreTicketsThanABatchAreAllDecidedOnOnceThoughTheRunbookComesWhileTheyArrive() {
        List<ObjectNode> tickets = IntStream.range(0, 250)
                .mapToObj(i -> Collected.ticket(303, "t" + i).event())
                .toList();
        tickets.forEach(topics::ticketTransition);
        topics.progressOf(303, "t120", 1);
        Catalogue.add(303, ARunbook.called("a"));
        Catalogue.add(303, ARunbook.called("unrelated").matching("Summary", "Equals", "-"));
        tickets.forEach(ledger::awaitHandled);
        ledger.awaitReview(303);
        assertThat(ledger.requestsOf(303)).isEqualTo(250);
        assertThat(ledger.toldOf(303, "t0")).isEqualTo(2);
    }

    @Test
    void aTicketThatStillHasNoRunbookIsNotRemarkedAgain() {
        topics.ticketTransition(Collected.ticket(304, "waits").event());
        topics.progressOf(304, "waits", 1);
        Catalogue.add(304, ARunbook.called("unrelated").matching("Summary", "Equals", "-"));
        ledger.awaitReview(304);
        assertThat(ledger.toldOf(304, "waits")).isEqualTo(1);
    }

    @Test
    void aTicketThatWasResolvedMeanwhileIsLeftAlone() {
        topics.ticketTransition(Collected.ticket(305, "resolved").event());
        ObjectNode resolved =
                Collected.ticket(305, "resolved").version(2).resolved().event();
        topics.ticketTransition(resolved);
        topics.ticketTransition(Collected.ticket(305, "waits").event());
        topics.progressOf(305, "waits", 1);
        Catalogue.add(305, ARunbook.called("7611"));
        ledger.awaitReview(305);
        assertThat(ledger.toldOf(305, "waits")).isEqualTo(2);
        assertThat(ledger.toldOf(305, "resolved")).isEqualTo(1);
    }

    @Test
    void aTicketThatIsChangedWhileItWaitsIsDecidedOnWithItsNewText() {
        Catalogue.add(306, ARunbook.called("7611"));
        topics.ticketTransition(
                Collected.ticket(306, "edited").with("Summary", "?").event());
        topics.progressOf(306, "edited", 1);
        topics.ticketTransition(Collected.ticket(306, "edited").version(2).event());
        assertThat(topics.progressOf(306, "edited", 2)
                        .get(1)
                        .event()
                        .at("/steps/5/status")
                        .asText())
                .isEqualTo("MARKED_FOR_EXECUTION");
    }
}
