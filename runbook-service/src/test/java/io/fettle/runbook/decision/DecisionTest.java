package io.fettle.runbook.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.fettle.runbook.catalogue.Condition;
import io.fettle.runbook.catalogue.Parameter;
import io.fettle.runbook.catalogue.Runbook;
import io.fettle.runbook.decision.Step.Status;
import io.fettle.runbook.testsupport.ARunbook;

class DecisionTest {

    private static final Instant START = Instant.parse("2026-11-24T10:15:30Z");
    private static final Ticket TICKET =
            ticket("Print spooler stopped", "The spooler on server printhost01 does not answer");

    @Test
    void aMatchingRunbookInAutomaticModeIsMarkedForExecution() {
        Decision decision = decide(TICKET, ARunbook.called("7611").build());
        assertThat(decision.steps())
                .extracting(Step::status)
                .containsExactly(
                        Status.PICKED_FOR_RECOMMENDATION,
                        Status.MOVE_TO_PARSING,
                        Status.PICKED_FOR_PARSING,
                        Status.PICKED_FOR_IN_PROGRESS,
                        Status.MOVE_TO_ASSIGNATION_DECISION,
                        Status.MARKED_FOR_EXECUTION);
        assertThat(decision.steps())
                .extracting(Step::reason)
                .containsExactly(
                        "Matching 1 runbook",
                        "restart-spooler: every rule holds",
                        "2 parameters to extract",
                        "Work has begun",
                        "Parameters complete: host, service",
                        "Automatic: similarity 1.00 reaches 0.70");
        assertThat(decision.plan().parameters()).isEqualTo(Map.of("host", "printhost01", "service", "spooler"));
        assertThat(decision.plan().targetHost()).isEqualTo("printhost01");
        assertThat(decision.plan().command()).isEqualTo("systemctl restart ${service}");
    }

    @Test
    void eachStepHasTheTimeAtWhichItWasTaken() {
        Decision decision = decide(TICKET, ARunbook.called("7611").build());
        assertThat(decision.steps())
                .extracting(Step::at)
                .containsExactlyElementsOf(
                        IntStream.range(0, 6).mapToObj(START::plusMillis).toList());
    }

    @Test
    void aManualRunbookWaitsForAPerson() {
        Decision decision = decide(TICKET, ARunbook.called("7611").manual().build());
        assertThat(decision.outcome()).isEqualTo(Status.PENDING_FOR_APPROVAL);
        assertThat(decision.reason()).isEqualTo("Manual: restart-spooler is not in automatic mode");
        assertThat(decision.plan().targetHost()).isEqualTo("printhost01");
    }

    @Test
    void aRequiredParameterThatWasNotFoundIsNamed() {
        Decision decision = decide(
                ticket("Spooler stopped", "somewhere"), ARunbook.called("7611").build());
        assertThat(decision.outcome()).isEqualTo(Status.PENDING_FOR_APPROVAL);
        assertThat(decision.reason()).isEqualTo("Not found in the ticket: host");
        assertThat(decision.plan().parameters()).isEqualTo(Map.of("service", "spooler"));
        assertThat(decision.plan().targetHost()).isNull();
    }

    @Test
    void aHostWithoutItsParameterIsNeverRunOnAlthoughTheParameterIsOptional() {
        var runbook = ARunbook.called("7611")
                .with(new Parameter("zone", false, "Col9", null, null, false))
                .command("true", "${host}.${zone}")
                .build();
        assertThat(decide(TICKET, runbook).reason()).isEqualTo("Not found in the ticket: zone");
    }

    @Test
    void anOptionalParameterThatWasNotFoundIsEmpty() {
        var runbook = ARunbook.called("7611")
                .with(new Parameter("note", false, "Col9", null, null, false))
                .build();
        assertThat(decide(TICKET, runbook).plan().parameters()).containsEntry("note", "");
    }

    @Test
    void severalRunbooksThatMatchAreNamedForAPersonToChoose() {
        Decision decision = decide(
                TICKET,
                ARunbook.called("2").named("restart-host").build(),
                ARunbook.called("1").named("restart-spooler").build());
        assertThat(decision.steps()).hasSize(6);
        assertThat(decision.outcome()).isEqualTo(Status.PENDING_FOR_APPROVAL);
        assertThat(decision.reason()).isEqualTo("Several runbooks match: restart-spooler, restart-host");
        assertThat(decision.plan()).isNull();
    }

    @Test
    void allRulesMustHold() {
        var runbook = ARunbook.called("7611")
                .matching(new Condition("summary", "Contains", "SPOOLER"), new Condition("Col1", "Equals", "high"))
                .build();
        assertThat(decide(TICKET, runbook).outcome()).isEqualTo(Status.MARKED_FOR_EXECUTION);
        assertThat(decide(with(TICKET, "Col1", "low"), runbook).reason())
                .isEqualTo("No runbook matches. restart-spooler: Col1 does not equal 'high'");
    }

    @Test
    void everyLoserHasItsReason() {
        Decision decision = decide(
                TICKET,
                ARunbook.called("1").build(),
                ARunbook.called("2")
                        .named("clean-disk")
                        .matching("Summary", "Contains", "disk")
                        .build(),
                ARunbook.called("3").named("events-only").forModules("9").build(),
                ARunbook.called("4")
                        .named("no-such-field")
                        .matching("Colour", "Equals", "red")
                        .build(),
                ARunbook.called("5").named("without-rules").matching().build());
        assertThat(decision.steps().get(1).reason())
                .isEqualTo("restart-spooler: every rule holds. Not chosen: clean-disk: Summary does not contain 'disk';"
                        + " events-only: it is not for module 1; no-such-field: the ticket has no Colour;"
                        + " without-rules: it has no Match rules, and similarity of texts is not compared yet");
    }

    @Test
    void theFirstTenLosersAreNamedAndTheOthersCounted() {
        Runbook[] runbooks = IntStream.range(10, 22)
                .mapToObj(i -> ARunbook.called("" + i)
                        .named("r" + i)
                        .matching("Summary", "Equals", "x")
                        .build())
                .toArray(Runbook[]::new);
        assertThat(decide(TICKET, runbooks).reason())
                .startsWith("No runbook matches. r10: Summary does not equal 'x'; r11: ")
                .endsWith("; and 2 more");
    }

    @Test
    void withoutAMatchTheTicketStaysWithARemark() {
        Decision decision = decide(TICKET);
        assertThat(decision.steps())
                .singleElement()
                .satisfies(step -> assertThat(step.status()).isEqualTo(Status.DATA_COLLECTED));
        assertThat(decision.reason()).isEqualTo("No runbook matches: the catalogue has no active one");
    }

    private static Decision decide(Ticket ticket, Runbook... runbooks) {
        return Decision.of(
                ticket,
                Stream.of(runbooks).map(runbook -> ActiveRunbook.of(runbook, 1)).toList(),
                new Ticking());
    }

    private static Ticket ticket(String summary, String description) {
        return new Ticket(
                new TicketKey(1, 1, "abc"),
                "INC1",
                Map.of("Summary", summary, "Description", description, "Col1", "high"));
    }

    private static Ticket with(Ticket ticket, String field, String text) {
        var fields = new java.util.HashMap<>(ticket.fields());
        fields.put(field, text);
        return new Ticket(ticket.key(), ticket.number(), fields);
    }

    /** Goes on by a millisecond each time it is looked at. */
    private static final class Ticking extends Clock {

        private Instant next = START;

        @Override
        public Instant instant() {
            Instant now = next;
            next = now.plus(Duration.ofMillis(1));
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException(); // the rules know GMT alone
        }
    }
}
