package io.fettle.runbook.decision;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which runbooks are for a ticket (contract section 6): those over their threshold and within 0.05 of the best. The same
 * ticket and runbooks always give the same, in the same order.
 *
 * @param candidates best first; several when a person has to choose
 * @param losers all others, each with the reason
 */
record Recommendation(List<Candidate> candidates, List<Candidate> losers) {

    private static final double CLOSE = 0.05;
    private static final int LOSERS_SHOWN = 10;

    /** @param similarity 0..1; 1 when every rule holds */
    record Candidate(ActiveRunbook runbook, double similarity, String reason) {

        static Candidate of(ActiveRunbook runbook, Ticket ticket) {
            return runbook.objection(ticket)
                    .map(why -> new Candidate(runbook, 0, why))
                    .orElseGet(() -> new Candidate(runbook, 1, "every rule holds"));
        }

        String sentence() {
            return runbook.name() + ": " + reason;
        }

        private boolean isRecommended(double best) {
            return similarity > 0 && similarity >= runbook.runbook().threshold() && best - similarity <= CLOSE;
        }
    }

    static Recommendation of(Ticket ticket, List<ActiveRunbook> runbooks) {
        List<Candidate> all = runbooks.stream()
                .map(runbook -> Candidate.of(runbook, ticket))
                .sorted(Comparator.comparingDouble((Candidate candidate) -> -candidate.similarity())
                        .thenComparing(candidate -> candidate.runbook().id()))
                .toList();
        double best = all.isEmpty() ? 0 : all.get(0).similarity();
        var parted = all.stream().collect(Collectors.partitioningBy(candidate -> candidate.isRecommended(best)));
        return new Recommendation(parted.get(true), parted.get(false));
    }

    /** Why these and not the others, as sentences for people; the first losers are named, the rest counted. */
    String reason() {
        String won = candidates.stream().map(Candidate::sentence).collect(Collectors.joining("; "));
        return losers.isEmpty() ? won : won + ". Not chosen: " + lost();
    }

    String whyNone() {
        return losers.isEmpty()
                ? "No runbook matches: the catalogue has no active one"
                : "No runbook matches. " + lost();
    }

    String names() {
        return candidates.stream().map(candidate -> candidate.runbook().name()).collect(Collectors.joining(", "));
    }

    private String lost() {
        String shown =
                losers.stream().limit(LOSERS_SHOWN).map(Candidate::sentence).collect(Collectors.joining("; "));
        return losers.size() <= LOSERS_SHOWN ? shown : shown + "; and " + (losers.size() - LOSERS_SHOWN) + " more";
    }
}
