package io.fettle.local;

import java.nio.file.Path;

/**
 * Where the built programs are.
 *
 * @param root the folder with the {@code mvnw} script; absolute
 */
public record Checkout(Path root) {

    public Checkout {
        root = root.toAbsolutePath().normalize();
    }

    /** The folder of a packaged service; its jar and its class archive are named relative to it. */
    Path packaged(Service service) {
        return root.resolve(service.module()).resolve("target/quarkus-app");
    }

    /** The class path of this module and of the embedded servers. */
    String classPath() {
        Path embedded = root.resolve("deploy/embedded/target");
        return root.resolve("deploy/local/target/classes") + ":" + embedded.resolve("classes") + ":" + embedded
                + "/lib/*";
    }

    Path defaultData() {
        return root.resolve("deploy/local/target/data");
    }
}
