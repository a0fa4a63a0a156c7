package io.fettle.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class ProfileTest {

    private final Profile profile = Profile.of(Stream.of(
            "[vert.x-eventloop-thread-0 tid=12];start_thread;java/lang/Thread.run;io/vertx/core/impl/A.b;io/fettle/gateway/Door.open;epoll_wait_[k] 60",
            "[vert.x-eventloop-thread-1 tid=13];java/lang/Thread.run;io/fettle/gateway/Door.open;io/fettle/gateway/Door.open 20",
            "[C2 CompilerThre tid=14];Compile::Compile 15",
            "[GC Thread#1 tid=15];/usr/lib/jvm/libjvm.so;I2C/C2I adapters 5"));

    @Test
    void threadsOfAPoolCountTogether() {
        assertThat(profile.shares(stack -> Stream.of(stack.pool())))
                .containsEntry("vert.x-eventloop-thread", 80.0)
                .containsEntry("C2 CompilerThre", 15.0)
                .containsEntry("GC Thread", 5.0);
    }

    @Test
    void whatTheKernelDoesIsOwnedByTheJavaThatAskedForIt() {
        assertThat(profile.shares(stack -> Stream.of(stack.owner())))
                .containsOnly(entry("io.fettle.gateway", 80.0), entry("JVM", 20.0));
    }

    @Test
    void aMethodThatCallsItselfCountsOnce() {
        assertThat(profile.shares(CallStack::ours)).containsEntry("io/fettle/gateway/Door.open", 80.0);
    }
}
