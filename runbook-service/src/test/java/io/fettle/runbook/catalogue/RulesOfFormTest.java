package io.fettle.runbook.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesOfFormTest {

    @ParameterizedTest
    @CsvSource({"90Sec, PT90S", "10Min, PT10M", "2Hour, PT2H", "1Day, PT24H", "5min, PT5M"})
    void aPeriodIsANumberAndAUnit(String text, Duration period) {
        assertThat(TimeOutPeriod.parse(text)).contains(period);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "Min", "0Sec", "-1Min", "1.5Hour", "10 Min", "10Minutes", "9999999Day"})
    void anythingElseIsNoPeriod(String text) {
        assertThat(TimeOutPeriod.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "contains, SPOOLER, Print spooler stopped, true",
        "Contains, disk, Print spooler stopped, false",
        "Equals, print spooler stopped, Print spooler stopped, true",
        "Equals, spooler, Print spooler stopped, false",
        "StartsWith, PRINT, Print spooler stopped, true",
        "STARTSWITH, spooler, Print spooler stopped, false",
        "Regex, spool.r, Print spooler stopped, true",
        "Regex, SPOOLER, Print spooler stopped, false",
        "Regex, (?i)SPOOLER, Print spooler stopped, true"
    })
    void anOperatorComparesAFieldWithItsValue(String operator, String value, String text, boolean holds) {
        assertThat(Operator.named(operator).orElseThrow().over(value).test(text))
                .isEqualTo(holds);
    }

    @Test
    void aTemplateShowsItsNamesAndTakesValuesAsPlainText() {
        var template = new Template("${host}.${domain}:${host}");
        assertThat(template.names()).containsExactly("host", "domain");
        assertThat(template.render(Map.of("host", "${domain}", "domain", "$1\\")))
                .isEqualTo("${domain}.$1\\:${domain}");
    }

    @Test
    void anUnclosedNameIsANameToo() {
        assertThat(new Template("echo ${host").names()).containsExactly("host");
        assertThat(new Template("echo ${").names()).containsExactly("");
    }
}
