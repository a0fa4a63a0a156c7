package io.fettle.auth.user;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;

import io.fettle.platform.error.ServiceException;

/** Hashes passwords with Argon2id and compares them, on few threads of its own: it is the one slow thing here. */
@ApplicationScoped
class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Argon2Function argon2;
    private final WorkerExecutor workers;
    private final Semaphore places;
    private final String nobodys;

    Passwords(PasswordConfig config, Vertx vertx) {
        argon2 = Argon2Function.getInstance(
                config.memory(), config.iterations(), config.parallelism(), HASH_BYTES, Argon2.ID);
        workers = vertx.createSharedWorkerExecutor("password", config.threads());
        places = new Semaphore(config.queue());
        nobodys = digest(Long.toString(random.nextLong()));
    }

    /** The hash to keep, with its salt and parameters. */
    Uni<String> hash(String password) {
        return offTheLoop(() -> digest(password));
    }

    /** @param hash {@code null} for a user that is not there: the answer is no, and takes as long as for one who is */
    Uni<Boolean> matches(String password, String hash) {
        String kept = hash == null ? nobodys : hash;
        return offTheLoop(() -> Argon2Function.getInstanceFromHash(kept).check(password, kept) && hash != null);
    }

    /** Whether the hash was made with weaker parameters than today's. */
    boolean isOutdated(String hash) {
        var then = Argon2Function.getInstanceFromHash(hash);
        return then.getMemory() < argon2.getMemory()
                || then.getIterations() < argon2.getIterations()
                || then.getParallelism() < argon2.getParallelism();
    }

    private String digest(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return argon2.hash(password.getBytes(StandardCharsets.UTF_8), salt).getResult();
    }

    private <T> Uni<T> offTheLoop(Callable<T> work) {
        return Uni.createFrom().deferred(() -> {
            if (!places.tryAcquire()) {
                return Uni.createFrom().failure(ServiceException.unavailable("password"));
            }
            return workers.executeBlocking(() -> releasing(work), false);
        });
    }

    /** The work itself gives its place back: a caller that went away makes no room while its hash still runs. */
    private <T> T releasing(Callable<T> work) throws Exception {
        try {
            return work.call();
        } finally {
            places.release();
        }
    }
}
