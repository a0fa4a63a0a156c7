package io.fettle.bench.door;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Map;

import io.fettle.bench.run.Bench;
import io.fettle.bench.run.CheckFailed;
import io.fettle.bench.run.Effort;
import io.fettle.bench.run.Sample;
import io.fettle.bench.run.Target;
import io.fettle.bench.site.Api;
import io.fettle.bench.site.Site;

/** Calls with a token: our gateway checks it itself, nginx asks the auth service. */
public final class BearerCheck implements Bench {

    private static final int ORG = 3;

    private final Site site;
    private final Doors doors;
    private final int seconds;
    private String authorization;

    public BearerCheck(Site site, Doors doors, Effort effort) {
        this.site = site;
        this.doors = doors;
        this.seconds = effort.of(15, 3);
    }

    @Override
    public String id() {
        return "B3b";
    }

    @Override
    public String title() {
        return "gateway with bearer";
    }

    @Override
    public String operation() {
        return "request";
    }

    @Override
    public List<Target> targets() {
        return List.of(Target.atLeast(Doors.FIGURE, 1.5, 1.0));
    }

    /** A door that lets everybody in would be fast. */
    @Override
    public void prepare() throws IOException {
        doors.open();
        authorization = new Api(site.tenant(ORG)).authorization();
        for (String url : List.of(doors.call(ORG), doors.checkedCall(ORG))) {
            CheckFailed.unlessEqual("Status with a token", 200, status(url, authorization));
            CheckFailed.unlessEqual("Status with a token that was changed", 401, status(url, changed(authorization)));
        }
    }

    /** The same with another signature. */
    private static String changed(String token) {
        int place = token.lastIndexOf('.') + 1;
        return token.substring(0, place) + (token.charAt(place) == 'A' ? 'B' : 'A') + token.substring(place + 1);
    }

    private static int status(String url, String authorization) throws IOException {
        var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setRequestProperty("Authorization", authorization);
        return connection.getResponseCode();
    }

    @Override
    public Sample ours(int round) throws IOException {
        return measure(doors.call(ORG));
    }

    @Override
    public Sample reference(int round) throws IOException {
        return measure(doors.checkedCall(ORG));
    }

    private Sample measure(String url) throws IOException {
        return doors.measure(url, seconds, List.of("--header=Authorization: " + authorization), Map.of());
    }
}
