package io.fettle.runbook.catalogue;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.vertx.core.json.JsonObject;

/** A row of {@code runbook}. */
@Entity
@Table(name = "runbook")
@IdClass(StoredRunbook.Key.class)
class StoredRunbook extends PanacheEntityBase {

    record Key(int org, String runbookId) {}

    @Id
    public int org;

    @Id
    @Column(name = "runbook_id")
    public String runbookId;

    public long revision;
    public boolean active;
    public JsonObject definition;

    @Column(name = "created_by")
    public String createdBy;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "modified_by")
    public String modifiedBy;

    @Column(name = "modified_at")
    public Instant modifiedAt;
}
