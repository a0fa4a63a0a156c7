package io.fettle.vault.audit;

import java.time.Clock;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.fettle.platform.Ids;

/** The record of all that is done to secrets. It holds no value. */
@ApplicationScoped
public class AuditLog {

    /** Contract section 1, trace. */
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Ids ids;
    private final Clock clock;

    AuditLog(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes an entry in the caller's transaction. What it tells of may happen only after this succeeded. */
    public Uni<Void> add(Who who, Action action, int org, String name, int version) {
        var row = new AuditEntryRow();
        row.id = ids.next();
        row.org = org;
        row.actor = who.actor();
        row.action = action;
        row.name = name;
        row.version = version;
        row.at = clock.instant();
        row.requestId = isRequestId(who.requestId()) ? who.requestId() : String.valueOf(row.id);
        return row.persistAndFlush().replaceWithVoid();
    }

    private static boolean isRequestId(String text) {
        return text != null && REQUEST_ID.matcher(text).matches();
    }
}
