package io.fettle.bench.site;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** One connection to the stack's database. */
public final class Database implements AutoCloseable {

    private final Connection connection;

    private Database(Connection connection) {
        this.connection = connection;
    }

    static Database open(String url, String user, String password) throws IOException {
        try {
            return new Database(DriverManager.getConnection(url, user, password));
        } catch (SQLException e) {
            throw new IOException("The database cannot be reached", e);
        }
    }

    public Connection connection() {
        return connection;
    }

    /** @param sql one statement or several, without parameters */
    public void execute(String sql) throws IOException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** Executes a statement with its parameters; returns the number of rows. */
    public int update(String sql, Object... parameters) throws IOException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int place = 0; place < parameters.length; place++) {
                statement.setObject(place + 1, parameters[place]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    public long count(String sql) throws IOException {
        return Long.parseLong(text(sql));
    }

    /** The first column of the only row. */
    public String text(String sql) throws IOException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
