package io.fettle.dag.command;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a command on the local host may use. Limits are per process, as the kernel counts them. */
@ConfigMapping(prefix = "fettle.dag.sandbox")
interface SandboxConfig {

    /** The program bubblewrap, 0.8 or newer; a name is looked for in the PATH. */
    @WithDefault("bwrap")
    String bubblewrap();

    /** Bytes of the largest file, an output included. */
    @WithDefault("268435456")
    long fileSize();

    /** Bytes of data memory. */
    @WithDefault("2147483648")
    long memory();

    /** Seconds of processor time. */
    @WithDefault("3600")
    long cpuSeconds();

    /** Processes of one command; the kernel does not count them when this service runs as root. */
    @WithDefault("256")
    int processes();

    /** Bytes in /tmp, and as much in /dev/shm; both are memory. */
    @WithDefault("67108864")
    long temporarySpace();

    /** Between TERM and KILL, when the time of a command is over. */
    @WithDefault("5s")
    Duration grace();

    /** How long the claim of an ended run is kept. Longer than any worker can be held up. */
    @WithDefault("1d")
    Duration claimTime();
}
