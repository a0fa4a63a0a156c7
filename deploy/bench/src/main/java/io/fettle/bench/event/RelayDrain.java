package io.fettle.bench.event;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

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
import io.fettle.bench.site.Topics;
import io.fettle.bench.site.Waiting;

/** Transitions that wait in Postgres until Kafka has them all, to a bare producer of the very same records. */
public final class RelayDrain implements Bench {

    private static final String TOPIC = "bench.transition";
    private static final String FIGURE = "events/s";
    private static final int ORG = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Site site;
    private final int tickets;
    private Backlog backlog;
    private List<ProducerRecord<String, byte[]>> records;

    public RelayDrain(Site site, Effort effort) {
        this.site = site;
        this.tickets = effort.of(100_000, 5_000);
    }

    @Override
    public String id() {
        return "B5";
    }

    @Override
    public String title() {
        return "relay";
    }

    @Override
    public String operation() {
        return "event";
    }

    @Override
    public List<Target> targets() {
        return List.of(Target.atLeast(FIGURE, 0.35, 0.15));
    }

    @Override
    public void prepare() throws IOException {
        backlog = new Backlog(site.database());
        site.clear();
        new Api(site.tenant(ORG)).push(Incidents.one(Tickets.FIRST)).join();
        site.tickets().multiply(ORG, tickets);
        site.tickets().awaitTold();
        site.topics().create(TOPIC);
    }

    @Override
    public Sample ours(int round) throws IOException {
        records = List.of(); // two rounds' would not fit into memory
        Topics topics = site.topics();
        backlog.hold();
        site.tickets().awaitTold();
        topics.clear(Topics.TRANSITIONS);
        long before = topics.size(Topics.TRANSITIONS);
        long events = backlog.fill(ORG, round == 0 ? tickets / 10 : tickets);
        Meter meter = site.meter();
        long begin = System.nanoTime();
        backlog.release();
        Waiting.until(PATIENCE, () -> topics.size(Topics.TRANSITIONS) - before >= events);
        site.tickets().awaitTold();
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        Sample sample = Sample.rate(FIGURE, events, time, meter.cpu());
        records = new Told(topics).read(events, TOPIC);
        return sample;
    }

    @Override
    public Sample reference(int round) throws IOException {
        Topics topics = site.topics();
        topics.clear(TOPIC);
        long before = topics.size(TOPIC);
        System.gc(); // or the producer would pay for the records that were read before it
        Meter meter = site.begin();
        long begin = System.nanoTime();
        send();
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        CheckFailed.unlessEqual("Records of the reference", records.size(), topics.size(TOPIC) - before);
        return Sample.rate(FIGURE, records.size(), time, meter.cpu());
    }

    private void send() {
        Map<String, Object> configuration = Map.of(
                "bootstrap.servers",
                site.topics().broker(),
                "acks",
                "all",
                "enable.idempotence",
                true,
                "compression.type",
                "lz4");
        try (var producer = new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer())) {
            records.forEach(producer::send);
            producer.flush();
        }
    }
}
