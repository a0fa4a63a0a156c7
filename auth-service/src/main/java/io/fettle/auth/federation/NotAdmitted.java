package io.fettle.auth.federation;

/** A foreign token that is not taken, and why, in words for the caller. */
public final class NotAdmitted extends RuntimeException {

    NotAdmitted(String message) {
        super(message, null, false, false); // an answer, not an accident
    }
}
