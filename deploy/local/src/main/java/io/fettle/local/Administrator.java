package io.fettle.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/** The first administrator: named by the environment, else generated once and left in a file for the owner alone. */
public record Administrator(String email, String password) {

    private static final String EMAIL = "FETTLE_ADMIN_EMAIL";
    private static final String PASSWORD = "FETTLE_ADMIN_PASSWORD";

    /** Empty before the first start. */
    public static Optional<Administrator> known(Path data) throws IOException {
        String email = System.getenv(EMAIL);
        String password = System.getenv(PASSWORD);
        if (email != null && password != null) {
            return Optional.of(new Administrator(email, password));
        }
        if (!Files.exists(file(data))) {
            return Optional.empty();
        }
        String[] lines = Files.readString(file(data)).split("\n");
        return Optional.of(new Administrator(lines[0], lines[1]));
    }

    /** Whether this stack has none and never had one. */
    static boolean isMissing(Path data) throws IOException {
        return known(data).isEmpty() && !Files.exists(data.resolve(Stack.POSTGRES));
    }

    public static Administrator generate(Path data) throws IOException {
        var administrator = new Administrator("admin@fettle.local", Settings.random(15));
        Files.createFile(
                file(data), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file(data), administrator.email + "\n" + administrator.password + "\n");
        return administrator;
    }

    static Path file(Path data) {
        return data.resolve("administrator");
    }

    Map<String, String> environment() {
        return Map.of(EMAIL, email, PASSWORD, password);
    }

    /** Whether the variable is for the auth service only. */
    static boolean isSecret(String variable) {
        return variable.equals(EMAIL) || variable.equals(PASSWORD);
    }
}
