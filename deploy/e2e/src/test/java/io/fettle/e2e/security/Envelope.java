package io.fettle.e2e.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fettle.e2e.security.Wire.Answer;

/** What a failure of each family consists of, beside its words (contract section 1, envelopes). */
enum Envelope {
    V2_WRITE("""
            {"Id": null, "Status": "Fail"}""", "Message", "Errors"),
    V2_READ("""
            {"Count": 0, "Result": [], "Status": "Fail"}""", "Message", ""),
    V1("""
            {"statusCode": %d, "status": "Fail", "result": null}""", "message", "errors"),
    DAG("""
            {"id": null, "status": "Fail"}""", "message", ""),
    OAUTH("""
            {"error": "invalid_request"}""", "error_description", "");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String constant;
    private final String words;
    private final String faults;

    /** @param faults the member that lists them, where there are several; blank if the family has none */
    Envelope(String constant, String words, String faults) {
        this.constant = constant;
        this.words = words;
        this.faults = faults;
    }

    static Envelope of(String method, String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (lower.startsWith("/iautomateapi/")) {
            return V1;
        }
        if (lower.startsWith("/api/v1/")) {
            return DAG;
        }
        if (lower.equals("/token")) {
            return OAUTH;
        }
        return method.equals("GET") ? V2_READ : V2_WRITE;
    }

    /** The answer is a failure of this status, in this envelope, and nothing else. */
    void requireFailure(Answer answer, int status) throws JsonProcessingException {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type"))
                .singleElement()
                .asString()
                .matches("application/json(;charset=UTF-8)?");
        assertThat(answer.json().path(words).asText()).isNotBlank();
        JsonNode rest = ((ObjectNode) answer.json().deepCopy()).without(List.of(words, faults));
        assertThat(rest).isEqualTo(JSON.readTree(constant.formatted(status)));
    }
}
