package io.fettle.runbook.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?i)spooler",
                "server ([\\w.-]+)",
                ".{1000}",
                "[0-9]{1,3}(\\.[0-9]{1,3}){3}",
                "[({]{2}\\(\\{",
                "\\x{10FFFF}\\p{Greek}{3}",
                "[[:alpha:]]+]"
            })
    void whatRe2TakesIsTaken(String regex) {
        assertThat(Regex.fault(regex)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[a", "(?=a)", "\\1", "*"})
    void whatRe2RefusesIsRefusedWithItsReason(String regex) {
        assertThat(Regex.fault(regex))
                .hasValueSatisfying(why -> assertThat(why).startsWith("is no regular expression"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{100}){100}){100}",
                "(?:(?:[)(]{50}){50}){50}",
                "(a{9}){9}(b{999}){9,}",
                "((((((((((a{99}){99}){99}){99}){99}){99}){99}){99}){99}){99}){99}"
            })
    void whatWouldFillTheMemoryIsNotEvenCompiled(String regex) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(1),
                () -> assertThat(Regex.fault(regex))
                        .hasValueSatisfying(why -> assertThat(why).startsWith("repeats too much")));
    }

    @Test
    void aSearchIsLinearInTheText() {
        var evil = Operator.REGEX.over("(a+)+$");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(evil.test("a".repeat(200_000) + "!")).isFalse());
    }
}
