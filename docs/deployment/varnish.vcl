# Varnish 7 in front of the museum (docs/operations.md). Needs Debian's `varnish-modules` (vmod var), and to be started
# with `-p http_gzip_support=off`: the museum compresses, once, and Varnish keeps each form as it is.
#
# The museum's version stamp is part of every key here too: on each decision the museum sends PURGE with a new stamp,
# before the curator's click returns, and nothing that was fetched under the old one is found again, also what
# arrives late.
vcl 4.1;

import std;
import var;

backend museum {
    .host = "127.0.0.1";
    .port = "8000";
    .connect_timeout = 2s;
    .first_byte_timeout = 60s;
    .probe = {
        .url = "/health/";
        .interval = 5s;
        .timeout = 2s;
    }
}

# The application servers, which alone may say that something was decided.
acl museum_servers {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.method == "PURGE") {
        # Varnish has added the sender to X-Forwarded-For; two in it came through a proxy, as visitors do.
        if (!client.ip ~ museum_servers || req.http.X-Forwarded-For ~ "," || req.http.Stamp !~ "^[0-9a-f]{16}$") {
            return (synth(405, "Not allowed"));
        }
        var.global_set("stamp", req.http.Stamp);
        return (synth(200, "Emptied"));
    }
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    # Curators see the museum itself; files have their own rules.
    if (req.url ~ "^/(admin|documents)/" || req.http.Cookie ~ "(sessionid|__Host-museum)=" || req.http.Authorization) {
        return (pass);
    }
    unset req.http.Cookie;
    if (req.http.Save-Data !~ "(?i)^\s*on\s*$") {
        unset req.http.Save-Data;
    }
    if (req.http.Accept-Encoding ~ "br") {
        set req.http.Accept-Encoding = "br";
    } elsif (req.http.Accept-Encoding ~ "gzip") {
        set req.http.Accept-Encoding = "gzip";
    } else {
        unset req.http.Accept-Encoding;
    }
    return (hash);
}

sub vcl_hash {
    hash_data(var.global_get("stamp"));
    hash_data(req.http.X-Forwarded-Proto);
}

sub vcl_backend_response {
    if (beresp.http.CDN-Cache-Control ~ "max-age=") {
        # RFC 9213: what the museum allows a cache that it can tell.
        set beresp.ttl = std.duration(regsub(beresp.http.CDN-Cache-Control, ".*max-age=([0-9]+).*", "\1s"), 0s);
        set beresp.grace = 10s;
        unset beresp.http.CDN-Cache-Control;
    } elsif (beresp.http.Cache-Control ~ "private|no-store|no-cache" || beresp.http.Set-Cookie) {
        set beresp.uncacheable = true;
        set beresp.ttl = 120s;
    }
    return (deliver);
}

sub vcl_deliver {
    unset resp.http.X-Varnish;
    unset resp.http.Via;
}
