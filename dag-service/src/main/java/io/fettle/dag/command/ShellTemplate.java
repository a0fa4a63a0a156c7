package io.fettle.dag.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.fettle.platform.error.ServiceException;

/**
 * Reads a shell command once, just closely enough to know how each <code>${name}</code> is quoted: it becomes
 * <code>"${variable}"</code> outside of quotes and <code>${variable}</code> within double quotes and here-documents.
 * Within single quotes, and behind a backslash, it stays the text it is for the shell.
 *
 * <p>A misread quote can split a value into words but cannot run it: the shell does not parse what a variable holds.
 */
final class ShellTemplate {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");
    private static final Pattern HERE_DOCUMENT = Pattern.compile("<<-?[ \\t]*(['\"\\\\]?)(\\w+)\\1");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

    private enum Within {
        CODE,
        PARENTHESES,
        ARITHMETIC,
        BACKTICKS,
        DOUBLE_QUOTES,
        HERE_DOCUMENT,
        SINGLE_QUOTES,
        COMMENT
    }

    private final String template;
    private final Map<String, String> parameters;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final StringBuilder script = new StringBuilder();
    private final StringBuilder readable = new StringBuilder();
    private final Deque<Within> within = new ArrayDeque<>();
    private final Matcher placeholder;
    private final Matcher hereDocument;
    private String hereDelimiter;
    private boolean hereIsLiteral;
    private int hereEnd;
    private int at;

    ShellTemplate(String template, Map<String, String> parameters) {
        this.template = template;
        this.parameters = parameters;
        this.placeholder = PLACEHOLDER.matcher(template);
        this.hereDocument = HERE_DOCUMENT.matcher(template);
        within.push(Within.CODE);
    }

    ShellCommand render() {
        while (at < template.length()) {
            step(template.charAt(at));
        }
        return new ShellCommand(script.toString(), variables, readable.toString());
    }

    private void step(char next) {
        switch (within.peek()) {
            case SINGLE_QUOTES -> copyUpTo(next, '\'');
            case COMMENT -> copyUpTo(next, '\n');
            case DOUBLE_QUOTES -> expand(next, '"');
            case HERE_DOCUMENT -> expandHereDocument(next);
            case CODE, PARENTHESES, ARITHMETIC, BACKTICKS -> code(next);
        }
    }

    private void copyUpTo(char next, char end) {
        if (next == end) {
            within.pop();
        }
        copy(1);
    }

    private void expandHereDocument(char next) {
        if (at >= hereEnd) {
            within.pop();
        } else if (hereIsLiteral) {
            copy(1);
        } else {
            expand(next, '\0');
        }
    }

    private void expand(char next, char end) {
        if (next == end) {
            within.pop();
            copy(1);
        } else if (!substitution(next)) {
            copy(1);
        }
    }

    private void code(char next) {
        if (substitution(next)) {
            return;
        }
        switch (next) {
            case '\'' -> enter(Within.SINGLE_QUOTES, 1);
            case '"' -> enter(Within.DOUBLE_QUOTES, 1);
            case '(' -> enter(Within.PARENTHESES, 1);
            case ')' -> closeParenthesis();
            case '#' -> comment();
            case '<' -> announceHereDocument();
            case '\n' -> lineEnd();
            default -> copy(1);
        }
    }

    /** What the shell expands in code and in double quotes alike. */
    private boolean substitution(char next) {
        if (next == '\\') {
            copy(Math.min(2, template.length() - at));
        } else if (next == '`') {
            backtick();
        } else if (template.startsWith("$((", at)) {
            enter(Within.ARITHMETIC, 3);
        } else if (template.startsWith("$(", at)) {
            enter(Within.PARENTHESES, 2);
        } else {
            return parameter();
        }
        return true;
    }

    private boolean parameter() {
        if (!placeholder.region(at, template.length()).lookingAt()) {
            return false;
        }
        String name = placeholder.group(1);
        String value = parameters.get(name);
        if (value == null) {
            return false;
        }
        if (within.contains(Within.ARITHMETIC)) {
            throw ServiceException.invalid("The parameter " + name + " stands in $((…)), where it would be evaluated");
        }
        ShellCommand.requirePassable(name, value);
        String variable = names.computeIfAbsent(name, first -> "fettle_" + (names.size() + 1));
        variables.put(variable, value);
        boolean quoted = within.peek() == Within.DOUBLE_QUOTES || within.peek() == Within.HERE_DOCUMENT;
        script.append(quoted ? "${" + variable + "}" : "\"${" + variable + "}\"");
        readable.append(quoted ? value.replaceAll("[\\\\$`\"]", "\\\\$0") : quote(value));
        at = placeholder.end();
        return true;
    }

    private static String quote(String value) {
        return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    }

    private void backtick() {
        if (within.peek() == Within.BACKTICKS) {
            within.pop();
            copy(1);
        } else {
            enter(Within.BACKTICKS, 1);
        }
    }

    private void closeParenthesis() {
        boolean closesArithmetic = within.peek() == Within.ARITHMETIC && template.startsWith("))", at);
        if (closesArithmetic || within.peek() == Within.PARENTHESES) {
            within.pop();
        }
        copy(closesArithmetic ? 2 : 1);
    }

    private void comment() {
        boolean startsWord = at == 0 || " \t\n;&|()".indexOf(template.charAt(at - 1)) >= 0;
        if (startsWord) {
            enter(Within.COMMENT, 1);
        } else {
            copy(1);
        }
    }

    private void announceHereDocument() {
        if (template.startsWith("<<<", at)) {
            copy(3);
        } else if (within.peek() != Within.ARITHMETIC
                && hereDocument.region(at, template.length()).lookingAt()) {
            hereIsLiteral = !hereDocument.group(1).isEmpty();
            hereDelimiter = hereDocument.group(2);
            copy(hereDocument.end() - at);
        } else {
            copy(1);
        }
    }

    private void lineEnd() {
        copy(1);
        if (hereDelimiter != null) {
            Matcher end = Pattern.compile("(?m)^\\t*" + hereDelimiter + "$").matcher(template);
            hereEnd = end.find(at) ? end.start() : template.length();
            hereDelimiter = null;
            within.push(Within.HERE_DOCUMENT);
        }
    }

    private void enter(Within context, int characters) {
        within.push(context);
        copy(characters);
    }

    private void copy(int characters) {
        script.append(template, at, at + characters);
        readable.append(template, at, at + characters);
        at += characters;
    }
}
