package io.fettle.bench.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;

import io.fettle.local.Administrator;
import io.fettle.local.Checkout;
import io.fettle.local.Part;
import io.fettle.local.Ports;
import io.fettle.local.Service;
import io.fettle.local.Sizing;
import io.fettle.local.Stack;
import io.fettle.local.Tenant;

/** What is measured: a stack of its own, of those services that the benches need. */
public final class Site implements AutoCloseable {

    private final Path root;
    private final Stack stack;
    private final Companions companions;
    private final Database database;
    private final Tickets tickets;
    private final ReferenceTable reference;
    private final Topics topics;

    private Site(Path root, Stack stack, Companions companions) throws IOException {
        this.root = root;
        this.stack = stack;
        this.companions = companions;
        this.database = Database.open(stack.settings().jdbcUrl(), "postgres", "");
        this.tickets = new Tickets(database);
        this.reference = new ReferenceTable(database, root);
        this.topics = Topics.at("127.0.0.1:" + stack.settings().kafkaPort());
    }

    /** Starts one on an empty folder. @param root of the checkout */
    public static Site start(Path root) throws IOException {
        Path data = root.resolve("deploy/bench/target/data");
        stack(root, data).stop(); // what a run that was killed has left
        Companions.stopLeft(data);
        delete(data);
        Stack stack = stack(root, data);
        stack.settings().gatewayPort(Ports.free(Service.values().length + 1));
        Administrator.generate(data);
        var companions = new Companions();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, companions)));
        stack.start((part, time) -> {});
        var site = new Site(root, stack, companions);
        site.requireDurability();
        return site;
    }

    private static Stack stack(Path root, Path data) throws IOException {
        return Stack.of(
                new Checkout(root), data, Sizing.LOAD, EnumSet.of(Service.GATEWAY, Service.AUTH, Service.TICKET));
    }

    private static void stop(Stack stack, Companions companions) {
        try {
            companions.stop();
            stack.stop();
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }

    /** The reference is written by the superuser, ours by the service's role. */
    private void requireDurability() throws IOException {
        Durability.require(stack.data());
        Durability.require(database);
        try (var own = Database.open(
                stack.settings().jdbcUrl(),
                Service.TICKET.schema(),
                stack.settings().password(Service.TICKET))) {
            Durability.require(own);
        }
    }

    public Stack stack() {
        return stack;
    }

    /** With which tools of Postgres find the database, as superuser. */
    public Map<String, String> postgresEnvironment() {
        return Map.of(
                "PGHOST", "127.0.0.1",
                "PGPORT", String.valueOf(stack.settings().postgresPort()),
                "PGUSER", "postgres",
                "PGDATABASE", "fettle");
    }

    /** As superuser. */
    public Database database() {
        return database;
    }

    public Tickets tickets() {
        return tickets;
    }

    public ReferenceTable reference() {
        return reference;
    }

    public Topics topics() {
        return topics;
    }

    /** A file for what benches need. */
    public Path file(String name) {
        return stack.data().resolve(name);
    }

    /** A script of this module for one of the tools. */
    public Path script(String name) {
        return root.resolve("deploy/bench").resolve(name);
    }

    /** Starts a process beside the stack; it is measured with it, and ends with it. */
    public void accompany(Part part) throws IOException {
        companions.start(part);
    }

    public Administrator administrator() throws IOException {
        return Administrator.known(stack.data()).orElseThrow();
    }

    public Tenant tenant(int org) throws IOException {
        return Tenant.create(stack.settings().gatewayUrl(), administrator(), org, "org" + org);
    }

    /** Removes all tickets, ours and the reference's. */
    public void clear() throws IOException {
        tickets.clear();
        reference.clear();
    }

    /** Begins to measure, when nothing is left of what went before. */
    public Meter begin() throws IOException {
        tickets.awaitTold();
        return meter();
    }

    /** Begins to measure at once. */
    public Meter meter() throws IOException {
        database.execute("checkpoint");
        return new Meter(stack, companions);
    }

    @Override
    public void close() throws IOException {
        topics.close();
        database.close();
        companions.stop();
        stack.stop();
    }
}
