package io.fettle.runbook.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.google.re2j.Pattern;

import io.fettle.platform.error.Fault;
import io.fettle.platform.error.ServiceException;

/** Whether posted runbooks are what contract section 6 asks for. It finds all faults, not only the first. */
final class RunbookCheck {

    /** Contract section 1, limits. */
    private static final int MOST_ITEMS = 10_000;

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_COMMAND = 32_768;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

    private final Faults faults;

    private RunbookCheck(Faults faults) {
        this.faults = faults;
    }

    static void require(List<Runbook> posted) {
        if (posted == null || posted.isEmpty()) {
            throw ServiceException.invalid("The body must have at least one runbook");
        }
        if (posted.size() > MOST_ITEMS) {
            throw ServiceException.tooLarge("The array has more than " + MOST_ITEMS + " items");
        }
        var all = new ArrayList<Fault>();
        var ids = new HashSet<String>();
        for (int i = 0; i < posted.size(); i++) {
            var check = new RunbookCheck(new Faults(i));
            check.runbook(posted.get(i));
            check.onlyOnce(posted.get(i), ids);
            all.addAll(check.faults.found());
        }
        refuse(all);
    }

    /** @param runbookId as the path has it; the body need not repeat it, but must not contradict */
    static void requireReplacement(Runbook posted, String runbookId) {
        var check = new RunbookCheck(new Faults(null));
        check.runbook(posted);
        if (posted != null && posted.runbookId() != null && !posted.runbookId().equals(runbookId)) {
            check.faults.add("RunbookId", "must be the one in the path");
        }
        refuse(check.faults.found());
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw ServiceException.invalid(faults);
        }
    }

    private void onlyOnce(Runbook runbook, Set<String> ids) {
        if (runbook != null && runbook.runbookId() != null && !ids.add(runbook.runbookId())) {
            faults.add("RunbookId", "is given twice");
        }
    }

    private void runbook(Runbook runbook) {
        if (runbook == null) {
            faults.add(null, "must be a runbook");
            return;
        }
        if (runbook.runbookId() != null && !ID.matches(runbook.runbookId())) {
            faults.add(
                    "RunbookId",
                    "must be 1-100 letters, digits, dots, dashes or underscores, and begin with none of the signs");
        }
        faults.text("RunbookName", runbook.runbookName(), LONGEST_NAME);
        if (!runbook.moduleIds().stream().allMatch(Module::isNumber)) {
            faults.add("ModuleIds", "must be numbers of modules: " + Module.list());
        }
        if (!(runbook.threshold() >= 0 && runbook.threshold() <= 1)) {
            faults.add("Threshold", "must be between 0 and 1");
        }
        if (TimeOutPeriod.parse(runbook.timeOutPeriod()).isEmpty()) {
            faults.add("TimeOutPeriod", "must be a number and a unit, like 90Sec, 10Min, 2Hour or 1Day");
        }
        conditions(runbook.match());
        parameters(runbook.parameters());
        executable(runbook);
    }

    private void conditions(List<Condition> match) {
        faults.notTooMany("Match", match);
        for (int i = 0; i < match.size(); i++) {
            condition("Match[" + i + "]", match.get(i));
        }
    }

    private void condition(String at, Condition condition) {
        if (condition == null) {
            faults.add(at, "must be a rule");
            return;
        }
        faults.text(at + ".Field", condition.field(), LONGEST_NAME);
        boolean operator = faults.text(at + ".Operator", condition.operator(), LONGEST_NAME);
        boolean value = faults.text(at + ".Value", condition.value(), Faults.LONGEST_TEXT);
        var known = operator ? Operator.named(condition.operator()) : Optional.<Operator>empty();
        if (operator && known.isEmpty()) {
            faults.add(at + ".Operator", "must be one of " + Operator.names());
        }
        if (value && known.filter(Operator.REGEX::equals).isPresent()) {
            faults.regex(at + ".Value", condition.value());
        }
    }

    private void parameters(List<Parameter> parameters) {
        faults.notTooMany("Parameters", parameters);
        var names = new HashSet<String>();
        for (int i = 0; i < parameters.size(); i++) {
            parameter("Parameters[" + i + "]", parameters.get(i), names);
        }
    }

    private void parameter(String at, Parameter parameter, Set<String> names) {
        if (parameter == null) {
            faults.add(at, "must be a parameter");
            return;
        }
        if (faults.text(at + ".Name", parameter.name(), LONGEST_NAME)) {
            if (!NAME.matches(parameter.name())) {
                faults.add(at + ".Name", "must be letters, digits and underscores, and not begin with a digit");
            } else if (!names.add(parameter.name().toLowerCase(Locale.ROOT))) {
                faults.add(at + ".Name", "is the name of another parameter");
            }
        }
        if (parameter.regEx() != null && !parameter.regEx().isEmpty()) {
            faults.regex(at + ".RegEx", parameter.regEx());
        }
        if (parameter.isPasswordParam()) {
            faults.add(at + ".IsPasswordParam", "must be false: secret parameters are not supported yet");
        }
    }

    private void executable(Runbook runbook) {
        Executable executable = runbook.executable();
        if (executable == null) {
            faults.add("Executable", "is required");
            return;
        }
        if (!Executable.COMMAND.equalsIgnoreCase(executable.type())) {
            faults.add("Executable.Type", "must be Command: other types are not supported yet");
            return;
        }
        Set<String> names = runbook.parameters().stream()
                .filter(parameter -> parameter != null && parameter.name() != null)
                .map(Parameter::name)
                .collect(Collectors.toSet());
        template("Executable.Command", executable.command(), LONGEST_COMMAND, names);
        template("Executable.TargetHost", executable.targetHost(), LONGEST_NAME, names);
    }

    private void template(String field, String text, int longest, Set<String> parameters) {
        if (faults.text(field, text, longest)) {
            new Template(text)
                    .names().stream()
                            .filter(name -> !parameters.contains(name))
                            .forEach(name -> faults.add(field, "has ${" + name + "}, which is no parameter"));
        }
    }
}
