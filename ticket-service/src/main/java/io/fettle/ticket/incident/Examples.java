package io.fettle.ticket.incident;

/** What the console shows (contract section 12). */
final class Examples {

    static final String INCIDENTS = """
            [{
              "TicketNumber": "INC0010001",
              "Summary": "Print spooler stopped",
              "Description": "The spooler on server printhost01 does not answer",
              "sys_id": "9c573169c611228700193229fff72400",
              "StatusCode": "New",
              "AssignedGroup": "Service Desk",
              "CreationDate": "2026-11-24 15:45:30",
              "LastModifiedDate": "2026-11-24 15:45:30",
              "IsTimeZoneOrOffset": "TIMEZONE",
              "TimeZone": "IST",
              "IsEpoch": "N",
              "ModuleId": "1"
            }]""";

    static final String FILTER = "{\"filter\":\"ModuleId=1&start_date>=2026-11-24 00:00:00\"}";

    private Examples() {}
}
