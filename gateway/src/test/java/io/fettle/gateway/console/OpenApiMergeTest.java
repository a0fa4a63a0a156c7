package io.fettle.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import io.fettle.gateway.route.RouteTable;

class OpenApiMergeTest {

    private final ObjectMapper json = new ObjectMapper();
    private final OpenApiMerge merge = new OpenApiMerge(new RouteTable(), json.createObjectNode(), "1.0");

    @Test
    void schemasThatAreTheSameAreSharedAndOthersAreRenamedWithAllThatReferToThem() {
        merge.add("auth", document("/v2/users", "{\"type\":\"string\"}"));
        merge.add("ticket", document("/v2/incident/orgentityid/{org}", "{\"type\":\"integer\"}"));

        JsonNode merged = merge.document();
        JsonNode schemas = merged.at("/components/schemas");
        assertThat(schemas.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("Fault", "Found", "Item", "TicketFound", "TicketItem");
        assertThat(schemas.at("/TicketFound/items/$ref").asText()).isEqualTo("#/components/schemas/TicketItem");
        assertThat(schemas.at("/Found/items/$ref").asText()).isEqualTo("#/components/schemas/Item");
        assertThat(merged.at("/paths/~1v2~1incident~1orgentityid~1{org}/get/answer/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/TicketFound");
    }

    @Test
    void tagsAreNamedOnce() {
        merge.add("auth", document("/v2/users", "{}"));
        merge.add("ticket", document("/v2/incident/orgentityid/{org}", "{}"));
        assertThat(merge.document().get("tags")).hasSize(1);
    }

    /** Found refers to Item, whose content is the one given; Fault is the same everywhere. */
    private ObjectNode document(String path, String item) {
        try {
            return (ObjectNode) json.readTree("""
                    {"tags":[{"name":"Shared"}],
                     "paths":{"%s":{"get":{"answer":{"$ref":"#/components/schemas/Found"}}}},
                     "components":{"schemas":{"Fault":{"type":"object"},"Item":%s,
                       "Found":{"type":"array","items":{"$ref":"#/components/schemas/Item"}}}}}
                    """.formatted(path, item));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
