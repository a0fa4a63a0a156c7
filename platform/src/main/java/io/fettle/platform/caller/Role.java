package io.fettle.platform.caller;

/** The roles of contract section 13, and the one that only our own services have. */
public final class Role {

    public static final String TICKETS_WRITE = "tickets.write";
    public static final String TICKETS_READ = "tickets.read";
    public static final String RUNBOOKS_RUN = "runbooks.run";
    public static final String RUNBOOKS_ADMIN = "runbooks.admin";
    public static final String INVENTORY_WRITE = "inventory.write";
    public static final String SECRETS_READ = "secrets.read";
    public static final String SECRETS_WRITE = "secrets.write";

    /** Administers organisations and users. It gives no access to the data of an organisation by itself. */
    public static final String ADMIN = "admin";

    /** One of our own services, calling for any organisation. No user can be given it. */
    public static final String SERVICE = "fettle.service";

    private Role() {}
}
