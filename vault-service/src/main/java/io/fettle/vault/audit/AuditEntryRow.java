package io.fettle.vault.audit;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;

/** A row of {@code audit_entry}. */
@Entity
@Table(name = "audit_entry")
class AuditEntryRow extends PanacheEntityBase {

    @Id
    public Long id;

    public int org;
    public String actor;

    @Enumerated(EnumType.STRING)
    public Action action;

    public String name;
    public int version;
    public Instant at;

    @Column(name = "request_id")
    public String requestId;
}
