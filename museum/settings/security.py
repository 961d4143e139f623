"""What keeps the museum safe, in one place: policies for browsers (docs/security.md explains each)."""

import os
from datetime import timedelta

from csp.constants import NONE, SELF, UNSAFE_INLINE

from museum.core.limits import Limit

# Pages: files of the museum's own and nothing else. The words on a room's wall are drawn as a picture from a data address.
PAGE_POLICY = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:"],
    "font-src": [SELF],
    "media-src": [SELF],
    "connect-src": [SELF],
    "manifest-src": [SELF],
    "worker-src": [SELF],
    "base-uri": [NONE],
    "form-action": [SELF],
    "frame-ancestors": [SELF],
}
# The admin: Wagtail writes scripts and styles into its pages, shows chosen pictures from blob addresses and previews in a frame.
ADMIN_POLICY = {
    **PAGE_POLICY,
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "media-src": [SELF, "blob:"],
    "frame-src": [SELF],
}
# An uploaded file opened by itself: nothing in it runs and nothing is fetched. A browser lays a picture out by styles of its own.
FILE_POLICY = {
    "default-src": [NONE],
    "style-src": [UNSAFE_INLINE],
    "frame-ancestors": [NONE],
    "base-uri": [NONE],
    "form-action": [NONE],
    "sandbox": [],
}
# What pages may ask a device for: nothing, but full screen, sharing, copying, playing, staying awake on a
# wall, a telephone's own turning in a panorama, a headset in a room.
PERMISSIONS_POLICY = {
    **dict.fromkeys(
        (
            "browsing-topics", "camera", "display-capture", "geolocation", "hid",
            "idle-detection", "magnetometer", "microphone", "midi", "payment", "publickey-credentials-create",
            "publickey-credentials-get", "serial", "storage-access", "usb",
        ),
        "",
    ),
    **dict.fromkeys(
        (
            "accelerometer", "autoplay", "clipboard-write", "fullscreen", "gyroscope", "screen-wake-lock",
            "xr-spatial-tracking",
        ),
        "self",
    ),
}  # fmt: skip
# The admin may also ask for a passkey.
ADMIN_PERMISSIONS = dict.fromkeys(("publickey-credentials-create", "publickey-credentials-get"), "self")

# Who asks: proxies that may say for whom they ask (addresses, networks, "unix" for a socket file).
TRUSTED_PROXIES = [
    part.strip() for part in os.environ.get("TRUSTED_PROXIES", "127.0.0.1,::1,unix").split(",") if part.strip()
]
# How often one address may ask. A school or a library often has one address for everybody.
RATE_LIMITS = {
    "sign-in": Limit(30, 5 * 60, r"/admin/login/"),
    "second-factor": Limit(30, 5 * 60, r"/admin/second-factor/.*"),
    "password-reset": Limit(10, 60 * 60, r"/admin/password_reset/.*"),
    "search": Limit(300, 60, r"/\w+/(search|road)/", ("GET", "HEAD")),
    "suggestions": Limit(1200, 60, r"/\w+/.*suggest/", ("GET", "HEAD")),
    "visitors-forms": Limit(60, 10 * 60, r"/(?!admin/).*"),
    # Counted where a picture is really made (museum.iiif.views), not where a kept one is sent.
    "pictures-made": Limit(1200, 60),
}
# The admin on a host of its own, and for these addresses and networks alone; 404 for everybody else. Blank: everywhere.
ADMIN_HOST = os.environ.get("ADMIN_HOST", "")
ADMIN_ADDRESSES = [part.strip() for part in os.environ.get("ADMIN_ADDRESSES", "").split(",") if part.strip()]

# Signing in. The second factor is asked of whoever may publish or administer.
SECOND_FACTOR_REQUIRED = False
SESSION_COOKIE_AGE = 12 * 3600
SESSION_IDLE_SECONDS = 2 * 3600
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
PASSWORD_RESET_TIMEOUT = 4 * 3600
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    "django.contrib.auth.hashers.ScryptPasswordHasher",
]
OTP_WEBAUTHN_HELPER_CLASS = "museum.accounts.passkeys.AdminWebAuthnHelper"
OTP_WEBAUTHN_RP_ID_CALLABLE = "museum.accounts.passkeys.relying_party"
OTP_WEBAUTHN_RP_NAME = "Rihla"
OTP_WEBAUTHN_ALLOW_PASSWORDLESS_LOGIN = False
# The helper above says which origins are allowed: the one that the admin is open at.
SILENCED_SYSTEM_CHECKS = ["otp_webauthn.E030"]

# Wrong passwords: for one name from one address, counted in the database for every server, forgotten when the lock is over
# (`manage.py forget_expired`). Nobody can lock a curator out from elsewhere.
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AXES_FAILURE_LIMIT = 6
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
AXES_CLIENT_IP_CALLABLE = "museum.core.clients.client_address"
AXES_LOCKOUT_CALLABLE = "museum.accounts.lockout.locked_out"
