package io.fettle.bench.door;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.fettle.bench.run.Bench;
import io.fettle.bench.run.Effort;
import io.fettle.bench.run.Sample;
import io.fettle.bench.run.Target;

/** Calls that need no credentials, through our gateway and through nginx. */
public final class OpenDoor implements Bench {

    private final Doors doors;
    private final int seconds;

    public OpenDoor(Doors doors, Effort effort) {
        this.doors = doors;
        this.seconds = effort.of(15, 3);
    }

    @Override
    public String id() {
        return "B3a";
    }

    @Override
    public String title() {
        return "gateway";
    }

    @Override
    public String operation() {
        return "request";
    }

    @Override
    public List<Target> targets() {
        return List.of(Target.atLeast(Doors.FIGURE, 0.85, 0.5));
    }

    @Override
    public void prepare() throws IOException {
        doors.open();
    }

    @Override
    public Sample ours(int round) throws IOException {
        return doors.measure(doors.publicCall(), seconds, List.of(), Map.of());
    }

    @Override
    public Sample reference(int round) throws IOException {
        return doors.measure(doors.plainCall(), seconds, List.of(), Map.of());
    }
}
