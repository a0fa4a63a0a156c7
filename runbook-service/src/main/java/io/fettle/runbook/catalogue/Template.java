package io.fettle.runbook.catalogue;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import com.google.re2j.Pattern;

/** A text with <code>${name}</code> in the place of parameters. */
public record Template(String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}?");

    /** The names in it, in order, as written: one that is no parameter's name is a fault of the text. */
    public Set<String> names() {
        var names = new LinkedHashSet<String>();
        var matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /**
     * The text with values in the place of names. Plain substitution: never for text a shell will read.
     *
     * @param values has a value for each name
     */
    public String render(Map<String, String> values) {
        var rendered = new StringBuilder();
        var matcher = PLACEHOLDER.matcher(text);
        int end = 0;
        while (matcher.find()) {
            rendered.append(text, end, matcher.start()).append(values.get(matcher.group(1)));
            end = matcher.end();
        }
        return rendered.append(text.substring(end)).toString();
    }
}
