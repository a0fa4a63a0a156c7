package io.fettle.e2e;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.fettle.local.Administrator;
import io.fettle.local.Connector;
import io.fettle.local.Incident;
import io.fettle.local.Stack;
import io.fettle.local.Tenant;

/**
 * An organisation with the demo's runbook and a host, on which that runbook leaves a line for every incident.
 *
 * @param host this machine, under a name that no other site has
 */
record Site(Tenant tenant, String host) {

    private static final String MARKS = "restarts.log";

    static Site create(Stack stack, int org, String host) throws IOException {
        Administrator administrator = Administrator.known(stack.data()).orElseThrow();
        Tenant tenant = Tenant.create(stack.settings().gatewayUrl(), administrator, org, "org" + org);
        tenant.addLocalHost(host);
        tenant.addRunbook();
        return new Site(tenant, host);
    }

    Incident incident(String number) {
        return new Incident(
                number,
                "Print spooler hangs",
                "Nobody can print. Please look at server " + host + ", its service cups.",
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    Connector connector() {
        return new Connector(tenant.basic(), tenant.org());
    }

    /** A line for each time the runbook's command was run, in that order. */
    List<String> marks() throws IOException {
        return new Command(tenant, host).run("cat " + MARKS).lines().toList();
    }

    static String markOf(String number) {
        return "cups: restart for " + number;
    }
}
