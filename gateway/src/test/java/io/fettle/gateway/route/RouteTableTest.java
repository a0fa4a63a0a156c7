package io.fettle.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.gateway.failure.Refusal;

class RouteTableTest {

    private final RouteTable table = new RouteTable();

    @ParameterizedTest
    @CsvSource({
        "POST, /token, auth, /token,",
        "GET, /.well-known/jwks.json, auth, /.well-known/jwks.json,",
        "GET, /UserInfo, auth, /userinfo,",
        "GET, /V2/ORGANIZATIONS, auth, /v2/organizations,",
        "PUT, /v2/organizations/7, auth, /v2/organizations/7,",
        "DELETE, /v2/users/A@Example.org, auth, /v2/users/A@Example.org,",
        "POST, //v2//Incident/OrgEntityId/7/, ticket, /v2/incident/orgentityid/7, 7",
        "POST, /iautomateapi/request/saveincidentdata/7, ticket, /iAutomateAPI/Request/SaveIncidentData/7, 7",
        "POST, /v2/changerequests/orgentityid/7, ticket, /v2/changeRequests/orgentityid/7, 7",
        "GET, /v2/SERVICEREQUESTS/orgentityid/7, ticket, /v2/serviceRequests/orgentityid/7, 7",
        "POST, //v2/Sub-Task/orgentityid/7, ticket, /v2/sub-task/orgentityid/7, 7",
        "POST, /v2/problem/orgentityid/7, ticket, /v2/problem/orgentityid/7, 7",
        "GET, /V1/Vulnerability/orgentityid/7, ticket, /v1/vulnerability/orgentityid/7, 7",
        "POST, /iautomateapi/request/savechangerequesttaskdata/7, ticket,"
                + " /iAutomateAPI/Request/SaveChangeRequestTaskData/7, 7",
        "GET, /iAutomateAPI/request/getsrticketdata/7, ticket, /iAutomateAPI/Request/GetSRTicketData/7, 7",
        "GET, /v1/vulnerability/tickethistory/VUL1/7, ticket, /v1/vulnerability/TicketHistory/VUL1/7, 7",
        "POST, /v1/vulnerability/assignation/VUL1/7, runbook, /v1/vulnerability/Assignation/VUL1/7, 7",
        "GET, '/v2/event/ticketstatus/inc1,Inc2/7', ticket, '/v2/event/TicketStatus/inc1,Inc2/7', 7",
        "GET, /v2/incident/TicketHistory/INC%201/7, ticket, /v2/incident/TicketHistory/INC%201/7, 7",
        "GET, /v2/requests/0912/7, ticket, /v2/requests/0912/7, 7",
        "PUT, /v2/runbook/orgentityid/7/Restart, runbook, /v2/runbook/orgentityid/7/Restart, 7",
        "POST, /v2/incident/assignation/INC1/7, runbook, /v2/incident/Assignation/INC1/7, 7",
        "GET, /v2/incident/Resolved/7, ticket, /v2/incident/resolved/7, 7",
        "GET, /v2/incident/unresolved/7, ticket, /v2/incident/unresolved/7, 7",
        "GET, /v2/incident/failedrunbooks/7/count/10, runbook, /v2/incident/failedRunbooks/7/count/10, 7",
        "GET, /v2/incident/failedcis/7/count/10, runbook, /v2/incident/failedCIs/7/count/10, 7",
        "POST, /API/v1/execute/7, dag, /api/v1/Execute/7, 7",
        "GET, /api/v1/status/7/99, dag, /api/v1/status/7/99, 7",
        "GET, /v2/inventory/hostname/7/g/t, inventory, /v2/inventory/hostname/7/g/t, 7",
        "GET, /v2/inventory/%63i/7, inventory, /v2/inventory/ci/7, 7",
        "GET, /v2/secret/internalvault/7, vault, /v2/secret/InternalVault/7, 7",
        "GET, /v2/secret/InternalVault/Name/7, vault, /v2/secret/InternalVault/Name/7, 7",
        "GET, /v2/users/07, auth, /v2/users/07,",
        "GET, /v2/incident/orgentityid/07, ticket, /v2/incident/orgentityid/07, 07",
        "GET, /v2/incident/orgentityid/%37, ticket, /v2/incident/orgentityid/%37, %37"
    })
    void fixedSegmentsAreSpelledAsTheTableDoesAndVariableOnesAsTheCallerDid(
            String method, String path, String service, String rewritten, String organisation) {
        var match = table.match(method, CanonicalPath.of(path));
        assertThat(match.route().service()).isEqualTo(service);
        assertThat(match.path()).isEqualTo(rewritten);
        assertThat(match.organisation()).isEqualTo(organisation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/v2", "/q/health", "/q/openapi", "/internal/hosts/7/x", "/v2/users/a/b", "/swagger/x"})
    void whatTheTableDoesNotHaveDoesNotExist(String path) {
        assertThatThrownBy(() -> table.match("GET", CanonicalPath.of(path)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(404));
    }

    @Test
    void aKnownPathNamesItsMethods() {
        assertThatThrownBy(() -> table.match("PATCH", CanonicalPath.of("/v2/secret/InternalVault/Name/7")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(405);
                    assertThat(refusal.headers()).containsEntry("Allow", "DELETE, GET, PUT");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2/incident/orgentityid/7",
                "/v2/changeRequests/orgentityid/7",
                "/v2/serviceRequests/orgentityid/7",
                "/v2/sub-task/orgentityid/7",
                "/v2/problem/orgentityid/7",
                "/v1/vulnerability/orgentityid/7",
                "/iAutomateAPI/Request/SaveIncidentData/7",
                "/iAutomateAPI/Request/SaveChangeRequestTaskData/7",
                "/iAutomateAPI/Request/SaveServiceRequestTaskData/7"
            })
    void everyPushMayBeRepeated(String path) {
        assertThat(mayRepeat("POST", path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"incident", "changeRequests", "serviceRequests", "sub-task", "problem", "event"})
    void everyModuleHasStatusHistoryAndDecision(String module) {
        assertThat(service("GET", "/v2/" + module + "/TicketStatus/T1/7")).isEqualTo("ticket");
        assertThat(service("GET", "/v2/" + module + "/TicketHistory/T1/7")).isEqualTo("ticket");
        assertThat(service("POST", "/v2/" + module + "/Assignation/T1/7")).isEqualTo("runbook");
    }

    @Test
    void anotherPostMayNotBeRepeated() {
        assertThat(mayRepeat("POST", "/api/v1/Execute/7")).isFalse();
        assertThat(mayRepeat("POST", "/v2/problem/Assignation/T1/7")).isFalse();
        assertThat(mayRepeat("PUT", "/v2/users/a@example.org")).isTrue();
    }

    @Test
    void anOperationIsDocumentedIfACallCanReachIt() {
        assertThat(table.find("ticket", "GET", "/v2/{module}/TicketStatus/{numbers}/{org}"))
                .isPresent();
        assertThat(table.find("runbook", "GET", "/v2/{module}/TicketStatus/{numbers}/{org}"))
                .isEmpty();
        assertThat(table.find("inventory", "GET", "/internal/hosts/{org}/{hostName}"))
                .isEmpty();
    }

    private String service(String method, String path) {
        return table.match(method, CanonicalPath.of(path)).route().service();
    }

    private boolean mayRepeat(String method, String path) {
        return table.match(method, CanonicalPath.of(path)).route().mayRepeat(method);
    }
}
