package io.fettle.ticket.status;

import static io.fettle.ticket.status.TicketStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.fettle.ticket.status.Journey.Transition;

class TicketStatusTest {

    private static final EnumSet<TicketStatus> ENDS = EnumSet.of(EXECUTION_SUCCESSFUL, MARKED_FOR_RELEASE);

    @ParameterizedTest
    @EnumSource
    void aStatusNeverGoesBackwards(TicketStatus status) {
        assertThat(status.next()).allMatch(next -> next.ordinal() > status.ordinal());
    }

    @ParameterizedTest
    @EnumSource
    void everyStatusButTheEndsGoesOn(TicketStatus status) {
        assertThat(status.next().isEmpty()).isEqualTo(ENDS.contains(status));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DATA_COLLECTED", "EXECUTION_SUCCESSFUL", "MARKED_FOR_RELEASE"})
    void workCanAlwaysBeHandedBackToPeople(TicketStatus status) {
        assertThat(status.next()).contains(MARKED_FOR_RELEASE);
    }

    @Test
    void theAutomaticWayIsTheContractsOrder() {
        assertThat(walk(
                                DATA_COLLECTED,
                                PICKED_FOR_RECOMMENDATION,
                                MOVE_TO_PARSING,
                                PICKED_FOR_PARSING,
                                PICKED_FOR_IN_PROGRESS,
                                MOVE_TO_ASSIGNATION_DECISION,
                                MARKED_FOR_EXECUTION,
                                EXECUTION_SUCCESSFUL)
                        .refused())
                .isEmpty();
    }

    @Test
    void aPersonDecidesAPendingTicket() {
        assertThat(walk(MOVE_TO_ASSIGNATION_DECISION, PENDING_FOR_APPROVAL, MARKED_FOR_EXECUTION)
                        .refused())
                .isEmpty();
        assertThat(walk(PENDING_FOR_APPROVAL, MARKED_FOR_RELEASE).refused()).isEmpty();
    }

    @Test
    void aFailedExecutionIsHandedBack() {
        assertThat(walk(MARKED_FOR_EXECUTION, EXECUTION_FAILED, MARKED_FOR_RELEASE)
                        .refused())
                .isEmpty();
    }

    @Test
    void theSameStatusIsARemark() {
        Journey journey = walk(DATA_COLLECTED, DATA_COLLECTED);
        assertThat(journey.refused()).isEmpty();
        assertThat(journey.transitions())
                .singleElement()
                .matches(transition -> transition.from() == transition.step().status());
    }

    @Test
    void fromTheFirstIllegalStepOnAllAreRefused() {
        Journey journey = walk(DATA_COLLECTED, PICKED_FOR_RECOMMENDATION, MARKED_FOR_EXECUTION, MOVE_TO_PARSING);
        assertThat(journey.last().step().status()).isEqualTo(PICKED_FOR_RECOMMENDATION);
        assertThat(journey.refused()).extracting(Step::status).containsExactly(MARKED_FOR_EXECUTION, MOVE_TO_PARSING);
    }

    @Test
    void versionsCountOnWithoutGaps() {
        assertThat(walk(DATA_COLLECTED, PICKED_FOR_RECOMMENDATION, MOVE_TO_PARSING)
                        .transitions())
                .extracting(Transition::version)
                .containsExactly(8L, 9L);
    }

    @Test
    void theTextsAreTheContracts() {
        assertThat(Arrays.stream(values()).map(TicketStatus::text))
                .containsExactly(
                        "Data Collected",
                        "Picked for Recommendation",
                        "Move to Parsing",
                        "Picked for Parsing",
                        "Picked for InProgress",
                        "Move to Assignation Decision",
                        "Pending for Approval",
                        "Marked for Execution",
                        "Execution Successful and Marked for Closure",
                        "Execution Failed",
                        "Marked for Release");
    }

    private static Journey walk(TicketStatus start, TicketStatus... statuses) {
        List<Step> steps = Arrays.stream(statuses)
                .map(status -> new Step(status, Instant.EPOCH, "because"))
                .toList();
        return Journey.from(start, 7, steps);
    }
}
