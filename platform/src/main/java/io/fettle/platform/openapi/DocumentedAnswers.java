package io.fettle.platform.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import io.fettle.platform.error.Family;
import io.fettle.platform.error.Saved;

/**
 * Writes into a service's OpenAPI document what resources need not say, because it is decided in one place: the
 * envelopes of failures and of writes, the roles, what {@code {org}} is. A resource names what is its own, and what it
 * calls a description is the message of the answer:
 *
 * <pre>{@code
 * @APIResponse(responseCode = "200", description = "Secret saved successfully")
 * @APIResponse(responseCode = "404", description = "There is no secret printer-key")
 * }</pre>
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class DocumentedAnswers implements OASFilter {

    /** The extension of an operation with the example of its success; the schema is that of the returned type. */
    public static final String EXAMPLE = "x-example";

    private static final String SUCCESS = "200";

    /** Jakarta's name for whoever is authenticated. */
    private static final String ANY_ROLE = "**";

    private static final String REQUEST_ID = "708413586174738432";
    private static final int ORGANISATION = 1;

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        var envelopes = new Envelopes(document.getComponents());
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .forEach(
                                (method, operation) -> complete(operation, Family.of(method.name(), path), envelopes)));
    }

    private static void complete(Operation operation, Family family, Envelopes envelopes) {
        List<String> roles = roles(operation);
        tellRoles(operation, roles);
        Stream.ofNullable(operation.getParameters()).flatMap(List::stream).forEach(DocumentedAnswers::tellOrganisation);
        Arrays.stream(CommonFailure.values())
                .filter(failure -> failure.concerns(!roles.isEmpty(), operation.getRequestBody() != null))
                .filter(failure -> isMissing(operation, failure))
                .forEach(failure -> operation
                        .getResponses()
                        .addAPIResponse(String.valueOf(failure.status), envelopes.of(family, failure)));
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.equals(SUCCESS)) {
                tellSuccess(operation, response);
            } else if (response.getRef() == null && response.getContent() == null) {
                response.setContent(envelopes.failure(family, Integer.parseInt(status), response.getDescription()));
            }
        });
    }

    /** Those that permit the call; none if it is public. */
    private static List<String> roles(Operation operation) {
        return Stream.ofNullable(operation.getSecurity())
                .flatMap(List::stream)
                .flatMap(requirement -> requirement.getSchemes().values().stream())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private static void tellRoles(Operation operation, List<String> roles) {
        if (!roles.isEmpty() && !roles.contains(ANY_ROLE)) {
            String sentence = (roles.size() == 1 ? "Needs the role `" : "Needs one of the roles `")
                    + String.join("`, `", roles) + "`.";
            operation.setDescription(Stream.of(operation.getDescription(), sentence)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("\n\n")));
        }
    }

    private static void tellOrganisation(Parameter parameter) {
        if (parameter.getName().equals("org")) {
            parameter.description("The organisation number").example(ORGANISATION);
        }
    }

    /** A resource may describe a common failure itself; what has no answer yet is only a placeholder. */
    private static boolean isMissing(Operation operation, CommonFailure failure) {
        APIResponse present = operation.getResponses().getAPIResponse(String.valueOf(failure.status));
        return present == null || present.getContent() == null && present.getRef() == null;
    }

    private static void tellSuccess(Operation operation, APIResponse response) {
        Object example = Stream.ofNullable(operation.getExtensions())
                .map(extensions -> extensions.get(EXAMPLE))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Envelopes.example(Saved.of(REQUEST_ID, response.getDescription())));
        operation.removeExtension(EXAMPLE);
        Stream.ofNullable(response.getContent())
                .flatMap(content -> content.getMediaTypes().values().stream())
                .forEach(type -> type.setExample(example));
    }
}
