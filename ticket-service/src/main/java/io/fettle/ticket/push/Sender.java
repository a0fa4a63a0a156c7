package io.fettle.ticket.push;

import io.fettle.platform.caller.Caller;
import io.fettle.platform.caller.Organisations;

/**
 * Who pushes, as it was when the call came: the push is written after it.
 *
 * @param organisations whose rows it may touch
 */
public record Sender(String name, Organisations organisations) {

    public static Sender of(Caller caller) {
        return new Sender(caller.name(), caller.organisations());
    }
}
