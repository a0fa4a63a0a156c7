package io.fettle.auth.organisation;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import org.hibernate.exception.ConstraintViolationException;

import io.fettle.platform.error.ServiceException;

/** The organisations of the platform. */
@ApplicationScoped
public class Organisations {

    Organisations() {}

    /** @throws ServiceException if the body is malformed or the number is taken */
    Uni<Void> create(Organisation organisation) {
        organisation.requireNew();
        return Panache.withTransaction(() -> OrganisationRow.of(organisation).persistAndFlush())
                .onFailure(ConstraintViolationException.class)
                .transform(e -> ServiceException.notPossible("Organization " + organisation.id() + " exists already"))
                .replaceWithVoid();
    }

    /** Changes what is given; the rest stays. */
    Uni<Void> change(int id, Organisation change) {
        change.requireChangeOf(id);
        return Panache.withTransaction(() -> row(id).invoke(row -> row.apply(change)))
                .replaceWithVoid();
    }

    Uni<Organisation> require(int id) {
        return Panache.withSession(() -> row(id)).map(OrganisationRow::toOrganisation);
    }

    /** The next organisations in the order of their numbers, at most {@code most} of them. */
    Uni<List<Organisation>> after(int id, int most) {
        return Panache.withSession(() -> OrganisationRow.<OrganisationRow>find("id > ?1", Sort.by("id"), id)
                        .page(0, most)
                        .list())
                .map(rows -> rows.stream().map(OrganisationRow::toOrganisation).toList());
    }

    /** Those of the numbers that are no organisation's. */
    public Uni<Set<Integer>> unknown(Collection<Integer> ids) {
        var unknown = new LinkedHashSet<>(ids);
        return Panache.withSession(() -> OrganisationRow.<OrganisationRow>list("id in ?1", ids))
                .invoke(rows -> rows.forEach(row -> unknown.remove(row.id)))
                .replaceWith(unknown);
    }

    private static Uni<OrganisationRow> row(int id) {
        return OrganisationRow.<OrganisationRow>findById(id)
                .onItem()
                .ifNull()
                .failWith(() -> ServiceException.notFound("organization", id));
    }
}
