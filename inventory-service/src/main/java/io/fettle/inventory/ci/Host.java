package io.fettle.inventory.ci;

/**
 * What the execution service has to know to run a command on a host. An item without {@code Connection} is reached by
 * SSH, on port 22 of its host name; so nothing runs locally that was not said to be local.
 *
 * @param type {@code local} or {@code ssh}
 * @param address never {@code null} for {@code ssh}
 * @param port never {@code null} for {@code ssh}
 * @param user {@code null} if unknown, as are the two after it
 */
public record Host(
        String hostName, String type, String address, Integer port, String user, String secretName, String hostKey) {

    private static final int SSH_PORT = 22;
    private static final Connection UNSAID = new Connection(Connection.SSH, null, null, null, null, null);

    static Host of(ConfigurationItem item) {
        Connection how = item.connection() == null ? UNSAID : item.connection();
        if (how.type().equals(Connection.LOCAL)) {
            return new Host(item.hostName(), Connection.LOCAL, null, null, null, null, null);
        }
        return new Host(
                item.hostName(),
                how.type(),
                how.address() == null ? item.hostName() : how.address(),
                how.port() == null ? SSH_PORT : how.port(),
                how.user(),
                how.secretName(),
                how.hostKey());
    }
}
