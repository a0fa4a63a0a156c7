package io.fettle.bench.door;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.fettle.bench.run.Sample;
import io.fettle.bench.site.Meter;
import io.fettle.bench.site.Nginx;
import io.fettle.bench.site.Site;
import io.fettle.bench.site.Wrk;
import io.fettle.local.Part;
import io.fettle.local.Ports;
import io.fettle.local.Service;

/**
 * The ways to a {@link ConstantService}: through our gateway and through nginx. It stands where the stack's gateway looks
 * for the inventory service, which the benches do without; and for one more gateway, where that looks for the auth
 * service, whose paths are the only public ones.
 */
public final class Doors {

    static final String FIGURE = "requests/s";

    private static final String PUBLIC = "/.well-known/jwks.json";

    private final Site site;
    private ConstantService service;
    private String publicGateway;
    private String plainNginx;
    private String checkingNginx;

    public Doors(Site site) {
        this.site = site;
    }

    /** Starts what is behind them and beside our gateway, if nobody has yet. */
    void open() throws IOException {
        if (service == null) {
            int port = site.stack().settings().port(Service.INVENTORY);
            service = ConstantService.start(site, port);
            startGateway(port);
            startNginx(port);
        }
    }

    private void startGateway(int service) throws IOException {
        int port = Ports.free(2);
        Map<String, String> environment = Map.of("FETTLE_AUTH_URL", "http://127.0.0.1:" + service);
        site.accompany(site.stack().anotherGateway("public-gateway", port, port + 1, environment));
        publicGateway = "http://127.0.0.1:" + port;
    }

    private void startNginx(int service) throws IOException {
        int port = Ports.free(2);
        String servers = """
                    upstream service {
                        server 127.0.0.1:%1$d;
                        keepalive 128;
                        keepalive_requests 1000000000;
                    }
                    upstream auth {
                        server 127.0.0.1:%2$d;
                        keepalive 128;
                        keepalive_requests 1000000000;
                    }
                    proxy_http_version 1.1;
                    proxy_set_header Connection "";
                    server {
                        listen 127.0.0.1:%3$d;
                        location / {
                            proxy_pass http://service;
                        }
                    }
                    server {
                        listen 127.0.0.1:%4$d;
                        location / {
                            auth_request /userinfo;
                            proxy_pass http://service;
                        }
                        location = /userinfo {
                            internal;
                            proxy_pass http://auth;
                        }
                    }
                """.formatted(service, site.stack().settings().port(Service.AUTH), port, port + 1);
        Part nginx = Nginx.part("nginx", site.stack().data(), port, servers);
        site.accompany(nginx);
        plainNginx = "http://127.0.0.1:" + port;
        checkingNginx = "http://127.0.0.1:" + (port + 1);
    }

    /** A path that our gateway passes on for anybody, through it. */
    String publicCall() {
        return publicGateway + PUBLIC;
    }

    /** The same through nginx, which passes on all. */
    String plainCall() {
        return plainNginx + PUBLIC;
    }

    /** A path of an organisation, through our gateway. */
    String call(int org) {
        return site.stack().settings().gatewayUrl() + path(org);
    }

    /** The same through an nginx that asks the auth service each time. */
    String checkedCall(int org) {
        return checkingNginx + path(org);
    }

    private static String path(int org) {
        return "/v2/inventory/ci/" + org;
    }

    /** Calls through one of them for some time. @param options of wrk */
    Sample measure(String url, int seconds, List<String> options, Map<String, String> environment) throws IOException {
        Meter meter = site.meter();
        long before = service.served();
        Wrk wrk = Load.get(url, seconds, options, environment);
        ConstantService.requireServed(wrk.answers(), service.served() - before - 1);
        return Sample.rate(FIGURE, wrk.answers(), wrk.time(), meter.cpu());
    }
}
