package io.fettle.bench.door;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.fettle.bench.run.CheckFailed;
import io.fettle.bench.site.Nginx;
import io.fettle.bench.site.Site;

/** A service that answers every call with the same 1,000 bytes, for as little as nginx can, and counts its calls. */
final class ConstantService {

    private static final String COUNT = "/bench/served";
    private static final Pattern NUMBERS = Pattern.compile("(\\d+) (\\d+) (\\d+) *\\n");
    private static final int LENGTH = 1_000;

    private final URI count;
    private final HttpClient http = HttpClient.newHttpClient();

    private ConstantService(int port) {
        this.count = URI.create("http://127.0.0.1:" + port + COUNT);
    }

    static ConstantService start(Site site, int port) throws IOException {
        site.accompany(Nginx.part("constant-service", site.stack().data(), port, """
                    server {
                        listen 127.0.0.1:%d;
                        default_type application/json;
                        location / {
                            return 200 '%s';
                        }
                        location = %s {
                            stub_status;
                        }
                    }
                """.formatted(port, body(), COUNT)));
        return new ConstantService(port);
    }

    private static String body() {
        String frame = "{\"Count\":1,\"Result\":[\"\"],\"Status\":\"Success\",\"Message\":\"\"}";
        return frame.replace("[\"", "[\"" + "x".repeat(LENGTH - frame.length()));
    }

    /** How many calls have come until now, with this question. */
    long served() throws IOException {
        try {
            String answer = http.send(HttpRequest.newBuilder(count).build(), BodyHandlers.ofString())
                    .body();
            return parse(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    /** Connections accepted, handled, and calls. */
    static long parse(String status) throws IOException {
        Matcher numbers = NUMBERS.matcher(status);
        if (!numbers.find()) {
            throw new IOException("nginx has not told its calls:\n" + status);
        }
        return Long.parseLong(numbers.group(3));
    }

    /**
     * @throws CheckFailed unless each answer came from here; wrk leaves the last one of each connection unread, and may have
     *     asked once more when its time was over
     */
    static void requireServed(long answers, long served) throws CheckFailed {
        if (served < answers || served > answers + 2 * Load.CONNECTIONS) {
            throw new CheckFailed("%,d calls were answered, %,d came through".formatted(answers, served));
        }
    }
}
