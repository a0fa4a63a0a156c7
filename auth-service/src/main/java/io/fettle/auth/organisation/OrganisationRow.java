package io.fettle.auth.organisation;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

@Entity
@Table(name = "organisation")
class OrganisationRow extends PanacheEntityBase {

    @Id
    Integer id;

    String name;

    @Column(name = "time_zone")
    String timeZone;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "zone_override", joinColumns = @JoinColumn(name = "organisation"))
    @MapKeyColumn(name = "abbreviation")
    @Column(name = "time_zone")
    Map<String, String> zoneOverrides = new HashMap<>();

    static OrganisationRow of(Organisation organisation) {
        var row = new OrganisationRow();
        row.id = organisation.id();
        row.timeZone = "GMT";
        return row.apply(organisation);
    }

    OrganisationRow apply(Organisation change) {
        name = change.name() == null ? name : change.name();
        timeZone = change.timeZone() == null ? timeZone : change.timeZone();
        if (change.zoneOverrides() != null) {
            zoneOverrides.clear();
            zoneOverrides.putAll(change.zoneOverrides());
        }
        return this;
    }

    Organisation toOrganisation() {
        return new Organisation(id, name, timeZone, new TreeMap<>(zoneOverrides));
    }
}
