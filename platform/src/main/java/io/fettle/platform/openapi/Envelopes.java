package io.fettle.platform.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import io.fettle.platform.error.Family;
import io.fettle.platform.error.Fault;

/** The failures of a document's families, each a component that operations refer to. */
final class Envelopes {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern WORD = Pattern.compile("([A-Z])([A-Z0-9]*)_?");
    private static final List<Fault> FAULTS = List.of(new Fault(0, "sys_id", "is required"));

    private final Components components;

    Envelopes(Components components) {
        this.components = components;
    }

    /** A reference to a failure as the family answers it. */
    APIResponse of(Family family, CommonFailure failure) {
        String name = camelCase(family) + camelCase(failure);
        if (components.getResponses() == null || !components.getResponses().containsKey(name)) {
            components.addResponse(
                    name,
                    OASFactory.createAPIResponse()
                            .description(failure.description)
                            .headers(failure.headers())
                            .content(failure(family, failure.status, failure.message)));
        }
        return OASFactory.createAPIResponse().ref(name);
    }

    /** What the family answers with a message. */
    Content failure(Family family, int status, String message) {
        return OASFactory.createContent()
                .addMediaType(
                        "application/json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(schema(family)))
                                .example(example(family.failure(status, message, List.of()))));
    }

    private String schema(Family family) {
        String name = camelCase(family) + "Failure";
        if (components.getSchemas() == null || !components.getSchemas().containsKey(name)) {
            components.addSchema(name, ExampleSchema.of(example(family.failure(400, "", FAULTS))));
        }
        return name;
    }

    /** An answer as it is on the wire. */
    static Object example(Object answer) {
        return JSON.convertValue(answer, Map.class);
    }

    /** {@code V2_WRITE} as {@code V2Write}. */
    private static String camelCase(Enum<?> constant) {
        return WORD.matcher(constant.name())
                .replaceAll(word -> word.group(1) + word.group(2).toLowerCase(Locale.ROOT));
    }
}
