package io.fettle.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

@QuarkusMain
public class Main {

    public static void main(String... args) {
        // Contract section 4: a raw > < { or " in a query reaches the service. Vert.x reads this when its classes load.
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(args);
    }
}
