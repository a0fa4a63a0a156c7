package io.fettle.ticket.desk;

/** What the console shows of all modules alike (contract section 12): the parts around a module's own fields. */
public final class Examples {

    public static final String PARTIAL = "true stores the good items without the others";
    public static final String FILTER = "{\"filter\":\"start_date>=2026-11-24 00:00:00\"}";

    /** The end of a pushed ticket. */
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

    /** The answer to a push that lacks a field, V2. */
    static final String REFUSED = """
            {
              "Id": null,
              "Status": "Fail",
              "Message": "Item 0: sys_id is required",
              "Errors": [{"Index": 0, "Field": "sys_id", "Message": "is required"}]
            }""";

    /** The answer to a push that lacks a field, V1. */
    static final String REFUSED_V1 = """
            {
              "statusCode": 400,
              "status": "Fail",
              "message": "Item 0: sys_id is required",
              "result": null,
              "errors": [{"Index": 0, "Field": "sys_id", "Message": "is required"}]
            }""";

    /** The answer to a push, V1. */
    public static final String SAVED_V1 = """
            {"statusCode": 200, "status": "Success", "message": "Success", "result": "708413586174738432"}""";

    public static final String FOUND = "{\"Count\": 1, \"Result\": [{";

    private static final String READ = """
              "AssignedGroup": "Service Desk",
              "StatusCode": "New",
              "CreationDate": "2026-11-24 10:15:30.000",
              "LastModifiedDate": "2026-11-24 10:15:30.000",
              "sys_id": "9c573169c611228700193229fff72400",
              "iAutomate_CreatedDateInGMT": "2026-11-24 10:15:31.204",
              "iAutomate_UpdatedDateInGMT": "2026-11-24 10:15:31.204",
              "Col1": "", "Col2": "", "Col3": "", "Col4": "", "Col5": ""
            """;

    /** The end of tickets that are read, V2. */
    public static final String FOUND_REST = READ + """
              , "Col6": "", "Col7": "", "Col8": "", "Col9": "", "Col10": "",
              "Col11": "", "Col12": "", "Col13": "", "Col14": "", "Col15": "",
              "Col16": "", "Col17": "", "Col18": "", "Col19": "", "Col20": ""
            }], "Status": "Success", "Message": "Success"}""";

    public static final String FOUND_V1 =
            "{\"statusCode\": 200, \"status\": \"Success\", \"message\": null, \"result\": [{";

    /** The end of tickets that are read, V1. */
    public static final String FOUND_V1_REST = READ + "}]}";

    /** Between {@link #FOUND} and this is a ticket number. */
    public static final String STATUS = """
            "TicketStatus": "Picked for InProgress"}], "Status": "Success", "Message": "Success"}""";

    public static final String HISTORY = """
            {
              "Count": 2,
              "Result": [
                {
                  "From": null,
                  "To": "Data Collected",
                  "At": "2026-11-24 10:15:31.204",
                  "Reason": null,
                  "Actor": "connector@example.org",
                  "InteractionId": null
                },
                {
                  "From": "Data Collected",
                  "To": "Picked for Recommendation",
                  "At": "2026-11-24 10:15:31.297",
                  "Reason": null,
                  "Actor": "runbook-service",
                  "InteractionId": null
                }
              ],
              "Status": "Success",
              "Message": "Success"
            }""";

    private Examples() {}
}
