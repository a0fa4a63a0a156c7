package io.fettle.vault.secret;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The value of a secret on its way in (contract section 10).
 *
 * @param value kept byte for byte; at most 1 MiB
 */
public record SecretValue(@JsonProperty("Value") String value) {

    /** Without the value, so that it reaches no log. */
    @Override
    public String toString() {
        return "SecretValue[…]";
    }
}
