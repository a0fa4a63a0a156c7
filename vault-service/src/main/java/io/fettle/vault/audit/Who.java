package io.fettle.vault.audit;

/**
 * Who acts, and in which call.
 *
 * @param actor a user's e-mail address, or the name of one of our services
 * @param requestId names the call (contract section 1, trace); {@code null} if the caller came without one
 */
public record Who(String actor, String requestId) {}
