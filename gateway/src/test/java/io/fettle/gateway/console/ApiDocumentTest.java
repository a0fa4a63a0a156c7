package io.fettle.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.fettle.gateway.console.DocumentedOperation.Body;
import io.fettle.gateway.route.Route;
import io.fettle.gateway.route.RouteTable;

/** What the console promises (contract section 12), of every operation that has a route. */
class ApiDocumentTest {

    /** Of contract section 12 and its {@code …}. */
    private static final Set<String> TAGS = Set.of(
            "Incident",
            "ChangeRequests",
            "ServiceRequests",
            "SubTask",
            "Problem",
            "Vulnerability",
            "Event",
            "Runbook",
            "Inventory",
            "DAG",
            "Secret",
            "Request",
            "Organization",
            "User",
            "Token");

    private static final ObjectNode DOCUMENT = CheckedIn.merged();

    static List<DocumentedOperation> operations() {
        return CheckedIn.operations(DOCUMENT);
    }

    static Set<String> services() {
        return new RouteTable().services();
    }

    @Test
    void theDocumentOfAllServicesIsOpenApi31() {
        assertThat(messages(DOCUMENT)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void theDocumentOfEachServiceIsOpenApi31(String service) {
        assertThat(messages(CheckedIn.of(service))).isEmpty();
    }

    private static List<String> messages(JsonNode document) {
        var options = new ParseOptions();
        options.setResolve(true);
        var parsed = new OpenAPIV3Parser().readContents(document.toString(), null, options);
        assertThat(parsed.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
        return parsed.getMessages();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationIsDocumentedWhole(DocumentedOperation operation) {
        var softly = new SoftAssertions();
        softly.assertThat(operation.tag()).as("tag").isIn(TAGS);
        softly.assertThat(operation.id()).as("operationId").matches(operation.tag() + "_[A-Z]\\w+");
        softly.assertThat(operation.text("summary")).as("summary").isNotBlank();
        softly.assertThat(operation.answer("200")).as("success").isNotEmpty();
        softly.assertThat(operation.bodies())
                .as("examples of %s", operation.statuses())
                .noneMatch(body -> body.example().isMissingNode());
        softly.assertThat(operation.statuses()).as("failures").containsAll(expectedFailures(operation));
        softly.assertThat(operation.parameters())
                .as("types of parameters")
                .allMatch(parameter -> parameter.has("schema"));
        softly.assertAll();
    }

    private static List<String> expectedFailures(DocumentedOperation operation) {
        return Stream.of(
                        List.of("400", "500", "503"),
                        operation.isPublic() ? List.<String>of() : List.of("401", "403", "429"),
                        operation.takesBody() ? List.of("413", "415") : List.<String>of())
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theExamplesHaveTheFormOfTheirSchemas(DocumentedOperation operation) {
        for (Body body : operation.bodies()) {
            if (body.type().equals("application/json") && body.schema().isObject()) {
                var schema = (ObjectNode) body.schema().deepCopy();
                schema.set("components", DOCUMENT.get("components"));
                var validator =
                        JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
                assertThat(validator.validate(body.example()))
                        .as("%s as %s", body.example(), body.schema())
                        .isEmpty();
            }
        }
    }

    @Test
    void noTwoOperationsHaveTheSameId() {
        assertThat(operations()).extracting(DocumentedOperation::id).doesNotHaveDuplicates();
    }

    @Test
    void everyTagIsDescribed() {
        assertThat(DOCUMENT.path("tags")).allMatch(tag -> tag.has("description"));
        assertThat(DOCUMENT.path("tags"))
                .extracting(tag -> tag.path("name").asText())
                .containsExactlyInAnyOrderElementsOf(
                        operations().stream().map(DocumentedOperation::tag).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyOperationHasARouteAndEveryRouteAnOperation(String service) {
        var table = new RouteTable();
        assertThat(CheckedIn.operations(CheckedIn.of(service)).stream()
                        .map(operation -> table.find(service, operation.method(), operation.path())
                                .map(route -> call(operation.method(), route))
                                .orElse(operation + " without a route")))
                .containsExactlyInAnyOrderElementsOf(table.routes().stream()
                        .filter(route -> route.service().equals(service))
                        .flatMap(route -> route.methods().stream().map(method -> call(method, route)))
                        .toList());
    }

    private static String call(String method, Route route) {
        return method + " /" + String.join("/", route.template());
    }

    @Test
    void bothWaysToSignInAreOffered() {
        JsonNode schemes = DOCUMENT.at("/components/securitySchemes");
        assertThat(schemes.at("/Basic/scheme").asText()).isEqualTo("basic");
        assertThat(schemes.at("/Token/flows/password/tokenUrl").asText()).isEqualTo("/token");
        assertThat(schemes).hasSize(2);
    }
}
