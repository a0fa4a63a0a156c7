package io.fettle.gateway.console;

import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** What OpenAPI calls a component: {@code #/components/schemas/Saved}. */
final class References {

    /** Every component of a {@code components} object, with its reference. */
    static void each(JsonNode components, BiConsumer<String, JsonNode> component) {
        components
                .properties()
                .forEach(section -> section.getValue()
                        .properties()
                        .forEach(named -> component.accept(
                                "#/components/" + section.getKey() + "/" + named.getKey(), named.getValue())));
    }

    /** The reference with the service's name before the component's: {@code #/components/schemas/TicketSaved}. */
    static String prefixed(String reference, String service) {
        int name = reference.lastIndexOf('/') + 1;
        return reference.substring(0, name)
                + service.substring(0, 1).toUpperCase(Locale.ROOT)
                + service.substring(1)
                + reference.substring(name);
    }

    /** A copy in which everything that refers to a renamed component has its new name. */
    static JsonNode rewritten(JsonNode node, Map<String, String> renamed) {
        if (node instanceof TextNode text) {
            return TextNode.valueOf(renamed.getOrDefault(text.textValue(), text.textValue()));
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(member -> copy.set(member.getKey(), rewritten(member.getValue(), renamed)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(rewritten(element, renamed)));
            return copy;
        }
        return node;
    }

    private References() {}
}
