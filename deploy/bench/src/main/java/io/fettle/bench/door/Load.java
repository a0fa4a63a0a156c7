package io.fettle.bench.door;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.fettle.bench.site.Tool;
import io.fettle.bench.site.Wrk;

/** The same GET again and again, over many connections (wrk). */
final class Load {

    static final int CONNECTIONS = 64;

    private Load() {}

    /** @param options of wrk, in addition */
    static Wrk get(String url, int seconds, List<String> options, Map<String, String> environment) throws IOException {
        var command = new ArrayList<>(List.of(
                "wrk",
                "--threads=1",
                "--connections=" + CONNECTIONS,
                "--duration=" + seconds + "s",
                "--timeout=10s",
                "--latency"));
        command.addAll(options);
        command.add(url);
        return Wrk.parse(Tool.run(command, environment));
    }
}
