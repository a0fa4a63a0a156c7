package io.fettle.platform.error;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells a broken constraint by the field's name as the caller wrote it, not as Java does. */
public class ViolationMapper {

    @Inject
    FailureMapper failures;

    @ServerExceptionMapper
    public Response invalid(ResteasyReactiveViolationException e) {
        List<Fault> faults =
                e.getConstraintViolations().stream().map(ViolationMapper::fault).toList();
        return failures.refused(ServiceException.invalid(faults));
    }

    private static Fault fault(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .toList();
        Integer index = nodes.stream()
                .map(Path.Node::getIndex)
                .filter(i -> i != null)
                .findFirst()
                .orElse(null);
        return new Fault(
                index,
                wireName(violation.getLeafBean(), nodes.get(nodes.size() - 1).getName()),
                violation.getMessage());
    }

    private static String wireName(Object bean, String property) {
        if (bean == null || !bean.getClass().isRecord()) {
            return property;
        }
        return Arrays.stream(bean.getClass().getRecordComponents())
                .filter(component -> component.getName().equals(property))
                .map(RecordComponent::getAccessor)
                .map(accessor -> accessor.getAnnotation(JsonProperty.class))
                .filter(name -> name != null)
                .map(JsonProperty::value)
                .findFirst()
                .orElse(property);
    }
}
