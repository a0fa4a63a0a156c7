package io.fettle.local;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An incident of an ITSM system, which also names it {@code number} in {@code sys_id}. */
public record Incident(String number, String summary, String description, Instant created) {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** With dates as a clock in India shows them. */
    ObjectNode withIndianDates() {
        return fields(LOCAL.format(created.atZone(ZoneId.of("Asia/Kolkata"))))
                .put("IsTimeZoneOrOffset", "TIMEZONE")
                .put("TimeZone", "IST")
                .put("IsEpoch", "N");
    }

    /** With dates as seconds since 1970. */
    ObjectNode withEpochDates() {
        return fields(String.valueOf(created.getEpochSecond()))
                .put("IsTimeZoneOrOffset", "GMT")
                .put("IsEpoch", "Y");
    }

    private ObjectNode fields(String date) {
        return FettleClient.JSON
                .createObjectNode()
                .put("TicketNumber", number)
                .put("sys_id", "sys-" + number)
                .put("Summary", summary)
                .put("Description", description)
                .put("StatusCode", "New")
                .put("AssignedGroup", "Print services")
                .put("CreationDate", date)
                .put("LastModifiedDate", date)
                .put("ModuleId", "1");
    }
}
