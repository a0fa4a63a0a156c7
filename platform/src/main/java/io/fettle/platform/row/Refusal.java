package io.fettle.platform.row;

import java.util.stream.Stream;

import io.vertx.pgclient.PgException;
import org.jboss.logging.Logger;

import io.fettle.platform.error.ServiceException;

/** A row that Postgres did not take, because it is of an organisation the work may not touch. */
final class Refusal {

    private static final Logger LOG = Logger.getLogger(Refusal.class);
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private Refusal() {}

    /** Hibernate puts failures into its own. */
    static boolean isRowSecurity(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof PgException e && INSUFFICIENT_PRIVILEGE.equals(e.getSqlState()));
    }

    /** The caller is told what the service's own check would have told it. That the check let it through is our fault. */
    static ServiceException forbidden(Throwable failure) {
        LOG.error("Row security refused what the service had let through", failure);
        return ServiceException.forbidden();
    }
}
