package io.fettle.dag.command;

/** Names one attempt of one node: whatever happens, it is started once. */
public record RunKey(long execution, String node, int attempt) {}
