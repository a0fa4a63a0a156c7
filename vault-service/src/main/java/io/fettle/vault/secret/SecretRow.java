package io.fettle.vault.secret;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;

/** A row of {@code secret}. */
@Entity
@Table(name = "secret")
@IdClass(SecretRow.Key.class)
class SecretRow extends PanacheEntityBase {

    record Key(int org, String name) {}

    @Id
    public int org;

    @Id
    public String name;

    public int version;
}
