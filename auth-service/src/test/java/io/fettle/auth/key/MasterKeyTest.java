package io.fettle.auth.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.auth.testsupport.TestSecrets;

class MasterKeyTest {

    private static final byte[] SECRET = "a private key".getBytes(UTF_8);

    private final MasterKey key = aKey();

    @Test
    void whatIsSealedOpensAgain() {
        assertThat(key.open(key.seal(SECRET, "kid"), "kid")).isEqualTo(SECRET);
    }

    @Test
    void whatIsSealedTwiceDiffersAndShowsNothing() {
        byte[] sealed = key.seal(SECRET, "kid");
        assertThat(sealed).isNotEqualTo(key.seal(SECRET, "kid"));
        assertThat(new String(sealed, UTF_8)).doesNotContain("private");
    }

    @Test
    void anotherKeyAnotherNameAndAChangedByteOpenNothing() {
        byte[] sealed = key.seal(SECRET, "kid");
        assertThatThrownBy(() -> aKey().open(sealed, "kid")).hasMessageContaining("FETTLE_AUTH_MASTER_KEY");
        assertThatThrownBy(() -> key.open(sealed, "other")).isInstanceOf(IllegalStateException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> key.open(sealed, "kid")).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64 at all!"})
    void aMasterKeyOfAnotherFormIsRefusedWithoutBeingTold(String base64) {
        assertThatThrownBy(() -> new MasterKey(() -> base64))
                .hasMessage("FETTLE_AUTH_MASTER_KEY must be 32 bytes in base64")
                .hasNoCause();
    }

    private static MasterKey aKey() {
        String base64 = TestSecrets.randomKey();
        return new MasterKey(() -> base64);
    }
}
