package io.fettle.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    private Path data;

    @Test
    void portsAndSecretsAreKeptOverRestarts() throws IOException {
        Settings first = Settings.of(data);
        int port = first.postgresPort();
        String password = first.password(Service.TICKET);
        String key = first.masterKey(Service.VAULT);
        Settings second = Settings.of(data);
        assertThat(second.postgresPort()).isEqualTo(port);
        assertThat(second.password(Service.TICKET)).isEqualTo(password);
        assertThat(second.masterKey(Service.VAULT)).isEqualTo(key);
    }

    @Test
    void noTwoSecretsAreTheSame() throws IOException {
        Settings settings = Settings.of(data);
        assertThat(settings.password(Service.TICKET)).isNotEqualTo(settings.password(Service.RUNBOOK));
        assertThat(settings.masterKey(Service.AUTH)).isNotEqualTo(settings.masterKey(Service.VAULT));
        assertThat(Base64.getDecoder().decode(settings.masterKey(Service.AUTH))).hasSize(32);
    }

    @Test
    void onlyTheOwnerCanReadThem() throws IOException {
        Settings.of(data).password(Service.AUTH);
        Path file = data.resolve("settings.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Administrator.generate(data);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Administrator.file(data))))
                .isEqualTo("rw-------");
    }

    @Test
    void servicesHaveThePortsAfterTheGateway() throws IOException {
        Settings settings = Settings.of(data);
        settings.gatewayPort(9000);
        assertThat(settings.port(Service.GATEWAY)).isEqualTo(9000);
        assertThat(settings.port(Service.AUTH)).isEqualTo(9001);
        assertThat(settings.port(Service.VAULT)).isEqualTo(9006);
        assertThat(settings.readinessPort(Service.GATEWAY)).isEqualTo(9007);
    }
}
