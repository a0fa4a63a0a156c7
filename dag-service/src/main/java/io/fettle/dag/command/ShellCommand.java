package io.fettle.dag.command;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.fettle.platform.error.ServiceException;

/**
 * A command for {@code sh} whose parameters are variables, so that no value ever becomes syntax.
 *
 * @param script what the shell reads; it refers to the variables
 * @param variables the values, by the variable's name in {@code script}
 * @param readable the same command with the values in their places, quoted; for people only
 */
public record ShellCommand(String script, Map<String, String> variables, String readable) {

    /** The kernel takes no longer string in an environment than 128 KiB, with its name. */
    private static final int LONGEST_VALUE = 120 << 10;

    private static final int LONGEST_TOGETHER = 1 << 20;

    public ShellCommand {
        variables = Map.copyOf(variables);
    }

    /**
     * Puts parameters into a command.
     *
     * @param template its <code>${name}</code> are parameters where a parameter has that name, and the shell's else
     * @throws ServiceException kind INVALID, if a value cannot be passed to a command
     */
    public static ShellCommand of(String template, Map<String, String> parameters) {
        if (template.isBlank() || template.indexOf('\0') >= 0) {
            throw ServiceException.invalid("The command is empty or contains a NUL character");
        }
        ShellCommand command = new ShellTemplate(template, parameters).render();
        if (command.variables.values().stream().mapToInt(ShellCommand::size).sum() > LONGEST_TOGETHER) {
            throw ServiceException.invalid("The parameters have more than 1 MiB together");
        }
        return command;
    }

    /** Refuses a value that no command can be given. */
    static void requirePassable(String name, String value) {
        if (value.indexOf('\0') >= 0) {
            throw ServiceException.invalid("The parameter " + name + " contains a NUL character");
        }
        if (size(value) > LONGEST_VALUE) {
            throw ServiceException.invalid("The parameter " + name + " has more than 120 KiB");
        }
    }

    private static int size(String value) {
        return value.getBytes(StandardCharsets.UTF_8).length;
    }
}
