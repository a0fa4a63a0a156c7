package io.fettle.ticket.read;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import io.fettle.platform.error.ServiceException;

/** The filter expression in the raw query of a request (contract section 4). */
final class QueryText {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern WRAPPER = Pattern.compile("(?:^|&)\\s*queryParams\\s*=\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");

    private QueryText() {}

    /**
     * The expression, taken out of {@code queryParams={"filter":"…"}} if it is in there.
     *
     * @param raw what stands behind the question mark, as it was sent; {@code null} if nothing does
     */
    static String expression(String raw) {
        String text = raw == null ? "" : decode(raw);
        Matcher wrapper = WRAPPER.matcher(text);
        return wrapper.find() ? text.substring(0, wrapper.start()) + "&" + unwrap(text.substring(wrapper.end())) : text;
    }

    /** The filter of the JSON object at the start, with the terms that may stand behind it. */
    private static String unwrap(String text) {
        try (JsonParser json = JSON.createParser(text)) {
            String filter = filter(json);
            int end = (int) json.currentLocation().getCharOffset();
            return filter + "&" + text.substring(end);
        } catch (IOException e) {
            throw ServiceException.invalid("queryParams must be a JSON object: {\"filter\":\"…\"}");
        }
    }

    private static String filter(JsonParser json) throws IOException {
        String filter = "";
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw ServiceException.invalid("queryParams must be a JSON object: {\"filter\":\"…\"}");
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            boolean isFilter = "filter".equalsIgnoreCase(json.currentName());
            json.nextToken();
            if (!isFilter) {
                throw ServiceException.invalid("queryParams has an unknown member " + json.currentName());
            }
            filter = json.currentToken() == JsonToken.VALUE_NULL ? "" : json.getText();
            json.skipChildren();
        }
        return decodedTwice(filter);
    }

    /** Clients that encode the guide's samples, which are encoded in part already, send {@code %2526}. */
    private static String decodedTwice(String filter) {
        return ENCODED.matcher(filter).find() ? decode(filter.replace("+", "%2B")) : filter;
    }

    private static String decode(String encoded) {
        try {
            byte[] bytes =
                    URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw ServiceException.invalid("The query is not percent-encoded as it should be");
        }
    }
}
