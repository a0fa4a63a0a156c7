package io.fettle.e2e;

import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;

/** The console as a person uses it: Swagger UI in a browser. */
record ConsolePage(Page page) {

    /** Opens it where old links look for it, and waits until the operations are there. */
    static ConsolePage open(Page page, String gateway) {
        page.navigate(gateway + "/swagger/ui/index");
        page.locator(".opblock-tag").first().waitFor();
        return new ConsolePage(page);
    }

    /** Unfolds a tag. */
    void unfold(String tag) {
        page.locator(".opblock-tag[data-tag='" + tag + "']").click();
    }

    Locator operation(String id) {
        return page.locator("#operations-" + id.split("_")[0] + "-" + id);
    }

    void authorizeWithBasic(String user, String password) {
        authorize("#auth-basic-username", "#auth-basic-password", user, password);
    }

    void authorizeWithPasswordFlow(String user, String password) {
        authorize("#oauth_username", "#oauth_password", user, password);
    }

    private void authorize(String userField, String passwordField, String user, String password) {
        page.locator(".auth-wrapper .authorize").first().click();
        Locator scheme = page.locator(".dialog-ux .auth-container")
                .filter(new Locator.FilterOptions().setHas(page.locator(userField)));
        Locator logout = page.locator(".dialog-ux .auth-container button:has-text('Logout')");
        scheme.locator(userField).fill(user);
        scheme.locator(passwordField).fill(password);
        scheme.locator("button.authorize").click();
        logout.waitFor();
        page.locator(".dialog-ux .close-modal").click();
    }

    /** Tries an operation out. @return what the gateway answered to it */
    Response execute(String id, Map<String, String> parameters) {
        Locator operation = operation(id);
        operation.locator(".opblock-summary-control").click();
        operation.locator(".try-out__btn").click();
        parameters.forEach((name, value) ->
                operation.locator("tr[data-param-name='" + name + "'] input").fill(value));
        return page.waitForResponse(
                "**", () -> operation.locator("button.execute").click());
    }

    /** The status that is shown under the operation. */
    String shownStatus(String id) {
        return operation(id)
                .locator(".live-responses-table .response-col_status")
                .last()
                .textContent()
                .strip();
    }
}
