package io.fettle.ticket.push;

import static io.fettle.ticket.push.PushField.IS_EPOCH;
import static io.fettle.ticket.push.PushField.IS_TIME_ZONE_OR_OFFSET;
import static io.fettle.ticket.push.PushField.TIME_ZONE;
import static io.fettle.ticket.push.PushField.TIME_ZONE_OFFSET;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

import io.fettle.ticket.date.KnownZones;
import io.fettle.ticket.date.LocalRule;
import io.fettle.ticket.date.WrittenDate;

/** Reads the dates of one item. With {@code IsEpoch=Y} the zone fields are looked at only if a date needs them. */
final class ItemDates {

    private static final Pattern MINUTES = Pattern.compile("[+-]?[0-9]{1,4}");
    private static final int MOST_MINUTES = 1080;

    private final Item item;
    private final KnownZones zones;
    private final String epoch;
    private boolean ruleIsKnown;
    private LocalRule rule;

    ItemDates(Item item, KnownZones zones) {
        this.item = item;
        this.zones = zones;
        this.epoch = item.text(IS_EPOCH);
        if (!"Y".equalsIgnoreCase(epoch)) {
            rule();
        }
    }

    /** @return {@code null} if the field is absent, or is at fault, or the zone is */
    Instant read(PushField field) {
        String text = item.text(field);
        try {
            return text == null ? null : toGmt(WrittenDate.parse(text, !"N".equalsIgnoreCase(epoch)));
        } catch (DateTimeException e) {
            item.fault(field, e.getMessage());
            return null;
        }
    }

    private Instant toGmt(WrittenDate date) {
        return date.isLocal() && rule() == null ? null : date.toGmt(rule);
    }

    private LocalRule rule() {
        if (!ruleIsKnown) {
            ruleIsKnown = true;
            rule = readRule();
        }
        return rule;
    }

    private LocalRule readRule() {
        String kind = item.text(IS_TIME_ZONE_OR_OFFSET);
        if (kind == null) {
            return refuse(IS_TIME_ZONE_OR_OFFSET, "is required");
        }
        return switch (kind.toUpperCase(Locale.ROOT)) {
            case "GMT" -> LocalRule.GMT;
            case "OFFSET" -> offset(item.text(TIME_ZONE_OFFSET));
            case "TIMEZONE" -> zone(item.text(TIME_ZONE));
            default -> refuse(IS_TIME_ZONE_OR_OFFSET, "must be TIMEZONE, OFFSET or GMT");
        };
    }

    private LocalRule offset(String minutes) {
        if (minutes == null) {
            return refuse(TIME_ZONE_OFFSET, "is required with OFFSET");
        }
        return MINUTES.matcher(minutes).matches() && Math.abs(Integer.parseInt(minutes)) <= MOST_MINUTES
                ? LocalRule.offset(Integer.parseInt(minutes))
                : refuse(TIME_ZONE_OFFSET, "must be minutes, GMT minus local, from -1080 to 1080");
    }

    private LocalRule zone(String name) {
        if (name == null) {
            return refuse(TIME_ZONE, "is required with TIMEZONE");
        }
        return zones.find(name).map(LocalRule::zone).orElseGet(() -> refuse(TIME_ZONE, "is not a known time zone"));
    }

    private LocalRule refuse(PushField field, String message) {
        item.fault(field, message);
        return null;
    }
}
