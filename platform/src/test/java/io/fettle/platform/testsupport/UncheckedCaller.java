package io.fettle.platform.testsupport;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.fettle.platform.caller.Caller;

/** A caller whom no service asks whether it belongs to the organisation of the path. */
@Alternative
@RequestScoped
public class UncheckedCaller extends Caller {

    @Inject
    UncheckedCaller(JsonWebToken token) {
        super(token);
    }

    /** For the proxy. */
    protected UncheckedCaller() {
        super(null);
    }

    @Override
    protected void requireMemberOf(String organisation) {}
}
