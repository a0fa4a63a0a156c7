package io.fettle.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.fettle.local.FettleClient.Answer;

/** Shows how incidents are fixed, to people who see Fettle for the first time. */
final class Demo {

    private static final int ORG = 1;
    private static final String HOST = "printhost01";

    private interface Push {
        Answer of(List<Incident> incidents) throws IOException;
    }

    private final Stack stack;
    private final Options options;

    Demo(Stack stack, Options options) {
        this.stack = stack;
        this.options = options;
    }

    /** 0 if every incident was closed; else 1. */
    int run() throws IOException {
        new Up(stack, options.detached()).run();
        Tenant tenant = prepare();
        // The number tells incidents of one demo from those of the next.
        long number = Instant.now().getEpochSecond();
        var first = new Connector(tenant.basic(), ORG);
        boolean closed = show(first, first::pushV1, "V1, Basic, dates in IST", incident(number, "hangs"));
        var second = new Connector(tenant.bearer(), ORG);
        closed &= show(second, second::pushV2, "V2, bearer token, epoch dates", incident(number + 1, "stopped"));
        goodbye();
        return closed ? 0 : 1;
    }

    private Tenant prepare() throws IOException {
        Administrator administrator = Administrator.known(stack.data())
                .orElseThrow(() -> new IOException("Set FETTLE_ADMIN_EMAIL and FETTLE_ADMIN_PASSWORD for the demo"));
        Tenant tenant = Tenant.create(stack.settings().gatewayUrl(), administrator, ORG, "demo");
        tenant.addLocalHost(HOST);
        tenant.addRunbook();
        Terminal.line();
        Terminal.line("%s", Terminal.strong("An organisation that is served"));
        Terminal.line("  organisation   %d", ORG);
        Terminal.line("  user           %s  %s", tenant.email(), tenant.password());
        Terminal.line("  host           %s, which is this machine", HOST);
        Terminal.line("  runbook        restart-spooler: for a Summary like (?i)spooler (hangs|stopped)");
        return tenant;
    }

    private static Incident incident(long number, String what) {
        return new Incident(
                "INC" + number,
                "Print spooler " + what,
                "Nobody on the second floor can print. Please look at server " + HOST + ", its service cups.",
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    private boolean show(Connector connector, Push push, String how, Incident incident) throws IOException {
        Terminal.line();
        Terminal.line("%s", Terminal.strong(incident.number() + "  " + incident.summary()));
        Terminal.line("%s", Terminal.faint("  pushed as a connector does: " + how));
        Instant begin = Instant.now();
        push.of(List.of(incident)).require("The push");
        HistoryLine end = new Journey(connector, incident.number()).print();
        Duration time = Duration.between(begin, Instant.now());
        boolean closed = end.to().equals(HistoryLine.CLOSED);
        if (end.interactionId() != null) {
            showExecution(connector.execution(end.interactionId()));
        }
        String took = "  " + (closed ? "closed" : "not closed") + " after " + time.toMillis() + " ms";
        Terminal.line("%s", closed ? Terminal.good(took) : Terminal.bad(took + ": " + end.reason()));
        return closed;
    }

    private static void showExecution(JsonNode node) {
        JsonNode response = node.path("event_data").path("res");
        indented("command", response.path("cmd").asText());
        indented("output", response.path("stdout").asText());
        indented("errors", node.path("stderr").asText());
    }

    private static void indented(String title, String text) {
        if (!text.isBlank()) {
            Terminal.line(
                    "  %-8s %s",
                    title, String.join("\n" + " ".repeat(11), text.strip().split("\n")));
        }
    }

    private void goodbye() {
        Terminal.line();
        Terminal.line(
                "Look around     %s/swagger, as the user above",
                stack.settings().gatewayUrl());
        Terminal.line("Administrator   %s", Terminal.path(Administrator.file(stack.data())));
        Terminal.line("How it runs     deploy/local/status");
        Terminal.line("Stop it         deploy/local/down");
    }
}
