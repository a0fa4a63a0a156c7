package io.fettle.dag.host;

/**
 * A host of an organisation, as inventory knows it.
 *
 * @param hostName its name in inventory's own spelling
 * @param type how commands reach it: {@code local} or {@code ssh}
 */
public record Host(String hostName, String type) {

    /** Whether commands for it run on this machine. */
    public boolean isLocal() {
        return "local".equals(type);
    }
}
