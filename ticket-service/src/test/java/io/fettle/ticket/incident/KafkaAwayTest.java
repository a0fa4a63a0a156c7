package io.fettle.ticket.incident;

import static io.fettle.ticket.testsupport.AnIncident.anIncident;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import io.fettle.ticket.testsupport.Connector;

@QuarkusTest
@TestProfile(KafkaAwayTest.KafkaIsAway.class)
class KafkaAwayTest {

    public static final class KafkaIsAway implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(NoBroker.class));
        }
    }

    /** An address where nobody listens, in the place of the embedded broker's. */
    public static final class NoBroker implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            return Map.of("kafka.bootstrap.servers", "127.0.0.1:1");
        }

        @Override
        public int order() {
            return 1; // after the embedded servers
        }

        @Override
        public void stop() {}
    }

    @Test
    void ticketsAreTakenAndTheServiceStaysReadyWhileKafkaIsAway() {
        var connector = new Connector();
        var ticket = anIncident();
        connector.push(ticket).statusCode(200);
        assertThat(connector.statusOf(ticket)).isEqualTo("Data Collected");
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }
}
