package io.fettle.dag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.fettle.dag.testsupport.Calls;
import io.fettle.platform.testsupport.TableSecurity;
import io.fettle.platform.testsupport.Tables;
import io.fettle.platform.testsupport.WithoutOrganisationCheck;

/** The service does not check the caller's organisation here: Postgres does. */
@QuarkusTest
@TestProfile(WithoutOrganisationCheck.class)
class RowSecurityTest {

    private static final int ORG = 901;
    private static final int STRANGERS = 902;

    private String execution;

    @BeforeEach
    void anExecutionIsThere() {
        execution = Calls.start(ORG, "echo ours", Map.of());
    }

    @Test
    void aStrangerReadsNothing() {
        Calls.status(ORG, STRANGERS, execution).then().statusCode(404);
        Calls.status(STRANGERS, STRANGERS, execution).then().statusCode(404);
        assertThat(Calls.stdout(Calls.ended(ORG, execution))).isEqualTo("ours\n");
    }

    @Test
    void aStrangerExecutesNothing() {
        long before = executions();
        Calls.execute(ORG, STRANGERS, Map.of("command_to_execute", "echo forged", "target_host", "printhost01"))
                .then()
                .statusCode(403);
        assertThat(executions()).isEqualTo(before);
    }

    @Test
    void eachTableHoldsTheLine() {
        TableSecurity.everyTableIsSecured();
        TableSecurity.everyViewIsReadWithTheRightsOfItsReader();
        TableSecurity.aStatementThatSaysNothingSeesNothing(ORG);
        TableSecurity.whatIsDoneForOneTouchesNoRowOfAnother(ORG, STRANGERS);
    }

    private static long executions() {
        return Tables.count("select count(*) from execution where org = $1", ORG);
    }
}
