package io.fettle.auth.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "vT7#kQ9m", "пароль-хороший", "qwerty-and-more"})
    void aGoodPasswordPasses(String password) {
        assertThat(PasswordRule.check(password, "ann@example.org")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234567",
                "20261124",
                "!!Passw0rd!!",
                "Welcome2026",
                "1q2w3e4r",
                "abababab",
                "Ann@Example.org",
                "        "
            })
    void aWeakOneIsRefused(String password) {
        assertThat(PasswordRule.check(password, "ann@example.org")).isPresent();
    }
}
