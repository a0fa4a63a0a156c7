package io.fettle.bench.push;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.fettle.bench.run.Bench;
import io.fettle.bench.run.CheckFailed;
import io.fettle.bench.run.Effort;
import io.fettle.bench.run.Sample;
import io.fettle.bench.run.Target;
import io.fettle.bench.site.Api;
import io.fettle.bench.site.Meter;
import io.fettle.bench.site.Site;
import io.fettle.bench.site.Tool;
import io.fettle.bench.site.Wrk;

/** Single incidents pushed over many connections, to single rows inserted over as many. */
public final class SinglePosts implements Bench {

    private static final int CONNECTIONS = 64;
    private static final String FIGURE = "posts/s";

    /** What the script for wrk replaces, each time by other digits. */
    private static final String NUMBER = "@NUMBER@";

    private final Site site;
    private final int seconds;
    private Api api;

    public SinglePosts(Site site, Effort effort) {
        this.site = site;
        this.seconds = effort.of(15, 4);
    }

    @Override
    public String id() {
        return "B2";
    }

    @Override
    public String title() {
        return "single posts";
    }

    @Override
    public String operation() {
        return "post";
    }

    @Override
    public List<Target> targets() {
        return List.of(Target.atLeast(FIGURE, 1.0, 0.5));
    }

    /** Both write the same row: the reference's statement is made of one that ours has stored. */
    @Override
    public void prepare() throws IOException {
        api = new Api(site.tenant(2));
        Files.write(site.file("post.json"), Incidents.one(NUMBER));
        site.clear();
        api.push(Incidents.one("INC0010001")).join();
        Files.writeString(site.file("insert.sql"), "\\set n :n + 1\n" + insert());
    }

    private String insert() throws IOException {
        return site.database().text("""
                select format(
                    'insert into reference.ticket (%s) values (%s);',
                    string_agg(quote_ident(key), ', '),
                    string_agg(
                        case
                            when key in ('sys_id', 'ticket_number')
                                then '''INC'' || (:client_id)::text || ''-'' || (:n)::text'
                            else quote_nullable(value)
                        end,
                        ', '))
                from ticket.ticket, jsonb_each_text(to_jsonb(ticket))
                """);
    }

    @Override
    public Sample ours(int round) throws IOException {
        site.clear();
        Meter meter = site.begin();
        Wrk wrk = wrk();
        site.tickets().awaitTold();
        long rows = site.tickets().count();
        if (rows < wrk.answers() || rows > wrk.answers() + CONNECTIONS) {
            throw new CheckFailed("%,d posts were acknowledged, %,d rows are there".formatted(wrk.answers(), rows));
        }
        return Sample.rate(FIGURE, wrk.answers(), wrk.time(), meter.cpu());
    }

    private Wrk wrk() throws IOException {
        return Wrk.parse(Tool.run(
                List.of(
                        "wrk",
                        "--threads=1",
                        "--connections=" + CONNECTIONS,
                        "--duration=" + seconds + "s",
                        "--timeout=10s",
                        "--latency",
                        "--script=" + site.script("post.lua"),
                        api.incidents().toString()),
                Map.of(
                        "BENCH_AUTHORIZATION", api.authorization(),
                        "BENCH_BODY", site.file("post.json").toString())));
    }

    @Override
    public Sample reference(int round) throws IOException {
        site.clear();
        Meter meter = site.begin();
        Pgbench pgbench = Pgbench.parse(Tool.run(
                List.of(
                        "pgbench",
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + CONNECTIONS,
                        "--time=" + seconds,
                        "--define=n=0",
                        "--file=" + site.file("insert.sql")),
                site.postgresEnvironment()));
        CheckFailed.unlessEqual(
                "Rows of the reference", pgbench.commits(), site.reference().count());
        Duration time = Duration.ofNanos(Math.round(pgbench.commits() / pgbench.rate() * 1e9));
        return Sample.rate(FIGURE, pgbench.commits(), time, meter.cpu());
    }
}
