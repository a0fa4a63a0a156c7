package io.fettle.dag.node;

/** How a node, and an execution, ended. The names stand in events and rows. */
public enum Outcome {
    SUCCESSFUL("Successful"),
    /** The command ended with another exit code than 0. */
    FAILED("Failed"),
    TIMED_OUT("Timed Out"),
    /** Nothing was run. */
    REFUSED("Refused"),
    /** It was started, and nobody knows how it ended. */
    UNKNOWN("Outcome Unknown");

    private final String text;

    Outcome(String text) {
        this.text = text;
    }

    /** What the status call says (contract section 8). */
    public String text() {
        return text;
    }
}
