package io.fettle.inventory.ci;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.vertx.core.json.JsonObject;

/**
 * A configuration item as clients write and read it (contract section 9, spelled as there). Written, {@code null}
 * leaves a field as it is; read, a text that was never sent is {@code ""}.
 *
 * @param hostName names the item within its organisation, in any case; 1-253 characters
 * @param connection how commands reach the host; {@code null} when nobody said, or the answer does not tell
 */
public record ConfigurationItem(
        @JsonProperty("HostName") String hostName,
        @JsonProperty("device_ci_name") String ciName,
        @JsonProperty("device_management_ip") String managementIp,
        @JsonProperty("device_firmware_version") String firmwareVersion,
        @JsonProperty("device_type") String type,
        @JsonProperty("Col1") String col1,
        @JsonProperty("Col2") String col2,
        @JsonProperty("Col3") String col3,
        @JsonProperty("Col4") String col4,
        @JsonProperty("Col5") String col5,
        @JsonProperty("device_manufacturername") String manufacturerName,
        @JsonProperty("device_model") String model,
        @JsonProperty("device_location") String location,
        @JsonProperty("device_subcategory") String subcategory,
        @JsonProperty("device_componentcategory") String componentCategory,
        @JsonProperty("device_productname") String productName,
        @JsonProperty("device_enviornment") String environment,
        @JsonProperty("device_componentcriticality") String componentCriticality,
        @JsonProperty("device_status") String status,

        @JsonProperty("Connection") @JsonInclude(JsonInclude.Include.NON_NULL)
        Connection connection) {

    static final String HOST_NAME = "HostName";
    static final String CONNECTION = "Connection";

    private static final JsonObject NOTHING_SAID = nothingSaid();

    public ConfigurationItem {
        hostName = hostName == null ? null : hostName.strip();
    }

    /** The descriptive fields that are given, under their names on the wire. */
    JsonObject texts() {
        JsonObject texts = fields();
        texts.getMap().values().removeIf(Objects::isNull);
        return texts;
    }

    /** The item with these descriptive fields; the others are {@code ""}. */
    static ConfigurationItem of(String hostName, JsonObject texts, JsonObject connection) {
        return NOTHING_SAID
                .copy()
                .mergeIn(texts)
                .put(HOST_NAME, hostName)
                .put(CONNECTION, connection)
                .mapTo(ConfigurationItem.class);
    }

    private static JsonObject nothingSaid() {
        JsonObject fields = new JsonObject().mapTo(ConfigurationItem.class).fields();
        fields.getMap().replaceAll((field, none) -> "");
        return fields;
    }

    private JsonObject fields() {
        JsonObject fields = JsonObject.mapFrom(this);
        fields.remove(HOST_NAME);
        fields.remove(CONNECTION);
        return fields;
    }
}
