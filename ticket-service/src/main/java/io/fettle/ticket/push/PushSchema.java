package io.fettle.ticket.push;

import java.util.Set;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

import io.fettle.ticket.Module;

/** The form of pushed tickets as JSON Schema, for the console: read from {@link PushField}, which the code goes by. */
public final class PushSchema {

    /** A ticket that may be of any of these modules. */
    public static Schema ofTicket(Set<Module> modules) {
        Schema ticket = OASFactory.createSchema().addType(SchemaType.OBJECT);
        for (PushField field : PushField.of(modules)) {
            ticket.addProperty(field.wireName(), text(field));
            if (field.isRequired()) {
                ticket.addRequired(field.wireName());
            }
        }
        return ticket;
    }

    /** An array of tickets, or one. @param ticket the name of their schema */
    public static Schema ofBody(String ticket) {
        return OASFactory.createSchema()
                .addOneOf(OASFactory.createSchema().addType(SchemaType.ARRAY).items(reference(ticket)))
                .addOneOf(reference(ticket));
    }

    private static Schema reference(String ticket) {
        return OASFactory.createSchema().ref(ticket);
    }

    private static Schema text(PushField field) {
        return OASFactory.createSchema().addType(SchemaType.STRING).maxLength(field.longest());
    }

    private PushSchema() {}
}
