package io.fettle.inventory.ci;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A row of {@code task_item}, for queries. */
@Entity
@Table(name = "task_item")
@IdClass(TaskItemRow.Key.class)
class TaskItemRow {

    record Key(int org, String groupId, String taskNumber, String host) {}

    @Id
    public int org;

    @Id
    @Column(name = "group_id")
    public String groupId;

    @Id
    @Column(name = "task_number")
    public String taskNumber;

    @Id
    public String host;
}
