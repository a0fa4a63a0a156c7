package io.fettle.ticket.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.platform.error.ServiceException;
import io.fettle.ticket.Module;
import io.fettle.ticket.read.Filter.Exact;

class FilterParserTest {

    private static final Set<Module> INCIDENT_PATHS = EnumSet.of(Module.INCIDENT, Module.EVENT);
    private static final Instant FROM = Instant.parse("2020-01-29T07:12:23.607Z");
    private static final Instant BEFORE = Instant.parse("2020-02-01T00:00:00.001Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ModuleId=1&start_date>=2020-01-29 07:12:23.607&end_date<=2020-02-01 00:00:00",
                "ModuleId=1& start_date>=2020-01-29%2007:12:23.607&end_date<=2020-02-01",
                "&ModuleId=1&start_date>=2020-01-29+07:12:23.607&end_date<=2020-02-01+00:00:00&",
                "moduleid='1'&START_DATE>='2020-01-29 07:12:23.607'&End_Date<='2020-02-01 00:00:00'",
                "ModuleId=1%26start_date%3E=2020-01-2907:12:23.607%26end_date%3C%3D2020-02-0100:00:00",
                " ModuleId = 1 & start_date >= 2020-01-29T07:12:23.607Z & end_date < 2020-02-01 00:00:00.001",
                "queryParams={\"filter\":\"ModuleId=1&start_date>=2020-01-29 07:12:23.607&end_date<=2020-02-01\"}",
                "queryparams={\"Filter\":\"&ModuleId=1\"}&start_date>=2020-01-29 07:12:23.607&end_date<=2020-02-01",
                "start_date>=2020-01-29 07:12:23.607&queryParams={\"filter\":\"ModuleId=1\"}&end_date<=2020-02-01",
                "queryParams=%7B%22filter%22%3A%22ModuleId%3D1%26start_date%3E%3D2020-01-29%2007%3A12%3A23.607"
                        + "%26end_date%3C%3D2020-02-01%22%7D",
                "queryParams={\"filter\":\"ModuleId=1%26start_date%3E=2020-01-29+07:12:23.607%26end_date<=2020-02-01\"}",
                "queryParams=%7B%22filter%22%3A%22ModuleId%3D1%2526start_date%253E%3D2020-01-29%2B07%3A12%3A23.607"
                        + "%2526end_date%3C%3D2020-02-01%22%7D",
                "ModuleId=1&start_date>2020-01-29 07:12:23.606&end_date<2020-02-01 00:00:00.001",
                "ModuleId=1&start_date>=2020-01-01&start_date>=2020-01-29 07:12:23.607&end_date<=2021-01-01"
                        + "&end_date<=2020-02-01",
            })
    void everySpellingOfTheGuideMeansTheSame(String query) {
        Filter filter = parse(query);
        assertThat(filter.modules()).containsExactly(Module.INCIDENT);
        assertThat(filter.createdFrom()).isEqualTo(FROM);
        assertThat(filter.createdBefore()).isEqualTo(BEFORE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "&", "queryParams={}", "queryParams={\"filter\":\"\"}", "queryParams={\"filter\":null}"})
    void withoutTermsEverythingFits(String query) {
        Filter filter = parse(query);
        assertThat(filter.modules()).containsExactlyInAnyOrder(Module.INCIDENT, Module.EVENT);
        assertThat(filter.limit()).isEqualTo(1000);
    }

    @Test
    void withoutAQueryEverythingFits() {
        assertThat(FilterParser.parse(QueryText.expression(null), INCIDENT_PATHS)
                        .modules())
                .hasSize(2);
    }

    @Test
    void equalityOfADateCoversItsMillisecond() {
        Filter filter = parse("end_date=2020-01-29 07:12:23.607");
        assertThat(filter.createdFrom()).isEqualTo(FROM);
        assertThat(filter.createdBefore()).isEqualTo(FROM.plusMillis(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "assignment_group=Service Desk|Service Desk",
                "assignment_group=Service+Desk|Service Desk",
                "assignment_group = 'Service Desk'  |Service Desk",
                "assignment_group='R&D'&ModuleId=1|R&D",
                "assignment_group='R%26D'|R&D",
                "assignment_group='O'Brien & Sons'|O'Brien & Sons",
                "assignment_group=C%2B%2B|C++",
                "assignment_group=a=b|a=b",
                "assignment_group=%C3%84rzte|Ärzte",
                "assignment_group=x'; drop table ticket; --|x'; drop table ticket; --"
            })
    void aValueIsTakenAsItIs(String query, String value) {
        assertThat(parse(query).exactly(Exact.ASSIGNMENT_GROUP)).isEqualTo(value);
    }

    @Test
    void numbersIdsPagesAndIncrementsAreUnderstood() {
        var cursor = new Cursor(FROM, "an id with blanks", (short) 9);
        Filter filter = parse(
                "ticket_number=INC1&sys_id=a1&updated_since>=2020-01-29 07:12:23.607&limit=10&after=" + cursor.word());
        assertThat(filter.exactly(Exact.TICKET_NUMBER)).isEqualTo("INC1");
        assertThat(filter.exactly(Exact.SYS_ID)).isEqualTo("a1");
        assertThat(filter.modifiedFrom()).isEqualTo(FROM);
        assertThat(filter.limit()).isEqualTo(10);
        assertThat(filter.after()).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ModuleId=1&ModuleId=9", "ticket_number=A&ticket_number=B"})
    void aRepeatedFieldIsAConjunction(String query) {
        assertThat(parse(query).modules()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "color=red|color=red",
                "ModuleId=1&color>red|color>red",
                "ModuleId=2|ModuleId=2",
                "ModuleId=x|ModuleId=x",
                "ModuleId>1|ModuleId>1",
                "ticket_number>=INC1|ticket_number>=INC1",
                "ticket_number=|ticket_number=",
                "ticket_number=''|ticket_number=",
                "ticket_number=%00|ticket_number=",
                "start_date=>2020-01-29|start_date=>2020-01-29",
                "start_date>=yesterday|start_date>=yesterday",
                "start_date>=2020-02-30|start_date>=2020-02-30",
                "start_date>=1580281943|start_date>=1580281943",
                "updated_since<=2020-01-29|updated_since<=2020-01-29",
                "limit=0|limit=0",
                "limit=10001|limit=10001",
                "after=%21|after=!",
                "after=YQ|after=YQ",
                "nonsense&ModuleId=1|nonsense",
                "ModuleId=1&start_date like 2020|start_date like 2020",
                "start_date!=2020-01-29|start_date!=2020-01-29"
            })
    void whatIsNotUnderstoodIsRefusedByName(String query, String term) {
        assertThatThrownBy(() -> parse(query))
                .isInstanceOfSatisfying(
                        ServiceException.class, e -> assertThat(e.kind()).isEqualTo(ServiceException.Kind.INVALID))
                .hasMessageContaining(term);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "queryParams=",
                "queryParams=ModuleId=1",
                "queryParams=[1]",
                "queryParams={\"filter\":",
                "queryParams={\"filters\":\"ModuleId=1\"}",
                "queryParams={\"filter\":{}}",
                "ticket_number=%zz",
                "ticket_number=%",
                "ticket_number=%FF"
            })
    void aQueryThatCannotBeReadIsRefused(String query) {
        assertThatThrownBy(() -> parse(query)).isInstanceOf(ServiceException.class);
    }

    private static Filter parse(String query) {
        return FilterParser.parse(QueryText.expression(query), INCIDENT_PATHS);
    }
}
