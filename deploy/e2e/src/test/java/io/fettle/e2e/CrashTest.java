package io.fettle.e2e;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.fettle.local.Part;
import io.fettle.local.Service;
import io.fettle.local.Stack;

/** What every service may do at any time: die. */
@EndToEnd
class CrashTest {

    private static final int ORG = 20;

    @ParameterizedTest
    @EnumSource
    void nothingIsLostAndNothingIsDoneTwiceWhenItIsKilled(Service service, Stack stack) throws Exception {
        Site site = Site.create(stack, ORG, "crash-" + service.schema());
        var storm = new Storm(site, service.name());
        Instant begin = Instant.now();
        storm.push(() -> {
            Part part = stack.part(service.module());
            part.kill();
            stack.restart(part, (restarted, time) -> {});
        });
        storm.assertThatAllIsDoneOnce();
        Duration time = Duration.between(begin, Instant.now());
        System.out.printf("%d incidents with %s killed: %d ms%n", Storm.SIZE, service.module(), time.toMillis());
    }
}
