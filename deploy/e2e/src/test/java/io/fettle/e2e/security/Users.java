package io.fettle.e2e.security;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fettle.local.Administrator;
import io.fettle.local.FettleClient;
import io.fettle.local.Stack;

/** Makes organisations and users, as the first administrator. */
final class Users {

    static final List<String> EVERY_ROLE = List.of(
            "tickets.write",
            "tickets.read",
            "runbooks.run",
            "runbooks.admin",
            "inventory.write",
            "secrets.read",
            "secrets.write",
            "admin");

    private final String gateway;
    private final FettleClient administrator;

    Users(Stack stack) throws IOException {
        Administrator known = Administrator.known(stack.data()).orElseThrow();
        gateway = stack.settings().gatewayUrl();
        administrator = FettleClient.bearer(gateway, known.email(), known.password());
    }

    FettleClient administrator() {
        return administrator;
    }

    void addOrganisation(int org) throws IOException {
        administrator
                .post("/v2/organizations", object().put("OrgId", org).put("Name", "Organisation " + org))
                .require("Creating organisation " + org);
    }

    /** A new user's client, with a token. */
    FettleClient add(Collection<String> roles, int... orgs) throws IOException {
        String email = UUID.randomUUID() + "@security.example";
        String password = UUID.randomUUID().toString();
        ObjectNode user = object().put("Email", email).put("Password", password);
        roles.forEach(user.putArray("Roles")::add);
        var numbers = user.putArray("Orgs");
        for (int org : orgs) {
            numbers.add(org);
        }
        administrator.post("/v2/users", user).require("Creating a user");
        return FettleClient.bearer(gateway, email, password);
    }

    /** The header line a client sends. */
    static String header(FettleClient client) {
        return "Authorization: " + client.authorization();
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
