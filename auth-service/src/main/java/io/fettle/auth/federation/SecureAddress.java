package io.fettle.auth.federation;

import java.net.URI;
import java.util.Set;

/** An address whose answers can be believed: https, or a server on this machine. */
final class SecureAddress {

    private static final Set<String> HERE = Set.of("127.0.0.1", "[::1]", "localhost");

    /** @throws IllegalArgumentException if it is another */
    static String require(String address) {
        URI uri = URI.create(address);
        if ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && HERE.contains(uri.getHost())) {
            return address;
        }
        throw new IllegalArgumentException("Not an https address: " + address);
    }

    private SecureAddress() {}
}
