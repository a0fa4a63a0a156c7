package io.fettle.vault.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;

import io.fettle.vault.key.SealingKey;

/** A row of {@code secret_version}. Only {@link #open} has the value. */
@Entity
@Table(name = "secret_version")
@IdClass(SecretVersionRow.Key.class)
class SecretVersionRow extends PanacheEntityBase {

    record Key(int org, String name, int version) {}

    @Id
    public int org;

    @Id
    public String name;

    @Id
    public int version;

    public byte[] sealed;

    @Column(name = "created_by")
    public String createdBy;

    @Column(name = "created_at")
    public Instant createdAt;

    void seal(String value, SealingKey key) {
        sealed = key.seal(value.getBytes(UTF_8), place());
    }

    String open(SealingKey key) {
        return new String(key.open(sealed, place()), UTF_8);
    }

    /** No two rows have the same: the numbers have no slash, and the name is last. */
    private String place() {
        return "secret/" + org + "/" + version + "/" + name;
    }
}
