package io.fettle.gateway.identity;

import java.time.Instant;
import java.util.Set;

/**
 * Who calls.
 *
 * @param user the subject of the token, one name for all tokens of a user
 * @param token the verified access token, which the services get
 * @param organisations the numbers of the caller's organisations, in plain decimal form
 * @param expires when the token does
 * @param grant what the token was issued under; 0 if nothing but its time ends it
 */
public record Identity(String user, String token, Set<String> organisations, Instant expires, long grant) {

    /** @param organisation as written in the path; only the plain decimal form of a number can match */
    public boolean isMemberOf(String organisation) {
        return organisations.contains(organisation);
    }
}
