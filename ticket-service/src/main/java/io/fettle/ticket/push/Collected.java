package io.fettle.ticket.push;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import io.fettle.platform.event.Event;
import io.fettle.ticket.TicketKey;

/**
 * A ticket arrived, or was changed before the pipeline took it up. Topic fettle.ticket.transition.v1, keyed by ticket. The
 * version is not in it yet: only the statement that writes the ticket knows.
 *
 * @param fields what was sent, by wire name, but the dates
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("Collected")
record Collected(
        UUID eventId,

        @JsonFormat(pattern = "uuuu-MM-dd'T'HH:mm:ss.SSSX", timezone = "UTC")
        Instant occurredAt,

        TicketKey ticket,
        String ticketNumber,
        boolean resolved,
        Map<String, Object> fields)
        implements Event {

    static Collected of(Push push, Instant now) {
        return new Collected(
                UUID.randomUUID(), now, push.key(), push.ticketNumber(), push.resolvedDate() != null, fields(push));
    }

    private static Map<String, Object> fields(Push push) {
        var fields = new HashMap<String, Object>(push.cols().getMap());
        fields.put("TicketNumber", push.ticketNumber());
        fields.put("Summary", push.summary());
        fields.put("Description", push.description());
        fields.put("StatusCode", push.statusCode());
        fields.put("sys_id", push.key().sysId());
        if (push.assignedGroup() != null) {
            fields.put("AssignedGroup", push.assignedGroup());
        }
        return fields;
    }
}
