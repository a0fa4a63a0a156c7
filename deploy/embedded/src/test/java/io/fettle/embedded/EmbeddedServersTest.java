package io.fettle.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersTest {

    @Test
    void aServiceCannotReadTheTablesOfAnother() throws Exception {
        var servers = TestServers.get();
        var provisioning = new Provisioning(servers.adminUrl());
        provisioning.database("isolation");
        provisioning.service("isolation", "own", "own-password");
        provisioning.service("isolation", "other", "other-password");
        String url = provisioning.url("isolation").replaceFirst("\\?.*", "");
        try (var own = DriverManager.getConnection(url, "own", "own-password");
                var other = DriverManager.getConnection(url, "other", "other-password")) {
            own.createStatement().execute("create table note (text text)");
            own.createStatement().execute("insert into note values ('mine')");
            assertThat(own.createStatement()
                            .executeQuery("select * from own.note")
                            .next())
                    .isTrue();
            assertThatThrownBy(() -> other.createStatement().executeQuery("select * from own.note"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aRoleNeedsItsPassword() throws Exception {
        var provisioning = new Provisioning(TestServers.get().adminUrl());
        provisioning.database("passwords");
        provisioning.service("passwords", "locked", "right");
        String url = provisioning.url("passwords").replaceFirst("\\?.*", "");
        assertThatThrownBy(() -> DriverManager.getConnection(url, "locked", "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        DriverManager.getConnection(url, "locked", "right").close();
    }

    @Test
    void postgresKeepsItsDataOverARestartAndIsDurable(@TempDir Path directory) throws Exception {
        try (var postgres = PostgresServer.start(directory.resolve("data"), 0, true);
                var connection = DriverManager.getConnection(postgres.adminUrl())) {
            connection.createStatement().execute("create table kept (id int)");
            try (var setting = connection.createStatement().executeQuery("show synchronous_commit")) {
                setting.next();
                assertThat(setting.getString(1)).isEqualTo("on");
            }
        }
        try (var postgres = PostgresServer.start(directory.resolve("data"), 0, true);
                var connection = DriverManager.getConnection(postgres.adminUrl())) {
            assertThat(connection
                            .createStatement()
                            .executeQuery("select * from kept")
                            .next())
                    .isFalse();
        }
    }

    @Test
    void furtherSettingsReachTheServer(@TempDir Path directory) throws Exception {
        Path data = directory.resolve("data");
        try (var postgres = PostgresServer.start(data, 0, false, Map.of("max_wal_size", "3GB"));
                var connection = DriverManager.getConnection(postgres.adminUrl());
                var setting = connection.createStatement().executeQuery("show max_wal_size")) {
            setting.next();
            assertThat(setting.getString(1)).isEqualTo("3GB");
        }
    }

    @Test
    void kafkaCarriesARecord() throws Exception {
        String bootstrap = TestServers.get().bootstrapServers();
        try (var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new StringSerializer());
                var consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrap, "group.id", "test", "auto.offset.reset", "earliest"),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            producer.send(new ProducerRecord<>("embedded-servers-test", "key", "value"))
                    .get();
            consumer.subscribe(List.of("embedded-servers-test"));
            assertThat(consumer.poll(Duration.ofSeconds(20))).hasSize(1);
        }
    }
}
