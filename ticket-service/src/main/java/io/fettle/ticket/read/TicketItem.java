package io.fettle.ticket.read;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A ticket as it is read (contract section 4). Dates are GMT, {@code yyyy-MM-dd HH:mm:ss.SSS}; text that was never sent
 * is empty.
 *
 * @param createdDateInGmt when it was first written here
 * @param updatedDateInGmt when it was last written here
 * @param others {@code ClosedDate} ({@code null} while it is open) and the fields its module alone has, then {@code Col1}
 *     and so on, as many as the family has
 */
public record TicketItem(
        @JsonProperty("TicketNumber") String ticketNumber,
        @JsonProperty("Summary") String summary,
        @JsonProperty("Description") String description,
        @JsonProperty("AssignedGroup") String assignedGroup,
        @JsonProperty("StatusCode") String statusCode,
        @JsonProperty("CreationDate") String creationDate,
        @JsonProperty("LastModifiedDate") String lastModifiedDate,
        @JsonProperty("sys_id") String sysId,
        @JsonProperty("iAutomate_CreatedDateInGMT") String createdDateInGmt,
        @JsonProperty("iAutomate_UpdatedDateInGMT") String updatedDateInGmt,
        @JsonAnyGetter Map<String, String> others) {}
