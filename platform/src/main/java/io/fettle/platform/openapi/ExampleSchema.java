package io.fettle.platform.openapi;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The schema of an answer whose form is told by one of its kind: the code that makes it is the only description. */
final class ExampleSchema {

    /** @param value as Jackson maps it */
    static Schema of(Object value) {
        Schema schema = OASFactory.createSchema();
        if (value instanceof Map<?, ?> object) {
            schema.addType(SchemaType.OBJECT);
            object.forEach((name, member) -> schema.addProperty(String.valueOf(name), of(member)));
        } else if (value instanceof List<?> array) {
            schema.addType(SchemaType.ARRAY);
            array.stream().findFirst().ifPresent(element -> schema.setItems(of(element)));
        } else {
            schema.addType(scalar(value));
        }
        return schema;
    }

    private static SchemaType scalar(Object value) {
        if (value == null) {
            return SchemaType.NULL;
        }
        return value instanceof Integer ? SchemaType.INTEGER : SchemaType.STRING;
    }

    private ExampleSchema() {}
}
