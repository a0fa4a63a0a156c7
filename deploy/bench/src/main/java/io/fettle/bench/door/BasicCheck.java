package io.fettle.bench.door;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.fettle.bench.run.Bench;
import io.fettle.bench.run.Effort;
import io.fettle.bench.run.Sample;
import io.fettle.bench.run.Target;
import io.fettle.bench.site.Site;

/** Calls of many users with name and password, to the same calls with their tokens. */
public final class BasicCheck implements Bench {

    private static final int ORG = 91;

    private final Site site;
    private final Doors doors;
    private final int users;
    private final int basicSeconds;
    private final int bearerSeconds;
    private Path basic;
    private Path bearer;

    public BasicCheck(Site site, Doors doors, Effort effort) {
        this.site = site;
        this.doors = doors;
        this.users = effort.of(200, 20);
        // As long as the gateway keeps an exchange, so that each user's password is hashed once in each round.
        this.basicSeconds = effort.of(55, 3);
        this.bearerSeconds = effort.of(15, 3);
    }

    @Override
    public String id() {
        return "B9a";
    }

    @Override
    public String title() {
        return "Basic";
    }

    @Override
    public String operation() {
        return "request";
    }

    @Override
    public List<Target> targets() {
        return List.of(Target.atLeast(Doors.FIGURE, 0.9, 0.6));
    }

    @Override
    public void prepare() throws IOException {
        doors.open();
        site.tenant(ORG);
        Users created = Users.create(site, ORG, users);
        basic = Files.write(site.file("basic"), created.basic());
        bearer = Files.write(site.file("bearer"), created.bearer());
    }

    @Override
    public Sample ours(int round) throws IOException {
        return measure(basic, round == 0 ? bearerSeconds : basicSeconds);
    }

    @Override
    public Sample reference(int round) throws IOException {
        return measure(bearer, bearerSeconds);
    }

    private Sample measure(Path authorizations, int seconds) throws IOException {
        return doors.measure(
                doors.call(ORG),
                seconds,
                List.of("--script=" + site.script("users.lua")),
                Map.of("BENCH_AUTHORIZATIONS", authorizations.toString()));
    }
}
