package io.fettle.inventory.ci;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How commands reach a host (contract section 9). A blank text counts as absent.
 *
 * @param type {@code local}: the machine the execution service runs on; {@code ssh}: over the network
 * @param address where SSH connects to; {@code null} is the host name
 * @param port 1-65535; {@code null} is 22
 * @param user whom SSH logs in as
 * @param secretName the secret in the vault that holds the user's key or password; never the secret itself
 * @param hostKey the host's public key as OpenSSH writes it ({@code ssh-ed25519 AAAA…}), or its {@code SHA256:…} print
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Connection(
        @JsonProperty("Type") String type,
        @JsonProperty("Address") String address,
        @JsonProperty("Port") Integer port,
        @JsonProperty("User") String user,
        @JsonProperty("SecretName") String secretName,
        @JsonProperty("HostKey") String hostKey) {

    static final String LOCAL = "local";
    static final String SSH = "ssh";

    public Connection {
        type = trimmed(type);
        type = type == null ? null : type.toLowerCase(Locale.ROOT);
        address = trimmed(address);
        user = trimmed(user);
        secretName = trimmed(secretName);
        hostKey = trimmed(hostKey);
    }

    private static String trimmed(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
