package io.fettle.local;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fettle.local.FettleClient.Answer;

/**
 * An organisation with one user, who may do all in it.
 *
 * @param org the organisation number
 */
public record Tenant(String gateway, int org, String email, String password) {

    private static final int EXISTS_ALREADY = 422;

    /** Creates the organisation and the user; where they exist, the user gets a new password. */
    public static Tenant create(String gateway, Administrator administrator, int org, String name) throws IOException {
        var admin = FettleClient.bearer(gateway, administrator.email(), administrator.password());
        var tenant = new Tenant(gateway, org, "connector@" + name + ".example", Settings.random(15));
        ObjectNode organisation = object().put("OrgId", org).put("Name", name).put("TimeZone", "Asia/Kolkata");
        unlessItExists(admin.post("/v2/organizations", organisation), "Creating the organisation");
        if (!unlessItExists(admin.post("/v2/users", tenant.user()), "Creating the user")) {
            admin.put("/v2/users/" + tenant.email, tenant.user()).require("Changing the user");
        }
        return tenant;
    }

    private static boolean unlessItExists(Answer answer, String what) throws IOException {
        if (answer.status() == EXISTS_ALREADY) {
            return false;
        }
        answer.require(what);
        return true;
    }

    private ObjectNode user() {
        ObjectNode user = object().put("Email", email).put("Password", password).put("Active", true);
        user.putArray("Orgs").add(org);
        List.of(
                        "tickets.write",
                        "tickets.read",
                        "runbooks.run",
                        "runbooks.admin",
                        "inventory.write",
                        "secrets.read",
                        "secrets.write")
                .forEach(user.putArray("Roles")::add);
        return user;
    }

    public FettleClient basic() {
        return FettleClient.basic(gateway, email, password);
    }

    public FettleClient bearer() throws IOException {
        return FettleClient.bearer(gateway, email, password);
    }

    /** Makes this machine known under a name. */
    public void addLocalHost(String name) throws IOException {
        var array = FettleClient.JSON.createArrayNode();
        array.addObject().put("HostName", name).putObject("Connection").put("Type", "local");
        basic().put("/v2/inventory/hostname/" + org + "/demo/1", array).require("Adding the host " + name);
    }

    /** Adds the demo's runbook, or replaces it. It runs on the host that an incident names, and leaves a line there. */
    public void addRunbook() throws IOException {
        var runbook = (ObjectNode) FettleClient.JSON.readTree(Tenant.class.getResource("/demo/runbook.json"));
        String path = "/v2/runbook/orgentityid/" + org;
        Answer answer = basic().post(path, FettleClient.JSON.createArrayNode().add(runbook));
        if (!unlessItExists(answer, "Adding the runbook")) {
            String id = runbook.path("RunbookId").textValue();
            basic().put(path + "/" + id, runbook).require("Changing the runbook");
        }
    }

    private static ObjectNode object() {
        return FettleClient.JSON.createObjectNode();
    }
}
