package io.fettle.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.gateway.failure.Refusal;
import io.fettle.gateway.route.CanonicalPath.Segment;

class CanonicalPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2/incident;x=1/orgentityid/7",
                "/v2/incident/orgentityid/7;",
                "/v2/incident%2Forgentityid/7",
                "/v2/incident%2forgentityid/7",
                "/v2/incident%5Corgentityid/7",
                "/v2/incident\\orgentityid/7",
                "/v2/users%00",
                "/v2/users%0d%0aX: y",
                "/v2/users%7f",
                "/v2/users%C2%85",
                "/v2/./users",
                "/v2/../internal/hosts",
                "/v2/%2e%2e/internal/hosts",
                "/v2/.%2E/internal/hosts",
                "/v2/users/..",
                "/..",
                "/v2/%252e%252e/internal",
                "/v2/users%252Fx",
                "/v2/users%zz",
                "/v2/users%2",
                "/v2/users%",
                "/v2/users%c0%af",
                "/v2/users%ff",
                "/v2/users#x",
                "/v2/us ers",
                "/v2/us\ters",
                "/v2/üsers",
                "v2/users",
                "*",
                "",
                "http://fettle.example/v2/users"
            })
    void whatTwoProgramsCouldReadDifferentlyIsRefused(String path) {
        assertThatThrownBy(() -> CanonicalPath.of(path))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(400));
    }

    @ParameterizedTest
    @CsvSource({
        "/v2/users, v2|users",
        "//v2///users//, v2|users",
        "/v2/users/a.b@example.org, v2|users|a.b@example.org",
        "/v2/users/.hidden, v2|users|.hidden",
        "/v2/users/..., v2|users|...",
        "/v2/users/100%25, v2|users|100%25",
        "/v2/users/a%20b%3Fc, v2|users|a%20b%3Fc",
        "/v2/users/%C3%BC, v2|users|%C3%BC",
        "/v2/users/INC{1}, v2|users|INC{1}",
        "/, ''"
    })
    void theLegitimateTwinPassesByteForByte(String path, String segments) {
        assertThat(String.join(
                        "|",
                        CanonicalPath.of(path).segments().stream()
                                .map(Segment::raw)
                                .toList()))
                .isEqualTo(segments);
    }
}
