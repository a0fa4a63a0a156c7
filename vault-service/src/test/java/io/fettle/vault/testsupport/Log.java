package io.fettle.vault.testsupport;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Listens to every logger at every level until it is closed; but not to the client that the tests call with. */
public final class Log extends Handler implements AutoCloseable {

    private static final PatternFormatter WITH_STACK = new PatternFormatter("%c %s%e");
    private static final Pattern CLIENT = Pattern.compile("org\\.apache\\.http|io\\.restassured");
    private static final Logger ROOT = Logger.getLogger("");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Level before = ROOT.getLevel();

    public static Log ofEverything() {
        var log = new Log();
        log.setLevel(Level.ALL);
        ROOT.addHandler(log);
        ROOT.setLevel(Level.ALL);
        return log;
    }

    public List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        if (!CLIENT.matcher(line.getLoggerName()).lookingAt()) {
            lines.add(WITH_STACK.format(ExtLogRecord.wrap(line)));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
        ROOT.setLevel(before);
    }
}
