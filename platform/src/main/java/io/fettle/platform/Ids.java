package io.fettle.platform;

import jakarta.inject.Singleton;

import io.hypersistence.tsid.TSID;

/** Makes ids: time-sorted 64-bit numbers (TSID), printed as decimal strings (contract section 1). */
@Singleton
public class Ids {

    private final TSID.Factory factory = TSID.Factory.builder().build();

    public long next() {
        return factory.generate().toLong();
    }
}
