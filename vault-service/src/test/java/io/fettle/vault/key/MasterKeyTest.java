package io.fettle.vault.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {

    private static final byte[] PLAIN = "a value".getBytes(UTF_8);

    private final MasterKey masterKey = aMasterKey();

    @Test
    void aDataKeyOpensWhatItSealedAfterItWasWrapped() {
        byte[] bytes = SealingKey.randomBytes();
        byte[] sealed = new SealingKey(bytes).seal(PLAIN, "here");
        assertThat(masterKey.unwrap(masterKey.wrap(bytes, 7), 7).open(sealed, "here"))
                .isEqualTo(PLAIN);
    }

    @Test
    void aWrappedKeyOpensForItsOrganisationAndUnderItsMasterKeyOnly() {
        byte[] wrapped = masterKey.wrap(SealingKey.randomBytes(), 7);
        assertThatThrownBy(() -> masterKey.unwrap(wrapped, 8)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> aMasterKey().unwrap(wrapped, 7)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsSealedTwiceDiffers() {
        var key = new SealingKey(SealingKey.randomBytes());
        assertThat(key.seal(PLAIN, "here")).isNotEqualTo(key.seal(PLAIN, "here"));
    }

    @Test
    void everyByteOfWhatIsSealedIsProtected() {
        var key = new SealingKey(SealingKey.randomBytes());
        for (int i = 0; i < key.seal(PLAIN, "here").length; i++) {
            byte[] changed = key.seal(PLAIN, "here");
            changed[i] ^= 1;
            assertThatThrownBy(() -> key.open(changed, "here")).isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 11, 12, 27})
    void whatWasCutOffIsRefused(int length) {
        var key = new SealingKey(SealingKey.randomBytes());
        assertThatThrownBy(() -> key.open(new byte[length], "here")).hasMessageContaining("here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c2hvcnQ=",
                "not base64 at all!",
                "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=MDEy",
                "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDEy"
            })
    void aMasterKeyOfAnotherFormIsRefusedWithoutBeingTold(String base64) {
        assertThatThrownBy(() -> new MasterKey(() -> Optional.of(base64)))
                .hasMessage("FETTLE_VAULT_MASTER_KEY must be 32 bytes in base64")
                .hasNoCause();
    }

    @Test
    void withoutAMasterKeyThereIsNoVault() {
        assertThatThrownBy(() -> new MasterKey(Optional::empty))
                .hasMessage("FETTLE_VAULT_MASTER_KEY must be 32 bytes in base64");
    }

    static MasterKey aMasterKey() {
        String base64 = Base64.getEncoder().encodeToString(SealingKey.randomBytes());
        return new MasterKey(() -> Optional.of(base64));
    }
}
