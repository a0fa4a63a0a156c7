package io.fettle.local;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The services, in the order of their ports. */
public enum Service {
    GATEWAY,
    AUTH,
    TICKET,
    RUNBOOK,
    INVENTORY,
    DAG,
    VAULT;

    /** Its folder, and its name for people. */
    public String module() {
        return this == GATEWAY ? "gateway" : lowerName() + "-service";
    }

    /** Those with a role and a schema of their own. */
    public static List<Service> withSchema() {
        return Arrays.stream(values()).filter(service -> service != GATEWAY).toList();
    }

    /** The name of its role and of its schema. */
    public String schema() {
        return lowerName();
    }

    boolean usesKafka() {
        return this == GATEWAY || this == AUTH || this == TICKET || this == RUNBOOK || this == DAG;
    }

    String lowerName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
