package io.fettle.bench.event;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.fettle.bench.push.Incidents;
import io.fettle.bench.run.Bench;
import io.fettle.bench.run.CheckFailed;
import io.fettle.bench.run.CpuTime;
import io.fettle.bench.run.Effort;
import io.fettle.bench.run.Latencies;
import io.fettle.bench.run.OpenLoop;
import io.fettle.bench.run.Sample;
import io.fettle.bench.run.Target;
import io.fettle.bench.site.Api;
import io.fettle.bench.site.Meter;
import io.fettle.bench.site.Site;

/** From a post until the status can be seen, to the way of a record of the same size through Kafka. */
public final class DataCollected implements Bench {

    private static final int RATE = 200;
    private static final String HALF = "p50 ms";
    private static final String NEARLY_ALL = "p99 ms";

    private final Site site;
    private final int count;
    private Api api;

    public DataCollected(Site site, Effort effort) {
        this.site = site;
        this.count = RATE * effort.of(20, 4);
    }

    @Override
    public String id() {
        return "B4";
    }

    @Override
    public String title() {
        return "to Data Collected";
    }

    @Override
    public String operation() {
        return "ticket";
    }

    @Override
    public List<Target> targets() {
        return List.of(Target.atMost(HALF, 2.0, 5), Target.atMost(NEARLY_ALL, 2.5, 5));
    }

    @Override
    public void prepare() throws IOException {
        api = new Api(site.tenant(4));
        site.topics().create(RoundTrip.TOPIC);
    }

    @Override
    public Sample ours(int round) throws IOException {
        site.clear();
        Meter meter = site.begin();
        Latencies latencies = new OpenLoop(RATE).run(count, n -> collected("INC" + round + "-" + n));
        CheckFailed.unlessEqual("Rows", count, site.tickets().count());
        site.tickets().awaitTold();
        return sample(latencies, meter.cpu());
    }

    private CompletableFuture<Void> collected(String number) {
        return api.push(Incidents.one(number)).thenCompose(done -> seen(number));
    }

    private CompletableFuture<Void> seen(String number) {
        return api.status(number)
                .thenCompose(answer ->
                        answer.contains("Data Collected") ? CompletableFuture.completedFuture(null) : seen(number));
    }

    @Override
    public Sample reference(int round) throws IOException {
        byte[] value = Incidents.one("INC" + round);
        Meter meter = site.begin();
        try (var roundTrip = RoundTrip.begin(site.topics(), count)) {
            Latencies latencies = new OpenLoop(RATE).run(count, n -> roundTrip.send(n, value));
            return sample(latencies, meter.cpu());
        }
    }

    private Sample sample(Latencies latencies, CpuTime cpu) {
        var millis = new LinkedHashMap<String, Double>();
        millis.put(HALF, latencies.percentile(50) / 1e6);
        millis.put(NEARLY_ALL, latencies.percentile(99) / 1e6);
        return new Sample(millis, count, cpu);
    }
}
