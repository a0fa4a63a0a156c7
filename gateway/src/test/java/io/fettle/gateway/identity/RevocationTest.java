package io.fettle.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

import io.fettle.gateway.testsupport.Tokens;
import io.fettle.gateway.testsupport.Wire;

@QuarkusTest
class RevocationTest {

    /** The bound of contract section 2. */
    private static final Duration BOUND = Duration.ofSeconds(60);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @ConfigProperty(name = "fettle.topic-prefix")
    String prefix;

    @ConfigProperty(name = "fettle.auth.url")
    URI auth;

    @Test
    void aTokenOfAGrantThatEndedBeforeTheGatewayStartedIsRefused() {
        assertThat(status(token(Tokens.ENDED_GRANT))).isEqualTo(401);
        assertThat(status(token(39))).isEqualTo(200);
    }

    @Test
    void aTokenInUseIsRefusedOnceKafkaTellsOfItsEnd() throws IOException {
        String sample = Files.readString(Path.of(System.getProperty("fettle.root"), "docs/events/grant-ended.json"));
        String token = token(41);
        String other = token(42);
        assertThat(status(token)).isEqualTo(200);
        assertThat(status(other)).isEqualTo(200);
        await().atMost(BOUND).until(() -> {
            tell("no JSON");
            tell("{\"type\":\"SomethingNew\",\"grant\":42}");
            tell(sample);
            return status(token) == 401;
        });
        assertThat(status(token(41))).isEqualTo(401);
        assertThat(status(other)).isEqualTo(200);
    }

    @Test
    void aTokenInUseIsRefusedOnceTheAuthServiceIsAsked() throws Exception {
        String token = token(43);
        assertThat(status(token)).isEqualTo(200);
        var end = HttpRequest.newBuilder(auth.resolve("/end")).POST(BodyPublishers.ofString("43"));
        HttpClient.newHttpClient().send(end.build(), BodyHandlers.discarding());
        await().atMost(BOUND).until(() -> status(token) == 401);
    }

    private static String token(long grant) {
        JwtClaims claims = Tokens.claims(7);
        claims.setClaim("grant", grant);
        return Tokens.sign(claims, Tokens.key());
    }

    private static int status(String token) {
        return Wire.call("GET", "/v2/incident/orgentityid/7", "Authorization: Bearer " + token)
                .status();
    }

    /** Once more each time: a gateway that has just started hears what comes later. */
    private void tell(String record) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(prefix + "fettle.auth.grant.v1", "41", record));
        }
    }
}
