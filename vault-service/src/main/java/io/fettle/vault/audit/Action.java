package io.fettle.vault.audit;

/** What can be done to a secret. */
public enum Action {
    READ,
    WRITE,
    DELETE
}
