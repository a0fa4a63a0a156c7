package io.fettle.bench.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.fettle.local.Part;
import io.fettle.local.Ports;
import io.fettle.local.Program;

/** An nginx of the benches' own: one process that serves, as the measured gateway has one event loop, and no log. */
public final class Nginx {

    private static final String CONFIGURATION = """
            daemon off;
            worker_processes 1;
            pid nginx.pid;
            events {
                worker_connections 1024;
            }
            http {
                access_log off;
                keepalive_requests 1000000000;
                client_body_temp_path body;
                proxy_temp_path proxy;
                fastcgi_temp_path fastcgi;
                uwsgi_temp_path uwsgi;
                scgi_temp_path scgi;
            %s}
            """;

    private Nginx() {}

    /** @param port on which it will listen, one of those in {@code servers}, which are blocks of its configuration */
    public static Part part(String name, Path data, int port, String servers) {
        return new Part(name, data, () -> program(data.resolve(name), servers), () -> port, Ports::isListening);
    }

    private static Program program(Path folder, String servers) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("nginx.conf"), CONFIGURATION.formatted(servers));
        return new Program(List.of("nginx", "-e", "stderr", "-p", folder + "/", "-c", "nginx.conf"), folder, Map.of());
    }
}
