package io.fettle.ticket.push;

import static io.fettle.ticket.push.PushField.ASSIGNED_GROUP;
import static io.fettle.ticket.push.PushField.CREATION_DATE;
import static io.fettle.ticket.push.PushField.DESCRIPTION;
import static io.fettle.ticket.push.PushField.IS_EPOCH;
import static io.fettle.ticket.push.PushField.LAST_MODIFIED_DATE;
import static io.fettle.ticket.push.PushField.MODULE_ID;
import static io.fettle.ticket.push.PushField.ORG_ID;
import static io.fettle.ticket.push.PushField.RESOLVED_DATE;
import static io.fettle.ticket.push.PushField.STATUS_CODE;
import static io.fettle.ticket.push.PushField.SUMMARY;
import static io.fettle.ticket.push.PushField.SYS_ID;
import static io.fettle.ticket.push.PushField.TICKET_NUMBER;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.vertx.core.json.JsonObject;

import io.fettle.ticket.Module;
import io.fettle.ticket.TicketKey;
import io.fettle.ticket.date.KnownZones;

/** Makes a ticket of an item, or tells everything that is wrong with it. */
final class ItemRules {

    private final Item item;
    private final int org;
    private final KnownZones zones;
    private final Set<Module> modules;

    private ItemRules(Item item, int org, KnownZones zones, Set<Module> modules) {
        this.item = item;
        this.org = org;
        this.zones = zones;
        this.modules = modules;
    }

    /**
     * @param modules those the path takes
     * @return empty if the item has faults, which it then holds
     */
    static Optional<Push> apply(Item item, int org, KnownZones zones, Set<Module> modules) {
        return new ItemRules(item, org, zones, modules).push();
    }

    private Optional<Push> push() {
        if (!item.isObject()) {
            return Optional.empty();
        }
        item.checkForm(PushField.of(modules));
        checkOrganisation();
        Module module = module();
        checkEpoch();
        var dates = new ItemDates(item, zones);
        var created = dates.read(CREATION_DATE);
        var modified = dates.read(LAST_MODIFIED_DATE);
        var resolved = dates.read(RESOLVED_DATE);
        return item.faults().isEmpty()
                ? Optional.of(new Push(
                        new TicketKey(org, module.number(), item.text(SYS_ID)),
                        item.text(TICKET_NUMBER),
                        item.text(SUMMARY),
                        item.text(DESCRIPTION),
                        item.text(ASSIGNED_GROUP),
                        item.text(STATUS_CODE),
                        created,
                        modified,
                        resolved,
                        cols()))
                : Optional.empty();
    }

    private void checkOrganisation() {
        String organisation = item.text(ORG_ID);
        if (organisation != null && !organisation.equals(String.valueOf(org))) {
            item.fault(ORG_ID, "must be the organisation of the path");
        }
    }

    private Module module() {
        return modules.size() == 1 ? modules.iterator().next() : writtenModule();
    }

    private Module writtenModule() {
        String id = item.text(MODULE_ID);
        Optional<Module> module =
                id == null ? Optional.empty() : Module.ofText(id).filter(modules::contains);
        if (id != null && module.isEmpty()) {
            item.fault(MODULE_ID, "must be " + numbers());
        }
        return module.orElse(null);
    }

    private String numbers() {
        return modules.stream().map(module -> String.valueOf(module.number())).collect(Collectors.joining(" or "));
    }

    private void checkEpoch() {
        String flag = item.text(IS_EPOCH);
        if (flag != null && !flag.equalsIgnoreCase("Y") && !flag.equalsIgnoreCase("N")) {
            item.fault(IS_EPOCH, "must be Y or N");
        }
    }

    private JsonObject cols() {
        var cols = new JsonObject();
        for (PushField col : PushField.KEPT_BY_NAME) {
            if (item.text(col) != null) {
                cols.put(col.wireName(), item.text(col));
            }
        }
        return cols;
    }
}
