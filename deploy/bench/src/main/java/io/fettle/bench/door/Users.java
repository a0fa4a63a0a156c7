package io.fettle.bench.door;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fettle.bench.site.Site;
import io.fettle.local.FettleClient;

/**
 * Many users of one organisation.
 *
 * @param names their e-mail addresses
 * @param basic the Authorization headers with their passwords
 * @param bearer those with their tokens
 */
record Users(List<String> names, List<String> basic, List<String> bearer) {

    /** Creates them, one after the other: each costs two hashes of its password. @param org one that exists */
    static Users create(Site site, int org, int count) throws IOException {
        String gateway = site.stack().settings().gatewayUrl();
        var administrator = site.administrator();
        var admin = FettleClient.bearer(gateway, administrator.email(), administrator.password());
        var users = new Users(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int n = 0; n < count; n++) {
            String name = "user" + n + "@org" + org + ".example";
            String password = UUID.randomUUID().toString();
            admin.post("/v2/users", user(name, password, org)).require("Creating a user");
            users.names.add(name);
            users.basic.add(FettleClient.basic(gateway, name, password).authorization());
            users.bearer.add(FettleClient.bearer(gateway, name, password).authorization());
        }
        return users;
    }

    private static ObjectNode user(String name, String password, int org) {
        ObjectNode user = new ObjectMapper()
                .createObjectNode()
                .put("Email", name)
                .put("Password", password)
                .put("Active", true);
        user.putArray("Orgs").add(org);
        user.putArray("Roles").add("tickets.read");
        return user;
    }
}
