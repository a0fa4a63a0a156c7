package io.fettle.e2e.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.fettle.e2e.EndToEnd;
import io.fettle.e2e.security.Wire.Answer;
import io.fettle.local.Stack;

/** Every call that names an organisation, with every way to name one that is not the caller's (contract section 1). */
@EndToEnd
class OrganisationMatrixTest {

    private static final int OWN = 60;
    private static final int OTHER = 61;
    private static final int MISSING = 69;

    /** None of them is the caller's own number in its plain form, though some programs would read them so. */
    private static final List<String> FOREIGN = List.of(
            String.valueOf(OTHER),
            "0",
            "-1",
            "-60",
            "060",
            "+60",
            "60.0",
            "6e1",
            "0x3C",
            "%2060",
            "60%20",
            "%360",
            "60%2C61",
            "%EF%BC%96%EF%BC%90", // fullwidth digits
            "%D9%A6%D9%A0", // Arabic-Indic digits
            "4294967356", // 2^32 + 60
            "18446744073709551676", // 2^64 + 60
            "999999999999999999999999",
            "null",
            "*",
            "{org}");

    private static Wire wire;
    private static String member;
    private static String reader;
    private static String administrator;
    private static String administratorAndMember;

    @BeforeAll
    static void addCallers(Stack stack) throws IOException {
        wire = new Wire(stack.settings().gatewayPort());
        var users = new Users(stack);
        users.addOrganisation(OWN);
        users.addOrganisation(OTHER);
        member = Users.header(users.add(
                Users.EVERY_ROLE.stream().filter(role -> !role.equals("admin")).toList(), OWN));
        reader = Users.header(users.add(List.of("tickets.read"), OWN));
        administrator = Users.header(users.administrator());
        administratorAndMember = Users.header(users.add(Users.EVERY_ROLE, OWN));
    }

    static Stream<Call> calls() {
        return Call.all().stream().filter(Call::namesAnOrganisation);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void theOwnOrganisationIsOpen(Call call) {
        assertThat(as(member, call, OWN).status()).isNotIn(401, 403);
        assertThat(as(administratorAndMember, call, OWN).status()).isNotIn(401, 403);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void anotherIsClosedInTheSameWordsWhetherItExistsOrNot(Call call) {
        Answer missing = as(member, call, MISSING).comparable();
        assertThat(missing.status()).isEqualTo(403);
        var softly = new SoftAssertions();
        for (String org : FOREIGN) {
            softly.assertThat(wire.call(call.method(), call.path(org), member).comparable())
                    .as(org)
                    .isEqualTo(missing);
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void rolesMakeNoDifference(Call call) {
        Answer refused = as(member, call, MISSING).comparable();
        for (int org : List.of(OTHER, MISSING)) {
            assertThat(as(reader, call, org).comparable()).isEqualTo(refused);
            assertThat(as(administratorAndMember, call, org).comparable()).isEqualTo(refused);
        }
    }

    /** Contract section 13: the role admin gives no access to the data of an organisation by itself. */
    @ParameterizedTest
    @MethodSource("calls")
    void anAdministratorOfAllOrganisationsIsAMemberOfNone(Call call) {
        Answer refused = as(member, call, MISSING).comparable();
        for (int org : List.of(OWN, OTHER, MISSING)) {
            assertThat(as(administrator, call, org).comparable()).isEqualTo(refused);
        }
    }

    @Test
    void anAdministratorOfAllOrganisationsAdministersThem() {
        assertThat(wire.call("GET", "/v2/organizations/" + OWN, administrator).status())
                .isEqualTo(200);
        assertThat(wire.call("GET", "/v2/organizations/" + OTHER, administrator).status())
                .isEqualTo(200);
    }

    private static Answer as(String caller, Call call, int org) {
        return wire.call(call.method(), call.path(org), caller);
    }
}
