package io.fettle.auth.federation;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** The OpenID Connect issuers whose tokens are exchanged for ours. Without any, none is. */
@ConfigMapping(prefix = "fettle.auth.federation")
interface FederationConfig {

    /** By the name each has here. */
    @WithParentName
    Map<String, Issuer> issuers();

    /** Whose tokens are taken, and what their users may do. */
    interface Issuer {

        /** The {@code iss} of its tokens, to the letter: an https address. */
        String issuer();

        /** What the {@code aud} of its tokens must name. */
        String audience();

        /** Where its keys are; without it, where its metadata say. */
        Optional<URI> jwksUrl();

        /** Of RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384 and ES512. */
        @WithDefault("RS256")
        Set<String> algorithms();

        /** The claim with the user's e-mail address. */
        @WithDefault("email")
        String nameClaim();

        /** The claim whose values {@link #roles} are given for: a text or an array of texts. */
        @WithDefault("groups")
        String groupsClaim();

        /** The roles (contract section 13) that a group gives. Other groups give none, whatever they are called. */
        Map<String, Set<String>> roles();

        /** The claim whose values {@link #organisations} are given for: a text, a number or an array; without it the groups. */
        Optional<String> organisationsClaim();

        /** The numbers of the organisations that a value of that claim makes the user a member of. */
        Map<String, Set<Integer>> organisations();
    }
}
