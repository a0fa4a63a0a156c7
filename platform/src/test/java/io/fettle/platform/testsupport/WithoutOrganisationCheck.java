package io.fettle.platform.testsupport;

import java.util.Set;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A service that has lost its own check of the caller's organisation: what is left is Postgres. */
public final class WithoutOrganisationCheck implements QuarkusTestProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(UncheckedCaller.class);
    }
}
