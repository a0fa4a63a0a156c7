package io.fettle.ticket.desk;

/** What the console shows of all modules alike (contract section 12). */
public final class Examples {

    public static final String PARTIAL = "true stores the good items without the others";

    public static final String FILTER = "{\"filter\":\"start_date>=2026-11-24 00:00:00\"}";

    /** The end of a ticket: the fields that do not tell one module from another. */
    public static final String REST = """
              "sys_id": "9c573169c611228700193229fff72400",
              "StatusCode": "New",
              "AssignedGroup": "Service Desk",
              "CreationDate": "2026-11-24 15:45:30",
              "LastModifiedDate": "2026-11-24 15:45:30",
              "IsTimeZoneOrOffset": "TIMEZONE",
              "TimeZone": "IST",
              "IsEpoch": "N"
            }]""";

    private Examples() {}
}
