package io.fettle.bench.door;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;

import io.fettle.bench.push.Incidents;
import io.fettle.bench.run.Bench;
import io.fettle.bench.run.CpuTime;
import io.fettle.bench.run.Effort;
import io.fettle.bench.run.Latencies;
import io.fettle.bench.run.OpenLoop;
import io.fettle.bench.run.Sample;
import io.fettle.bench.run.Target;
import io.fettle.bench.site.Api;
import io.fettle.bench.site.Meter;
import io.fettle.bench.site.Site;

/** How long calls with a token take while somebody guesses passwords, to how long they take otherwise. */
public final class Guessing implements Bench {

    private static final int ORG = 92;
    private static final int RATE = 200;
    private static final int GUESSES = 50;
    private static final String NUMBER = "INC0000001";
    private static final String NEARLY_ALL = "p99 ms";

    private final Site site;
    private final int users;
    private final int count;
    private Api api;
    private List<String> names;

    public Guessing(Site site, Effort effort) {
        this.site = site;
        this.users = effort.of(200, 20);
        this.count = RATE * effort.of(20, 4);
    }

    @Override
    public String id() {
        return "B9b";
    }

    @Override
    public String title() {
        return "bearer while passwords are guessed";
    }

    @Override
    public String operation() {
        return "status";
    }

    @Override
    public List<Target> targets() {
        return List.of(Target.atMost(NEARLY_ALL, 1.5, 3));
    }

    @Override
    public void prepare() throws IOException {
        site.clear();
        api = new Api(site.tenant(ORG));
        api.push(Incidents.one(NUMBER)).join();
        names = Users.create(site, ORG, users).names();
    }

    @Override
    public Sample ours(int round) throws IOException {
        try (var guesser = Guesser.begin(api.statusOf(NUMBER), names, GUESSES)) {
            Meter meter = site.begin();
            Latencies latencies = calls();
            CpuTime cpu = meter.cpu();
            return sample(latencies, guesser.end(), cpu);
        }
    }

    @Override
    public Sample reference(int round) throws IOException {
        Meter meter = site.begin();
        Latencies latencies = calls();
        return sample(latencies, new Guesses(), meter.cpu());
    }

    private Latencies calls() throws IOException {
        return new OpenLoop(RATE).run(count, n -> api.status(NUMBER).thenAccept(Guessing::requireStatus));
    }

    private static void requireStatus(String answer) {
        if (!answer.contains("Data Collected")) {
            throw new IllegalStateException("The status was " + answer);
        }
    }

    private Sample sample(Latencies latencies, Guesses guesses, CpuTime cpu) {
        var figures = new LinkedHashMap<String, Double>();
        figures.put("p50 ms", latencies.percentile(50) / 1e6);
        figures.put(NEARLY_ALL, latencies.percentile(99) / 1e6);
        figures.put("guesses/s found wrong", perSecond(guesses.wrong(), guesses));
        figures.put("guesses/s throttled", perSecond(guesses.throttled(), guesses));
        figures.put("guesses/s turned away", perSecond(guesses.turnedAway(), guesses));
        return new Sample(figures, count, cpu);
    }

    private static double perSecond(int some, Guesses all) {
        return all.all() == 0 ? 0 : (double) some / all.all() * GUESSES;
    }
}
