package io.fettle.inventory.ci;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGx0aGlzaXNub3RhcmVhbGtleQ==",
                " ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTY= root@web01\n",
                "sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2g=",
                ""
            })
    void aHostKeyIsAPublicKeyOrAPrint(String hostKey) {
        assertThatCode(() -> check(hostKey)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret",
                "password c2VjcmV0c2VjcmV0c2VjcmV0",
                "ssh-ed25519 c2VjcmV0c2VjcmV0c2VjcmV0",
                "MD5:16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48",
                "-----BEGIN OPENSSH PRIVATE KEY-----",
                "ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB\nssh-rsa AAAAB3NzaC1yc2EAAAADAQAB"
            })
    void andNothingElse(String hostKey) {
        assertThatThrownBy(() -> check(hostKey)).hasMessageStartingWith("Item 0: Connection.HostKey must be");
    }

    private static void check(String hostKey) {
        var connection = new JsonObject().put("Type", "ssh").put("HostKey", hostKey);
        ItemCheck.require(List.of(ConfigurationItem.of("web01", new JsonObject(), connection)));
    }
}
