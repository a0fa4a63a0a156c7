package io.fettle.ticket.push;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.fettle.ticket.TicketKey;

/** Requests that wait for a commit, first come, first served, and the commits under way. */
final class Queue {

    /** A commit of more than this many times the least tickets takes too long to wait for. */
    private static final int SHORT = 5;

    private final int places;
    private final int leastTickets;
    private final int mostTickets;
    private final Deque<Request> waiting = new ArrayDeque<>();
    private final List<List<Request>> underWay = new ArrayList<>();

    Queue(CommitConfig config) {
        this.places = config.places();
        this.leastTickets = config.leastTickets();
        this.mostTickets = config.mostTickets();
    }

    synchronized void add(Request request) {
        waiting.add(request);
    }

    /** The requests that share the next commit, no ticket twice; empty if it is not to begin yet. */
    synchronized List<Request> next() {
        if (waiting.isEmpty() || underWay.size() == places || isShortOneUnderWay() && tickets(waiting) < leastTickets) {
            return List.of();
        }
        var group = new ArrayList<Request>();
        Set<TicketKey> taken = new HashSet<>();
        do {
            Request request = waiting.remove();
            group.add(request);
            request.winners().forEach(push -> taken.add(push.key()));
        } while (!waiting.isEmpty() && group.get(0).mayShare() && fits(waiting.element(), taken));
        underWay.add(group);
        return group;
    }

    /** A commit is over, well or not. */
    synchronized void done(List<Request> group) {
        underWay.removeIf(other -> other == group);
    }

    private boolean isShortOneUnderWay() {
        return underWay.stream().anyMatch(group -> tickets(group) <= SHORT * leastTickets);
    }

    private boolean fits(Request request, Set<TicketKey> taken) {
        return request.mayShare()
                && taken.size() + request.winners().size() <= mostTickets
                && request.winners().stream().noneMatch(push -> taken.contains(push.key()));
    }

    private static int tickets(Collection<Request> requests) {
        return requests.stream().mapToInt(request -> request.winners().size()).sum();
    }
}
