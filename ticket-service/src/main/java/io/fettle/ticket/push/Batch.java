package io.fettle.ticket.push;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonFactory;

import io.fettle.platform.error.Fault;
import io.fettle.platform.error.ServiceException;
import io.fettle.ticket.Module;
import io.fettle.ticket.TicketKey;
import io.fettle.ticket.date.KnownZones;

/**
 * A pushed array after every rule was applied.
 *
 * @param good the tickets of the items without fault
 * @param faults of all other items
 * @param refused how many those are
 */
record Batch(List<Push> good, List<Fault> faults, int refused) {

    static Batch read(JsonFactory json, byte[] body, int org, KnownZones zones, Set<Module> modules) {
        var good = new ArrayList<Push>();
        var faults = new ArrayList<Fault>();
        List<Item> items = ItemReader.read(json, body);
        for (Item item : items) {
            ItemRules.apply(item, org, zones, modules).ifPresent(good::add);
            faults.addAll(item.faults());
        }
        return new Batch(good, faults, items.size() - good.size());
    }

    /** @param partial whether the good items may be stored without the others */
    Batch accepted(boolean partial) {
        if (!faults.isEmpty() && (!partial || good.isEmpty())) {
            throw ServiceException.invalid(faults);
        }
        return this;
    }

    /**
     * One for each ticket: the last by date, then by position (contract section 3, identity). In the order of their keys,
     * so that no two batches lock the same rows in different orders.
     */
    Collection<Push> winners() {
        Map<TicketKey, Push> winners =
                new TreeMap<>(Comparator.comparingInt(TicketKey::module).thenComparing(TicketKey::sysId));
        good.stream()
                .sorted(Comparator.comparing(Push::lastModifiedDate))
                .forEach(push -> winners.put(push.key(), push));
        return winners.values();
    }
}
