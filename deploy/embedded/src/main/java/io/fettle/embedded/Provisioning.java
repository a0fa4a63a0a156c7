package io.fettle.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

import org.postgresql.Driver;

/**
 * What the administrator of a database does for a service before its first start: a role and a schema of its own, closed
 * to every other role. The service's migrations do the rest.
 */
public final class Provisioning {

    private final String adminUrl;

    /** @param adminUrl the JDBC address of a superuser, credentials included */
    public Provisioning(String adminUrl) {
        this.adminUrl = adminUrl;
    }

    /** Creates the database unless it is there. */
    public void database(String name) throws SQLException {
        try (var connection = new Driver().connect(adminUrl, new Properties())) {
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                execute(connection, "create database " + identifier(name));
                execute(connection, "revoke all on database " + identifier(name) + " from public");
            }
        }
    }

    /**
     * Gives {@code service} its role and schema, both named like it, in {@code database}. Repeating it sets the password.
     *
     * @param service a name of lower-case letters
     */
    public void service(String database, String service, String password) throws SQLException {
        String role = identifier(service);
        try (var connection = new Driver().connect(adminUrl, new Properties())) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", service)) {
                execute(connection, "create role " + role + " login");
            }
            execute(connection, "alter role " + role + " password " + literal(password));
            execute(connection, "alter role " + role + " set search_path = " + role);
            execute(connection, "grant connect on database " + identifier(database) + " to " + role);
        }
        try (var connection = new Driver().connect(url(database), new Properties())) {
            execute(connection, "revoke all on schema public from public");
            execute(connection, "create schema if not exists " + role + " authorization " + role);
        }
    }

    /** The administrator's address of another database of the same server. */
    String url(String database) {
        return adminUrl.replaceFirst("(?<=//)([^/]+)/[^?]*", "$1/" + database);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Names cannot be bound as parameters; only plain ones are let through. */
    private static String identifier(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("Not a plain database name: " + name);
        }
        return name;
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
