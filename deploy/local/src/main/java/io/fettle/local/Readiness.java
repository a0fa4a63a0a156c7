package io.fettle.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** What a service says about itself. */
final class Readiness {

    private static final int LIMIT_MILLIS = 2_000;

    private Readiness() {}

    static boolean isUp(int port) {
        try {
            var url = URI.create("http://127.0.0.1:" + port + "/q/health/ready").toURL();
            var connection = (HttpURLConnection) url.openConnection();
            connection.setConnectTimeout(LIMIT_MILLIS);
            connection.setReadTimeout(LIMIT_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }
}
