package io.fettle.bench.push;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.fettle.bench.run.Bench;
import io.fettle.bench.run.CheckFailed;
import io.fettle.bench.run.Effort;
import io.fettle.bench.run.Sample;
import io.fettle.bench.run.Target;
import io.fettle.bench.site.Api;
import io.fettle.bench.site.Meter;
import io.fettle.bench.site.Site;
import io.fettle.bench.site.Tool;

/** Incidents pushed in arrays, to the same rows copied by psql. */
public final class BulkIngest implements Bench {

    private static final int ARRAY = 500;

    /** One more than the commits that the ticket service has under way at a time: none of them waits for an array. */
    private static final int CONNECTIONS = 4;

    private static final String FIGURE = "rows/s";

    private final Site site;
    private final int rows;
    private Api api;

    public BulkIngest(Site site, Effort effort) {
        this.site = site;
        this.rows = effort.of(200_000, 20_000);
    }

    @Override
    public String id() {
        return "B1";
    }

    @Override
    public String title() {
        return "bulk ingest";
    }

    @Override
    public String operation() {
        return "row";
    }

    @Override
    public List<Target> targets() {
        return List.of(Target.atLeast(FIGURE, 0.5, 0.25));
    }

    /** The reference copies the rows that ours stores here. */
    @Override
    public void prepare() throws IOException {
        api = new Api(site.tenant(1));
        ours(0);
        psql("\\copy (select * from ticket.ticket) to '" + file() + "'");
    }

    @Override
    public Sample ours(int round) throws IOException {
        site.clear();
        List<byte[]> arrays = arrays("INC" + round + "-");
        Meter meter = site.begin();
        long begin = System.nanoTime();
        push(arrays);
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        CheckFailed.unlessEqual("Rows of ours", rows, site.tickets().count());
        site.tickets().awaitTold();
        return Sample.rate(FIGURE, rows, time, meter.cpu());
    }

    private List<byte[]> arrays(String prefix) {
        return IntStream.range(0, rows / ARRAY)
                .mapToObj(array -> Incidents.array(prefix, array * ARRAY, ARRAY))
                .toList();
    }

    /** On each connection one array after the other. */
    private void push(List<byte[]> arrays) throws IOException {
        var next = new AtomicInteger();
        try {
            CompletableFuture.allOf(Stream.generate(() -> pushRest(arrays, next))
                            .limit(CONNECTIONS)
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw new CheckFailed(e.getMessage());
        }
    }

    private CompletableFuture<Void> pushRest(List<byte[]> arrays, AtomicInteger next) {
        int array = next.getAndIncrement();
        return array < arrays.size()
                ? api.push(arrays.get(array)).thenCompose(done -> pushRest(arrays, next))
                : CompletableFuture.completedFuture(null);
    }

    @Override
    public Sample reference(int round) throws IOException {
        site.clear();
        Meter meter = site.begin();
        long begin = System.nanoTime();
        psql("\\copy reference.ticket from '" + file() + "'");
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        CheckFailed.unlessEqual("Rows of the reference", rows, site.reference().count());
        return Sample.rate(FIGURE, rows, time, meter.cpu());
    }

    private String file() {
        return site.file("tickets.copy").toString();
    }

    private void psql(String command) throws IOException {
        Tool.run(
                List.of("psql", "--no-psqlrc", "--set=ON_ERROR_STOP=1", "--command=" + command),
                site.postgresEnvironment());
    }
}
