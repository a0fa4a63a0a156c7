package io.fettle.ticket.push;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

import io.fettle.platform.error.ServiceException;

/**
 * Reads a pushed body as it streams by. A number or a boolean is taken as the text it is written with; one object is an
 * array of one; unknown fields are ignored (contract sections 1 and 3).
 */
final class ItemReader {

    static final int MOST = 10_000;

    private final JsonParser json;
    private final List<Item> items = new ArrayList<>();

    private ItemReader(JsonParser json) {
        this.json = json;
    }

    /** @throws ServiceException if the body is not the JSON of tickets at all */
    static List<Item> read(JsonFactory factory, byte[] body) {
        try (JsonParser json = factory.createParser(body)) {
            return new ItemReader(json).body();
        } catch (JsonProcessingException e) {
            throw ServiceException.invalid(
                    "The body is not JSON within the limits (depth 32, strings 1 MiB)" + place(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : ": line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private List<Item> body() throws IOException {
        JsonToken first = json.nextToken();
        if (first == JsonToken.START_OBJECT) {
            item();
        } else if (first == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                item();
            }
        } else {
            throw ServiceException.invalid("The body must be an array of tickets");
        }
        if (json.nextToken() != null) {
            throw ServiceException.invalid("The body has more than one JSON value");
        }
        if (items.isEmpty()) {
            throw ServiceException.invalid("The array is empty");
        }
        return items;
    }

    private void item() throws IOException {
        if (items.size() == MOST) {
            throw ServiceException.tooLarge("The array has more than " + MOST + " items");
        }
        Item item = new Item(items.size());
        items.add(item);
        if (json.currentToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                value(item, PushField.find(name).orElse(null));
            }
        } else {
            json.skipChildren();
            item.refuse();
        }
    }

    /** @param field {@code null} if it is none of ours */
    private void value(Item item, PushField field) throws IOException {
        if (json.currentToken().isStructStart()) {
            json.skipChildren();
            if (field != null) {
                item.putNoText(field);
            }
        } else if (field != null && json.currentToken() != JsonToken.VALUE_NULL) {
            item.put(field, json.getText());
        }
    }
}
