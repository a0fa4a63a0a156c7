package io.fettle.bench.read;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.fettle.bench.push.Incidents;
import io.fettle.bench.run.Bench;
import io.fettle.bench.run.CheckFailed;
import io.fettle.bench.run.Effort;
import io.fettle.bench.run.Sample;
import io.fettle.bench.run.Target;
import io.fettle.bench.site.Api;
import io.fettle.bench.site.Meter;
import io.fettle.bench.site.Site;
import io.fettle.bench.site.Tickets;
import io.fettle.bench.site.Tool;
import io.fettle.bench.site.Wrk;

/**
 * The status of one ticket by its number, among ever more tickets, to the prepared {@code select}. Each size is an
 * organisation in a partition of its own, so that all sizes are measured in turn and not one after the other.
 */
public final class Growth implements Bench {

    /** @param org whose partition no other size shares */
    private record Size(int org, int tickets) {

        String figure() {
            return "p50 µs among %,d".formatted(tickets);
        }
    }

    private static final int FIRST_ORG = 71;

    private final Site site;
    private final List<Size> sizes;
    private final int seconds;
    private final int selects;
    private final Map<Size, Api> apis = new LinkedHashMap<>();

    public Growth(Site site, Effort effort) {
        this.site = site;
        this.sizes = IntStream.range(0, 3)
                .mapToObj(n -> new Size(FIRST_ORG + n, effort.of(10_000, 1_000) * (int) Math.pow(10, n)))
                .toList();
        this.seconds = effort.of(10, 2);
        this.selects = effort.of(20_000, 2_000);
    }

    @Override
    public String id() {
        return "B7";
    }

    @Override
    public String title() {
        return "growth";
    }

    @Override
    public String operation() {
        return "status";
    }

    @Override
    public List<Target> targets() {
        String first = sizes.get(0).figure();
        return Stream.concat(
                        sizes.stream().skip(1).map(size -> Target.flat(size.figure(), first, 1.1, 1.3)),
                        sizes.stream().map(size -> Target.atMost(size.figure(), 3, 6)))
                .toList();
    }

    @Override
    public void prepare() throws IOException {
        site.clear();
        for (Size size : sizes) {
            apis.put(size, new Api(site.tenant(size.org)));
            apis.get(size).push(Incidents.one(Tickets.FIRST)).join();
            site.tickets().multiply(size.org, size.tickets);
        }
        site.database().execute("vacuum analyze ticket.ticket");
        CheckFailed.unlessEqual(
                "Partitions",
                sizes.size(),
                site.database().count("select count(distinct tableoid) from ticket.ticket"));
    }

    @Override
    public Sample ours(int round) throws IOException {
        var medians = new LinkedHashMap<String, Double>();
        long answers = 0;
        Meter meter = site.begin();
        for (Size size : sizes) {
            Wrk wrk = wrk(size);
            medians.put(size.figure(), wrk.median().toNanos() / 1e3);
            answers += wrk.answers();
        }
        return new Sample(medians, answers, meter.cpu());
    }

    private Wrk wrk(Size size) throws IOException {
        Api api = apis.get(size);
        return Wrk.parse(Tool.run(
                List.of(
                        "wrk",
                        "--threads=1",
                        "--connections=1",
                        "--duration=" + seconds + "s",
                        "--latency",
                        "--script=" + site.script("status.lua"),
                        api.incidents().toString()),
                Map.of(
                        "BENCH_AUTHORIZATION", api.authorization(),
                        "BENCH_ORG", String.valueOf(size.org),
                        "BENCH_TICKETS", String.valueOf(size.tickets))));
    }

    @Override
    public Sample reference(int round) throws IOException {
        var medians = new LinkedHashMap<String, Double>();
        Meter meter = site.begin();
        for (Size size : sizes) {
            medians.put(size.figure(), new StatusSelect(site.database(), size.org, size.tickets).median(selects) / 1e3);
        }
        return new Sample(medians, (long) selects * sizes.size(), meter.cpu());
    }
}
