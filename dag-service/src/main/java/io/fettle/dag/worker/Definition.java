package io.fettle.dag.worker;

import java.util.Map;
import java.util.TreeMap;

import io.vertx.core.json.JsonObject;

import io.fettle.dag.command.ShellCommand;
import io.fettle.platform.error.ServiceException;

/**
 * What a node does, as it was asked for.
 *
 * @param command a template; its <code>${name}</code> are the parameters
 * @param parameters by name; names ignore case
 */
public record Definition(String command, Map<String, String> parameters) {

    public Definition {
        command = command == null ? "" : command;
        parameters = parameters == null ? Map.of() : parameters;
    }

    /** The command with its parameters. Fails as {@link ShellCommand#of} does. */
    public ShellCommand shellCommand() {
        var names = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        names.putAll(parameters);
        return ShellCommand.of(command, names);
    }

    /** The command with its values in place, for people; as it was asked for if it cannot be put together. */
    public String readable() {
        try {
            return shellCommand().readable();
        } catch (ServiceException e) {
            return command.replace('\0', '\uFFFD');
        }
    }

    public JsonObject toJson() {
        var values = new JsonObject();
        parameters.forEach(values::put);
        return new JsonObject().put("command", command).put("parameters", values);
    }

    public static Definition of(JsonObject json) {
        var parameters = new TreeMap<String, String>();
        json.getJsonObject("parameters").forEach(entry -> parameters.put(entry.getKey(), (String) entry.getValue()));
        return new Definition(json.getString("command"), parameters);
    }
}
