package io.fettle.dag.execution;

import java.util.List;

/**
 * How far an execution is (contract section 8).
 *
 * @param results the nodes that have started, in that order
 * @param status {@code In Progress}, or the text of an {@link io.fettle.dag.node.Outcome}
 */
public record ExecutionStatus(List<NodeStatus> results, String status) {}
