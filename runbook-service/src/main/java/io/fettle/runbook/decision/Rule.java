package io.fettle.runbook.decision;

import java.util.Optional;
import java.util.function.Predicate;

import io.fettle.runbook.catalogue.Condition;
import io.fettle.runbook.catalogue.Operator;

/** A condition, ready to be tested. */
record Rule(String field, String negation, String value, Predicate<String> test) {

    private static final int SHOWN = 80;

    static Rule of(Condition condition) {
        Operator operator = Operator.named(condition.operator()).orElseThrow();
        return new Rule(
                condition.field().strip(), operator.negation(), condition.value(), operator.over(condition.value()));
    }

    /** Why it does not hold: {@code Summary does not contain 'spooler'}; empty when it does. */
    Optional<String> objection(Ticket ticket) {
        String text = ticket.field(field);
        if (text == null) {
            return Optional.of("the ticket has no " + field);
        }
        return test.test(text) ? Optional.empty() : Optional.of(field + " " + negation + " '" + shown() + "'");
    }

    private String shown() {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }
}
