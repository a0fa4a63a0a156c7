package io.fettle.dag.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.platform.error.ServiceException;

class ShellCommandTest {

    private static final String[] PIECES = {
        "$(touch x)",
        "`touch x`",
        "'",
        "\"",
        "\\",
        "\n",
        "; rm -rf .",
        "${HOME}",
        "$((1+1))",
        "*",
        "?",
        " ",
        "\t",
        "!!",
        "&",
        "|",
        ">x",
        "<",
        "#",
        "~",
        "é",
        "😀",
        "%s",
        "-n",
        "\r",
        "EOF",
        "}",
        "{a,b}",
        "\u0001",
        "a"
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "printf %s ${v}",
                "printf %s \"${v}\"",
                "printf '%s' \"\"${v}''",
                "printf %s \"$(printf %s ${v}; printf .)\"",
                "printf %s \"$(printf '%s' \"${v}\"; printf '.')\"",
                "printf %s \"`printf %s ${v}`.\"",
                "# it's \"${v}\nprintf %s ${v}",
                "(printf %s ${v})",
                "x='it''s'; printf %s \"a${v}b\" # don't",
                "cat <<EOF2\n${v}.\nEOF2",
                "case a in a) printf %s ${v};; esac",
                "printf %s ${none:-${v}}",
                "printf %s \\\"${v}\\\""
            })
    void aHostileValueArrivesByteForByteAndNothingOfItIsRun(String template) throws Exception {
        var chance = new Random(7);
        for (int i = 0; i < 40; i++) {
            String value = hostile(chance);
            String around = template.contains("\"a${v}b\"") ? "a" + value + "b" : value;
            assertThat(run(template, value)).as(template).contains(around);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsInSingleQuotesOrBehindABackslashStaysText() throws Exception {
        assertThat(run("printf %s '${v}' \\${v}", "value")).isEqualTo("${v}${v}");
    }

    @Test
    void theTextOfAQuotedHereDocumentStaysText() throws Exception {
        assertThat(run("cat <<'E'\n${v}\nE\nprintf %s ${v}", "a  b")).isEqualTo("${v}\na  b");
    }

    @Test
    void aNameThatIsNoParameterIsTheShells() throws Exception {
        assertThat(run("x=1; printf %s ${x}${none:-2}", "value")).isEqualTo("12");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "restart ${v} | spooler      | restart spooler",
                "restart ${v} | a b          | restart 'a b'",
                "restart ${v} | it's         | restart 'it'\\''s'",
                "restart \"${v}\" | $(touch x) | restart \"\\$(touch x)\"",
                "restart '${v}' | spooler    | restart '${v}'",
            })
    void peopleReadTheValuesQuoted(String template, String value, String readable) {
        assertThat(ShellCommand.of(template, Map.of("v", value)).readable()).isEqualTo(readable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo ${v}", "echo \"${v}\""})
    void whatPeopleReadCouldBeRunAsItIs(String template) throws Exception {
        String value = "$(touch x) `id` \"quoted\" it's \\ done";
        String readable = ShellCommand.of(template, Map.of("v", value)).readable();
        assertThat(sh(readable.replaceFirst("echo", "printf %s"), Map.of())).isEqualTo(value);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aParameterInArithmeticIsRefused() {
        assertThatThrownBy(() -> ShellCommand.of("echo $((1 + ${v}))", Map.of("v", "a[$(touch x)]")))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("parameter v");
    }

    @Test
    void aValueNoCommandCanBeGivenIsRefused() {
        for (String value : new String[] {"a\0b", "x".repeat(200_000)}) {
            assertThatThrownBy(() -> ShellCommand.of("echo ${v}", Map.of("v", value)))
                    .isInstanceOf(ServiceException.class)
                    .hasMessageContaining("parameter v");
        }
    }

    @Test
    void aValueThatIsNotUsedMayBeAnything() {
        assertThat(ShellCommand.of("echo", Map.of("v", "\0".repeat(200_000))).variables())
                .isEmpty();
    }

    private static String hostile(Random chance) {
        var value = new StringBuilder("x");
        for (int i = chance.nextInt(6) + 1; i > 0; i--) {
            value.append(PIECES[chance.nextInt(PIECES.length)]);
        }
        return value.append("x").toString();
    }

    private String run(String template, String value) throws IOException, InterruptedException {
        ShellCommand command = ShellCommand.of(template, Map.of("v", value));
        return sh(command.script(), command.variables());
    }

    private String sh(String script, Map<String, String> variables) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("sh", "-c", script).directory(folder.toFile());
        builder.environment().putAll(variables);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }
}
