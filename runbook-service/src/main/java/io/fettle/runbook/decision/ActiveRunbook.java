package io.fettle.runbook.decision;

import java.util.List;
import java.util.Optional;

import io.fettle.runbook.catalogue.Runbook;

/**
 * A runbook that takes part in matching, its expressions compiled.
 *
 * @param revision the catalogue's, when the runbook was last written
 */
public record ActiveRunbook(Runbook runbook, long revision, List<Rule> rules, List<Extractor> extractors) {

    public static ActiveRunbook of(Runbook runbook, long revision) {
        return new ActiveRunbook(
                runbook,
                revision,
                runbook.match().stream().map(Rule::of).toList(),
                runbook.parameters().stream().map(Extractor::of).toList());
    }

    public String id() {
        return runbook.runbookId();
    }

    public String name() {
        return runbook.runbookName();
    }

    /** Why it is not for a ticket; empty when every rule holds. */
    Optional<String> objection(Ticket ticket) {
        if (!runbook.isFor(ticket.key().module())) {
            return Optional.of("it is not for module " + ticket.key().module());
        }
        if (rules.isEmpty()) {
            return Optional.of("it has no Match rules, and similarity of texts is not compared yet");
        }
        return rules.stream().flatMap(rule -> rule.objection(ticket).stream()).findFirst();
    }
}
