package io.fettle.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fettle.local.Connector;
import io.fettle.local.FettleClient;
import io.fettle.local.Tenant;

/** Runs commands on a host as contract section 8 has it. */
record Command(Tenant tenant, String host) {

    /** What it printed. */
    String run(String command) throws IOException {
        FettleClient client = tenant.basic();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("extra_vars").put("command_to_execute", command).put("target_host", host);
        String id = client.post("/api/v1/Execute/" + tenant.org(), body)
                .require("Execute")
                .body()
                .path("id")
                .textValue();
        var connector = new Connector(client, tenant.org());
        JsonNode node = await().atMost(Duration.ofSeconds(60))
                .until(() -> connector.execution(id), done -> done.path("rc").isInt());
        return node.path("event_data").path("res").path("stdout").textValue();
    }
}
