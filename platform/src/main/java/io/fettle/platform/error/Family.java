package io.fettle.platform.error;

import java.util.List;
import java.util.Locale;

/** The four forms of an answer (contract section 1, envelopes), told apart by the path alone. */
public enum Family {
    V2_WRITE {
        @Override
        public Object failure(int status, String message, List<Fault> faults) {
            return new Saved(null, "Fail", message, orNull(faults));
        }
    },
    V2_READ {
        @Override
        public Object failure(int status, String message, List<Fault> faults) {
            return new Found<>(0, List.of(), "Fail", message, null);
        }
    },
    V1 {
        @Override
        public Object failure(int status, String message, List<Fault> faults) {
            return new V1Answer(status == 422 ? 300 : status, "Fail", message, null, orNull(faults));
        }
    },
    DAG {
        @Override
        public Object failure(int status, String message, List<Fault> faults) {
            return new DagFailure(null, "Fail", message);
        }
    },
    OAUTH {
        @Override
        public Object failure(int status, String message, List<Fault> faults) {
            return new OAuthFailure(status < 500 ? "invalid_request" : "server_error", message);
        }
    };

    private record DagFailure(String id, String status, String message) {}

    private record OAuthFailure(String error, String error_description) {}

    /** The family of a call. @param path absolute and canonical, without query */
    public static Family of(String method, String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (lower.startsWith("/iautomateapi/")) {
            return V1;
        }
        if (lower.startsWith("/api/v1/")) {
            return DAG;
        }
        if (lower.equals("/token")) {
            return OAUTH;
        }
        return method.equals("GET") || method.equals("HEAD") ? V2_READ : V2_WRITE;
    }

    /**
     * The body of a failure.
     *
     * @param status the HTTP status it travels with
     */
    public abstract Object failure(int status, String message, List<Fault> faults);

    private static List<Fault> orNull(List<Fault> faults) {
        return faults.isEmpty() ? null : faults.subList(0, Math.min(faults.size(), Fault.MOST));
    }
}
