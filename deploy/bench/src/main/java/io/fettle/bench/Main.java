package io.fettle.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.apache.kafka.common.utils.AppInfoParser;

import io.fettle.bench.door.BasicCheck;
import io.fettle.bench.door.BearerCheck;
import io.fettle.bench.door.Doors;
import io.fettle.bench.door.Guessing;
import io.fettle.bench.door.OpenDoor;
import io.fettle.bench.event.DataCollected;
import io.fettle.bench.event.RelayDrain;
import io.fettle.bench.profile.Profiler;
import io.fettle.bench.push.BulkIngest;
import io.fettle.bench.push.SinglePosts;
import io.fettle.bench.read.Growth;
import io.fettle.bench.run.Bench;
import io.fettle.bench.run.Effort;
import io.fettle.bench.run.Machine;
import io.fettle.bench.run.Report;
import io.fettle.bench.run.Runner;
import io.fettle.bench.site.Site;

/** The script {@code run}: {@code Main ROOT [OPTION...] [BENCH...]}. */
final class Main {

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private Main() {}

    public static void main(String[] arguments) {
        KAFKA.setLevel(Level.SEVERE);
        try {
            Path root = Path.of(arguments[0]);
            run(root, Options.parse(Arrays.asList(arguments).subList(1, arguments.length)));
        } catch (IOException e) {
            System.err.println(e);
            System.exit(1);
        }
        System.exit(0);
    }

    private static void run(Path root, Options options) throws IOException {
        try (Site site = Site.start(root)) {
            new Runner(options.effort(), profiler(root, options, site), report(root, options, site))
                    .run(benches(site, options));
        }
    }

    private static List<Bench> benches(Site site, Options options) throws IOException {
        Effort effort = options.effort();
        var doors = new Doors(site);
        List<Bench> all = List.of(
                new BulkIngest(site, effort),
                new SinglePosts(site, effort),
                new OpenDoor(doors, effort),
                new BearerCheck(site, doors, effort),
                new DataCollected(site, effort),
                new RelayDrain(site, effort),
                new Growth(site, effort),
                new BasicCheck(site, doors, effort),
                new Guessing(site, effort));
        List<String> names = all.stream().map(Bench::id).toList();
        options.requireKnown(names);
        return all.stream().filter(bench -> options.asksFor(bench.id())).toList();
    }

    private static Profiler profiler(Path root, Options options, Site site) throws IOException {
        return options.profile() ? Profiler.of(site.stack(), root.resolve("deploy/bench/target")) : Profiler.none();
    }

    /** Figures of little effort, or of services that were watched, are not kept. */
    private static Report report(Path root, Options options, Site site) throws IOException {
        boolean kept = options.effort() == Effort.FULL && !options.profile();
        String postgres = site.database().text("show server_version");
        return new Report(
                kept ? root.resolve("docs/performance.md") : null,
                Machine.circumstances(
                        LocalDate.now(), options.effort().rounds(), postgres, AppInfoParser.getVersion()));
    }
}
