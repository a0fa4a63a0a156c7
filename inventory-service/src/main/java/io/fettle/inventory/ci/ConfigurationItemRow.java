package io.fettle.inventory.ci;

import java.util.Locale;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

/** A row of {@code configuration_item}, for reading: {@link ConfigurationItems} writes many of them at a time. */
@Entity
@Table(name = "configuration_item")
@IdClass(ConfigurationItemRow.Key.class)
class ConfigurationItemRow extends PanacheEntityBase {

    record Key(int org, String host) {}

    @Id
    public int org;

    @Id
    public String host;

    @Column(name = "host_name")
    public String hostName;

    public JsonObject texts;
    public JsonObject connection;

    @Column(name = "search_text")
    public String searchText;

    /** {@code null} if there is none. */
    static Uni<ConfigurationItemRow> named(int org, String hostName) {
        return findById(new Key(org, hostName.toLowerCase(Locale.ROOT)));
    }

    ConfigurationItem withConnection() {
        return ConfigurationItem.of(hostName, texts, connection);
    }

    ConfigurationItem withoutConnection() {
        return ConfigurationItem.of(hostName, texts, null);
    }
}
