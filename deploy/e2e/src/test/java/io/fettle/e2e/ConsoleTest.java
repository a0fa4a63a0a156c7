package io.fettle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.local.Stack;
import io.fettle.local.Tenant;

/** The console in a real browser (contract section 12): both ways to sign in, and a call with each. */
@EndToEnd
// On request only, for machines that cannot have a browser: without one the test fails.
@DisabledIfSystemProperty(named = "fettle.no-browser", matches = "true", disabledReason = "-Dfettle.no-browser=true")
class ConsoleTest {

    private static final int ORG = 30;
    private static final String SEARCH = "Inventory_SearchConfigurationItems";

    private static Chromium chromium;
    private static Tenant tenant;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private ConsolePage console;

    @BeforeAll
    static void start(Stack stack) throws IOException {
        tenant = Site.create(stack, ORG, "console-host").tenant();
        chromium = Chromium.start();
    }

    @BeforeEach
    void open() {
        context = chromium.browser().newContext();
        Page page = context.newPage();
        page.onConsoleMessage(this::note);
        console = ConsolePage.open(page, tenant.gateway());
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error")) {
            complaints.add(message.text());
        }
    }

    @AfterEach
    void close() {
        context.close();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Incident_IncidentTicketStatus", // of ticket-service
                "Incident_Assignation", // of runbook-service
                "Secret_Read",
                "DAG_Execute",
                "User_Create",
                "Inventory_HostName"
            })
    void itHasTheOperationsOfAllServicesUnderTheirTags(String id) {
        console.unfold(id.split("_")[0]);
        console.operation(id).waitFor();
        assertThat(complaints).isEmpty();
    }

    @Test
    void aCallIsMadeWithBasicCredentials() throws IOException {
        console.authorizeWithBasic(tenant.email(), tenant.password());
        assertThat(search()).startsWith("Basic ");
    }

    @Test
    void aCallIsMadeWithATokenOfThePasswordFlow() throws IOException {
        console.authorizeWithPasswordFlow(tenant.email(), tenant.password());
        assertThat(search()).startsWith("Bearer ");
    }

    /** Tries the search for hosts out. @return the credentials the browser sent */
    private String search() {
        console.unfold("Inventory");
        Response answer = console.execute(SEARCH, Map.of("org", String.valueOf(ORG), "q", "console"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("console-host");
        assertThat(console.shownStatus(SEARCH)).isEqualTo("200");
        assertThat(complaints).isEmpty();
        return answer.request().headerValue("authorization");
    }
}
