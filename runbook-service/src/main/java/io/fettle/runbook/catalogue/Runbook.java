package io.fettle.runbook.catalogue;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A runbook as clients write and read it (contract section 6, catalogue and matching). What a client leaves out gets its
 * default here; whether the rest is right is {@link RunbookCheck}'s matter.
 *
 * @param runbookId 1-100 of {@code A-Za-z0-9._-}; {@code null} only in a request that leaves the choice to us, or has it
 *     in its path
 * @param moduleIds the modules whose tickets it is for; empty for all
 * @param match all of them must hold; without any it cannot match yet
 * @param autoMode whether it may run without a person's approval; off by default
 * @param threshold similarity from which it is a candidate, 0..1; 0.7 by default
 * @param timeOutPeriod number and unit, {@code 90Sec}, {@code 10Min}, {@code 2Hour}, {@code 1Day}; 10Min by default
 * @param active whether it takes part in matching; on by default
 */
public record Runbook(
        @JsonProperty("RunbookId") String runbookId,
        @JsonProperty("RunbookName") String runbookName,
        @JsonProperty("RunbookUserFriendlyName") String runbookUserFriendlyName,
        @JsonProperty("RunbookDescription") String runbookDescription,
        @JsonProperty("RunbookToolId") String runbookToolId,
        @JsonProperty("ModuleIds") List<String> moduleIds,
        @JsonProperty("Executable") Executable executable,
        @JsonProperty("Match") List<Condition> match,
        @JsonProperty("Parameters") List<Parameter> parameters,
        @JsonProperty("AutoMode") Boolean autoMode,
        @JsonProperty("Threshold") Double threshold,
        @JsonProperty("TimeOutPeriod") String timeOutPeriod,
        @JsonProperty("IsActive") Boolean active) {

    public Runbook {
        runbookId = runbookId == null || runbookId.isBlank() ? null : runbookId.strip();
        moduleIds = moduleIds == null ? List.of() : moduleIds;
        match = match == null ? List.of() : match;
        parameters = parameters == null ? List.of() : parameters;
        autoMode = autoMode != null && autoMode;
        threshold = threshold == null ? 0.7 : threshold;
        timeOutPeriod = timeOutPeriod == null ? "10Min" : timeOutPeriod.strip();
        active = active == null || active;
    }

    Runbook withId(String id) {
        return new Runbook(
                id,
                runbookName,
                runbookUserFriendlyName,
                runbookDescription,
                runbookToolId,
                moduleIds,
                executable,
                match,
                parameters,
                autoMode,
                threshold,
                timeOutPeriod,
                active);
    }

    /** Whether it is for tickets of a module, by its {@link Module#number}. */
    public boolean isFor(int module) {
        return moduleIds.isEmpty() || moduleIds.contains(String.valueOf(module));
    }

    /** After this time the run is stopped; more than zero. */
    public Duration timeout() {
        return TimeOutPeriod.parse(timeOutPeriod).orElseThrow();
    }
}
