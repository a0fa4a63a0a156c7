package io.fettle.auth.federation;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.smallrye.mutiny.Uni;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;

import io.fettle.auth.user.UserChange;

/** One other issuer: which tokens are really its own, and what their users are here. */
final class Issuer {

    /** Signatures that only the issuer can make: no shared secrets, and never {@code none}. */
    private static final Set<String> ALGORITHMS =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

    private static final int SKEW_SECONDS = 5;

    /** What a user is here. */
    record Mapped(String email, Set<Integer> orgs, Set<String> roles, Instant until) {}

    private final FederationConfig.Issuer config;
    private final IssuerKeys keys;
    private final Clock clock;

    /** @throws IllegalArgumentException if the configuration lets in more or less than anyone can want */
    Issuer(FederationConfig.Issuer config, IssuerKeys keys, Clock clock) {
        require(config.audience(), audience -> !audience.isBlank(), "no audience: ");
        require(config.roles(), roles -> !roles.isEmpty(), "no roles: ");
        require(config.organisations(), orgs -> !orgs.isEmpty(), "no organisations: ");
        config.algorithms().forEach(name -> require(name, ALGORITHMS::contains, "an unfit algorithm: "));
        config.roles().values().stream()
                .flatMap(Set::stream)
                .forEach(role -> require(role, UserChange.ROLES::contains, "an unknown role: "));
        this.config = config;
        this.keys = keys;
        this.clock = clock;
    }

    /** @return fails with {@link NotAdmitted}, or as the keys do if they cannot be had */
    Uni<Mapped> map(ForeignToken token) {
        return keys.named(token.keyId()).map(named -> mapped(verified(token, named)));
    }

    private JwtClaims verified(ForeignToken token, List<JsonWebKey> keys) {
        try {
            return new JwtConsumerBuilder()
                    .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys))
                    .setJwsAlgorithmConstraints(
                            ConstraintType.PERMIT, config.algorithms().toArray(String[]::new))
                    .setExpectedIssuer(config.issuer())
                    .setExpectedAudience(config.audience())
                    .setRequireExpirationTime()
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                    .build()
                    .processToClaims(token.compact());
        } catch (InvalidJwtException e) {
            throw new NotAdmitted("The subject token is not valid");
        }
    }

    private Mapped mapped(JwtClaims claims) {
        return new Mapped(
                email(claims),
                values(claims, config.organisationsClaim().orElse(config.groupsClaim()), config.organisations()),
                values(claims, config.groupsClaim(), config.roles()),
                until(claims));
    }

    private String email(JwtClaims claims) {
        if (config.nameClaim().equals("email")
                && "false".equals(String.valueOf(claims.getClaimValue("email_verified")))) {
            throw new NotAdmitted("The e-mail address of the subject token is not verified");
        }
        return claims.getClaimValue(config.nameClaim()) instanceof String email ? email : "";
    }

    /** What the values of a claim are mapped to; what is not mapped counts for nothing. */
    private static <T> Set<T> values(JwtClaims claims, String claim, Map<String, Set<T>> map) {
        Object value = claims.getClaimValue(claim);
        Stream<?> values = value instanceof Collection<?> several ? several.stream() : Stream.ofNullable(value);
        return values.filter(each -> each instanceof String || each instanceof Long)
                .flatMap(each -> map.getOrDefault(each.toString(), Set.of()).stream())
                .collect(Collectors.toSet());
    }

    /** No skew here: a token that has expired has nothing left to live. */
    private Instant until(JwtClaims claims) {
        try {
            Instant until = Instant.ofEpochSecond(claims.getExpirationTime().getValue());
            if (until.isAfter(clock.instant())) {
                return until;
            }
        } catch (MalformedClaimException e) {
            // It has passed the check of the library; refused below nevertheless.
        }
        throw new NotAdmitted("The subject token is not valid");
    }

    private static <T> void require(T value, Predicate<T> rule, String otherwise) {
        if (!rule.test(value)) {
            throw new IllegalArgumentException("There is " + otherwise + value);
        }
    }
}
