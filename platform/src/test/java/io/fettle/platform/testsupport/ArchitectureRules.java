package io.fettle.platform.testsupport;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What holds for the code of every service. A service's {@code ArchitectureTest} runs them. */
public final class ArchitectureRules {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.fettle.*.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule namesSayWhatAClassHolds = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Base|Manager|Helper|Utils?)")
            .because("a class is named for its noun");

    @ArchTest
    static final ArchRule nothingWaits = noClasses()
            .that()
            .doNotHaveSimpleName("Main")
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.smallrye.mutiny.groups.UniAwait")
            .because("a service is reactive: a Uni is returned, not awaited");

    @ArchTest
    static final ArchRule timeIsJavaTime = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.(util\\.(Date|Calendar)|text\\.(Simple)?DateFormat)")
            .because("dates mean one thing, in java.time");

    @ArchTest
    static final ArchRule entitiesStayInTheirPackage = classes()
            .that()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .should()
            .notBePublic()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule rowsAreReachedByOneWay = noClasses()
            .that()
            .resideOutsideOfPackage("io.fettle.platform.row..")
            // Its tables are not an organisation's: they say who belongs to which.
            .and()
            .resideOutsideOfPackage("io.fettle.auth..")
            .and()
            .areNotAssignableTo("io.quarkus.reactive.pg.client.PgPoolCreator")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("io\\.vertx\\.(mutiny\\.)?(sqlclient\\.Pool|pgclient\\.(PgPool|PgConnection))"
                    + "|(java|javax)\\.sql\\..*"
                    + "|io\\.quarkus\\.hibernate\\.reactive\\.panache\\.common\\.With.*"
                    + "|org\\.hibernate\\.reactive\\..*SessionFactory")
            .orShould()
            .callMethodWhere(target(owner(nameMatching("io\\.quarkus\\.hibernate\\.reactive\\.panache\\.Panache")))
                    .and(target(nameMatching("with.*"))))
            .because("who works on rows says whose they are: see Rows and Sessions")
            .allowEmptyShould(true);

    private ArchitectureRules() {}
}
