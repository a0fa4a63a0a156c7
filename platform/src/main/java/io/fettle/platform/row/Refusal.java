package io.fettle.platform.row;

import java.sql.SQLException;
import java.util.stream.Stream;

import io.vertx.pgclient.PgException;
import org.jboss.logging.Logger;

import io.fettle.platform.error.ServiceException;

/** A row that Postgres did not take, because it is of an organisation the work may not touch. */
final class Refusal {

    private static final Logger LOG = Logger.getLogger(Refusal.class);
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private Refusal() {}

    static boolean isRowSecurity(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> INSUFFICIENT_PRIVILEGE.equals(state(cause)));
    }

    /** Hibernate makes exceptions of JDBC of those of the client. */
    private static String state(Throwable failure) {
        if (failure instanceof PgException e) {
            return e.getSqlState();
        }
        return failure instanceof SQLException e ? e.getSQLState() : null;
    }

    /** The caller is told what the service's own check would have told it. That the check let it through is our fault. */
    static ServiceException forbidden(Throwable failure) {
        LOG.error("Row security refused what the service had let through", failure);
        return ServiceException.forbidden();
    }
}
