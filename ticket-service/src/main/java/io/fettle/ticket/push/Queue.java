package io.fettle.ticket.push;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.fettle.ticket.TicketKey;

/** Requests that wait for a commit, first come, first served, and the places where commits are under way. */
final class Queue {

    private final int places;
    private final int mostTickets;
    private final Deque<Request> waiting = new ArrayDeque<>();
    private int underWay;

    /**
     * @param places how many commits may be under way at a time
     * @param mostTickets of one commit; a larger request has a commit of its own
     */
    Queue(int places, int mostTickets) {
        this.places = places;
        this.mostTickets = mostTickets;
    }

    synchronized void add(Request request) {
        waiting.add(request);
    }

    /** The requests that share the next commit, no ticket twice; empty if none waits or no place is free. */
    synchronized List<Request> next() {
        if (underWay == places || waiting.isEmpty()) {
            return List.of();
        }
        underWay++;
        var group = new ArrayList<Request>();
        Set<TicketKey> taken = new HashSet<>();
        do {
            Request request = waiting.remove();
            group.add(request);
            request.winners().forEach(push -> taken.add(push.key()));
        } while (!waiting.isEmpty() && fits(waiting.element(), taken));
        return group;
    }

    /** A commit is over, well or not. */
    synchronized void done() {
        underWay--;
    }

    private boolean fits(Request request, Set<TicketKey> taken) {
        return taken.size() + request.winners().size() <= mostTickets
                && request.winners().stream().noneMatch(push -> taken.contains(push.key()));
    }
}
