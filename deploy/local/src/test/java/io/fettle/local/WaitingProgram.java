package io.fettle.local;

import java.util.concurrent.CountDownLatch;

/** Does nothing until it is ended. */
final class WaitingProgram {

    private WaitingProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
