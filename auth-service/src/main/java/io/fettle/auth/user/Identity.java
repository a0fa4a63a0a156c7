package io.fettle.auth.user;

import java.util.Set;

/**
 * Who has proven to be who, and what that allows; what an access token says.
 *
 * @param name a user's or a guest's e-mail address, or a service client's name
 * @param orgs the numbers of the organisations the user belongs to
 * @param roles as in contract section 13, or a service's
 * @param grant what tokens are issued under; {@code null} for a service client and a guest, whose tokens end with
 *     their time or their key
 */
public record Identity(String name, Set<Integer> orgs, Set<String> roles, Long grant) {}
