package io.fettle.ticket.desk;

import java.util.EnumSet;
import java.util.Set;

import io.fettle.ticket.Module;

/** Whose tickets a path takes and gives, and what it answers to a push (contract sections 3 and 14). */
public enum Form {
    INCIDENTS("Incident data saved successfully", EnumSet.of(Module.INCIDENT, Module.EVENT)),
    CHANGE_REQUESTS("Change Request saved successfully", EnumSet.of(Module.CHANGE_REQUEST_TASK)),
    SERVICE_REQUESTS("Service Request saved successfully", EnumSet.of(Module.SERVICE_REQUEST_TASK)),
    SUB_TASKS("Sub-Task saved successfully", EnumSet.of(Module.SUB_TASK)),
    PROBLEMS("Problem saved successfully", EnumSet.of(Module.PROBLEM)),
    VULNERABILITIES("Vulnerability saved successfully", EnumSet.of(Module.VULNERABILITY));

    private final String saved;
    private final Set<Module> modules;

    Form(String saved, Set<Module> modules) {
        this.saved = saved;
        this.modules = modules;
    }

    /** The message of a V2 push. */
    String saved() {
        return saved;
    }

    /** One module, or several that a ticket's {@code ModuleId} tells apart. */
    Set<Module> modules() {
        return modules;
    }
}
