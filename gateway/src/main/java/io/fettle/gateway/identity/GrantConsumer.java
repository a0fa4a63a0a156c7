package io.fettle.gateway.identity;

import java.io.IOException;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears at once of grants that end. Each gateway hears of all; what it missed it asks for. */
@ApplicationScoped
class GrantConsumer {

    /** What this service wants to know of topic fettle.auth.grant.v1. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Event(String type, Long grant) {}

    private final EndedGrants ended;
    private final ObjectMapper json;

    GrantConsumer(EndedGrants ended, ObjectMapper json) {
        this.ended = ended;
        this.json = json;
    }

    @Incoming("grant")
    void on(byte[] record) throws IOException {
        Event event = json.readValue(record, Event.class);
        if ("GrantEnded".equals(event.type())) {
            ended.add(event.grant());
        }
    }
}
