package io.fettle.bench.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a process has spent its processor time. */
final class Profile {

    private static final int LINES = 30;

    private final List<CallStack> stacks;

    private Profile(List<CallStack> stacks) {
        this.stacks = stacks;
    }

    /** @param file collapsed stacks with threads, as async-profiler writes them */
    static Profile read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return of(lines);
        }
    }

    static Profile of(Stream<String> lines) {
        return new Profile(lines.map(CallStack::parse).toList());
    }

    void write(Path file) throws IOException {
        Files.writeString(file, text());
    }

    private String text() {
        return part("Threads", stack -> Stream.of(stack.pool()))
                + part("Whose code, by the innermost method in Java", stack -> Stream.of(stack.owner()))
                + part("Innermost methods", stack -> Stream.of(stack.innermost()))
                + part("Our methods, with what they call", CallStack::ours);
    }

    private String part(String title, Function<CallStack, Stream<String>> names) {
        return title + "\n"
                + shares(names).entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .limit(LINES)
                        .map(share -> String.format(Locale.ROOT, "%6.1f %%  %s%n", share.getValue(), share.getKey()))
                        .collect(Collectors.joining())
                + "\n";
    }

    /** In per cent of all samples. @param names under which a stack counts */
    Map<String, Double> shares(Function<CallStack, Stream<String>> names) {
        double all = stacks.stream().mapToLong(CallStack::samples).sum();
        return stacks.stream()
                .flatMap(stack -> names.apply(stack).map(name -> Map.entry(name, 100 * stack.samples() / all)))
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.summingDouble(Map.Entry::getValue)));
    }
}
