package io.fettle.ticket.push;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.fettle.platform.error.Fault;
import io.fettle.platform.error.Saved;
import io.fettle.platform.error.V1Answer;

/**
 * What became of the items of one push (contract section 1, {@code Id}).
 *
 * @param id a TSID, decimal
 * @param stale older than what is stored, or than another item of the same array
 * @param refused at fault, left out of a partial push
 * @param faults of the refused items; not kept
 */
public record Receipt(
        @JsonProperty("Id") String id,
        @JsonProperty("Inserted") int inserted,
        @JsonProperty("Updated") int updated,
        @JsonProperty("Unchanged") int unchanged,
        @JsonProperty("Stale") int stale,
        @JsonProperty("Refused") int refused,
        @JsonIgnore List<Fault> faults) {

    /** The V2 answer. */
    public Saved saved(String message) {
        return new Saved(id, "Success", message, faultsToTell());
    }

    /** The V1 answer. */
    public V1Answer answer() {
        return new V1Answer(200, "Success", "Success", id, faultsToTell());
    }

    private List<Fault> faultsToTell() {
        return faults.isEmpty() ? null : faults.subList(0, Math.min(faults.size(), Fault.MOST));
    }
}
