package io.fettle.auth.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.core.Vertx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.fettle.auth.user.Guests;

class FederationConfigTest {

    private static final Map<String, String> GOOD = Map.of(
            "corp.issuer", "https://login.corp.example",
            "corp.audience", "fettle",
            "corp.algorithms", "RS256,ES384",
            "corp.roles.ops", "tickets.read,admin",
            "corp.organisations.ops", "7");

    private static Vertx vertx;

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void close() {
        vertx.closeAndAwait();
    }

    @Test
    void withoutConfigurationItIsOff() {
        assertThat(federation(Map.of()).isOff()).isTrue();
        assertThat(federation(GOOD).isOff()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "corp.issuer, http://login.corp.example",
        "corp.issuer, fettle",
        "corp.jwks-url, http://login.corp.example/keys",
        "corp.jwks-url, ftp://127.0.0.1/keys",
        "corp.audience, ' '",
        "corp.algorithms, none",
        "corp.algorithms, 'RS256,HS256'",
        "corp.roles.ops, root",
        "corp.roles.ops, fettle.service"
    })
    void whatNobodyCanWantEndsTheStart(String key, String value) {
        assertThatThrownBy(() -> federation(with(Map.of(key, value)))).hasMessageContaining("fettle.auth.federation");
    }

    @Test
    void anIssuerHasOneNameOnly() {
        var twice = new HashMap<String, String>(GOOD);
        GOOD.forEach((key, value) -> twice.put(key.replace("corp.", "twin."), value));
        assertThatThrownBy(() -> federation(twice)).hasMessageContaining("There are two");
        twice.put("twin.issuer", "https://login.twin.example");
        assertThat(federation(twice).isOff()).isFalse();
    }

    private static Map<String, String> with(Map<String, String> changes) {
        var config = new HashMap<>(GOOD);
        config.putAll(changes);
        return config;
    }

    private static Federation federation(Map<String, String> settings) {
        var properties = new HashMap<String, String>();
        settings.forEach((key, value) -> properties.put("fettle.auth.federation." + key, value));
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .withMapping(FederationConfig.class)
                .build()
                .getConfigMapping(FederationConfig.class);
        return new Federation(config, new Guests(), Clock.systemUTC(), vertx);
    }
}
