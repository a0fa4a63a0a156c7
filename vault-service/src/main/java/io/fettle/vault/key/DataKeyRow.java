package io.fettle.vault.key;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;

/** A row of {@code data_key}. */
@Entity
@Table(name = "data_key")
class DataKeyRow extends PanacheEntityBase {

    @Id
    public Integer org;

    public byte[] wrapped;

    @Column(name = "created_at")
    public Instant createdAt;
}
