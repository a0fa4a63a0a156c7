package io.fettle.runbook.testsupport;

import java.util.ArrayList;
import java.util.List;

import io.fettle.runbook.catalogue.Condition;
import io.fettle.runbook.catalogue.Executable;
import io.fettle.runbook.catalogue.Parameter;
import io.fettle.runbook.catalogue.Runbook;

/** Builds the runbook of contract section 6, with differences. */
public final class ARunbook {

    private final String id;
    private String name = "restart-spooler";
    private String command = "systemctl restart ${service}";
    private String targetHost = "${host}";
    private List<String> modules = List.of("1", "9");
    private List<Condition> match = List.of(new Condition("Summary", "Regex", "(?i)spooler"));
    private final List<Parameter> parameters = new ArrayList<>(List.of(
            new Parameter("host", true, "Description", "server ([\\w.-]+)", "", false),
            new Parameter("service", null, null, null, "spooler", false)));
    private boolean autoMode = true;
    private boolean active = true;

    private ARunbook(String id) {
        this.id = id;
    }

    public static ARunbook called(String id) {
        return new ARunbook(id);
    }

    public ARunbook named(String name) {
        this.name = name;
        return this;
    }

    public ARunbook command(String command, String targetHost) {
        this.command = command;
        this.targetHost = targetHost;
        return this;
    }

    public ARunbook forModules(String... modules) {
        this.modules = List.of(modules);
        return this;
    }

    public ARunbook matching(Condition... match) {
        this.match = List.of(match);
        return this;
    }

    public ARunbook matching(String field, String operator, String value) {
        return matching(new Condition(field, operator, value));
    }

    public ARunbook with(Parameter... more) {
        parameters.addAll(List.of(more));
        return this;
    }

    public ARunbook manual() {
        autoMode = false;
        return this;
    }

    public ARunbook inactive() {
        active = false;
        return this;
    }

    public Runbook build() {
        return new Runbook(
                id,
                name,
                "Restart the print spooler",
                "Restarts the print spooler of a server",
                "1",
                modules,
                new Executable("Command", command, targetHost),
                match,
                parameters,
                autoMode,
                0.7,
                "10Min",
                active);
    }
}
