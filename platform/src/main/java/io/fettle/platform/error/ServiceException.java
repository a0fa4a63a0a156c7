package io.fettle.platform.error;

import java.util.List;

/**
 * A call that cannot be done, and why, in words meant for the caller. Thrown by the domain, which knows no HTTP; turned
 * into an answer in one place, {@link FailureMapper}.
 */
public final class ServiceException extends RuntimeException {

    /** The closed set of reasons a call is refused (contract section 1, status codes). */
    public enum Kind {
        /** The request is malformed; its faults say where. */
        INVALID,
        UNAUTHENTICATED,
        /** The caller's organisation or role does not allow it. */
        FORBIDDEN,
        NOT_FOUND,
        /** The request was understood, but is not possible in this state. */
        NOT_POSSIBLE,
        TOO_LARGE,
        /** Something this service needs does not answer; the same call may succeed later. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final transient List<Fault> faults;

    private ServiceException(Kind kind, String message, List<Fault> faults) {
        super(message);
        this.kind = kind;
        this.faults = List.copyOf(faults);
    }

    public static ServiceException invalid(String message) {
        return new ServiceException(Kind.INVALID, message, List.of());
    }

    /** @param faults every fault of the request, at least one */
    public static ServiceException invalid(List<Fault> faults) {
        return new ServiceException(Kind.INVALID, faults.get(0).sentence(), faults);
    }

    public static ServiceException unauthenticated(String message) {
        return new ServiceException(Kind.UNAUTHENTICATED, message, List.of());
    }

    public static ServiceException forbidden() {
        return new ServiceException(Kind.FORBIDDEN, "The organisation or role does not permit this call", List.of());
    }

    /** @param thing what was looked for, as the contract calls it: {@code interaction} */
    public static ServiceException notFound(String thing, Object id) {
        return new ServiceException(Kind.NOT_FOUND, "There is no " + thing + " " + id, List.of());
    }

    public static ServiceException notPossible(String message) {
        return new ServiceException(Kind.NOT_POSSIBLE, message, List.of());
    }

    public static ServiceException tooLarge(String message) {
        return new ServiceException(Kind.TOO_LARGE, message, List.of());
    }

    /** @param what the part that does not answer: {@code inventory} */
    public static ServiceException unavailable(String what) {
        return new ServiceException(Kind.UNAVAILABLE, "The " + what + " service does not answer", List.of());
    }

    public Kind kind() {
        return kind;
    }

    /** Where the request is wrong; empty unless it is {@link Kind#INVALID}. */
    public List<Fault> faults() {
        return faults;
    }
}
