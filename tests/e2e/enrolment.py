#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A device's first start: the page for the administrator's code, wrong codes, the right one, and it works.

The real server over TLS with a certificate of its own and the real programs on a virtual display, touched where the
keys stand. The administrator takes the codes at the admin tool, which shows the same digits of the certificate.
usage: enrolment.py BUILD-DIR [PICTURES-DIR]
"""
import json
import re
import secrets
import ssl
import subprocess
import sys
import urllib.request

from stage import stage  # first: it finds the desk's modules

from adminscreen import AdminScreen
from display import wait_until
from hall import APPS
from journey import Journey
from person import Screen

# Program, name of its usual device in the admin tool, of one of another kind, and the page that comes afterwards.
DEVICES = {"kiosk": ("K01", "D03", "home"), "window": ("W03", "K02", "signIn"), "outer": ("D03", "W03", "closed"),
           "board": (None, "K02", "board")}


def own_certificate(folder):
    certificate, key = folder / "hall-cert.pem", folder / "hall-key.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=hall",
                    "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate],
                   check=True, capture_output=True)
    digest = subprocess.run(["openssl", "x509", "-in", certificate, "-noout", "-fingerprint", "-sha256"], check=True,
                            capture_output=True, text=True).stdout
    digits = digest.split("=")[1].strip().replace(":", "").lower()[:20]
    return ["--tls-certificate", certificate, "--tls-key", key], " ".join(re.findall("....", digits))


def by_api(hall, account, path, token_file=None):
    """What an administrator asks of the server; the first time with the token the server wrote for its own desk."""
    token = (token_file or hall.data / "devices" / "admin-01.token").read_text().strip()
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    def post(path, body):
        request = urllib.request.Request(hall.url + "/api/v1" + path, json.dumps(body).encode(),
                                         dict(headers, **{"Idempotency-Key": secrets.token_hex(16)}))
        with urllib.request.urlopen(request, timeout=30, context=ssl._create_unverified_context()) as answer:
            return json.loads(answer.read() or "null")
    headers["Atrium-Session"] = post("/session", {"account": account[0], "password": account[1]})["token"]
    return post(path, {})


def first_code(hall, account, device, token_file=None):
    return by_api(hall, account, f"/devices/{device}/code", token_file)["code"]


class Setup:
    def __init__(self, hall, fingerprint, pictures):
        self.hall = hall
        self.fingerprint = fingerprint
        self.pictures = pictures
        self.account = Journey(hall).admin
        self.admin = None

    def start(self, name, language="zh", x=0):
        """As on the day it is set up: an address and an empty folder."""
        program, device, (_, _, width, height), _ = APPS[name]
        inspect = self.hall.run_dir / f"{name}.inspect"
        inspect.unlink(missing_ok=True)
        more = [] if name == "admin" else ["--speech", "off"]
        self.hall.apps[name] = self.hall._spawn(name, [
            self.hall.bin / program, "--server", self.hall.url, "--data", self.hall.data / "enrolled" / device,
            "--place", f"{width}x{height}+{x}+0", "--inspect", inspect, "--language", language, *more])
        wait_until(inspect.exists, f"app {name}", self.hall.apps[name], 120)
        return Screen(name, inspect, self.hall.desktop.env, (x, 0, width, height), pid=self.hall.apps[name].pid)

    def keep(self, screen, what):
        if self.pictures:
            screen.picture(self.pictures / f"{screen.name}-{what}.png")

    def compare(self, screen):
        """The citizen's or clerk's device shows the digits that the certificate has."""
        screen.until(f"it does not show the fingerprint {self.fingerprint}",
                     lambda: self.fingerprint in screen.text("enrolment-fingerprint"))

    def enter(self, screen, code):
        if screen.name in ("window", "admin"):
            screen.touch("enrolment-code")
            screen.key("ctrl+a")
            screen.type(code.lower())
        else:
            for character in code:
                screen.touch(f"enrol-key-{character}")
        screen.until(f"{code} is not on the screen",
                     lambda: screen.text("enrolment-code").replace(" ", "") == code)
        screen.touch("enrol-send")

    def refused(self, screen, code, what):
        self.enter(screen, code)
        screen.wait_for("enrolment-refusal")
        screen.until("the refused code is still there", lambda: screen.text("enrolment-code").replace(" ", "") != code)
        self.keep(screen, what)

    def admin_tool(self):
        screen = self.start("admin", x=1920)
        screen.wait_page("enrolment")
        self.compare(screen)
        self.keep(screen, "enrolment")
        self.enter(screen, first_code(self.hall, self.account, "admin-01"))
        self.admin = AdminScreen(screen)
        self.admin.sign_in(self.account)
        print("ok the admin tool is enrolled", flush=True)

    def code_of(self, device):
        if device is None:  # its name is not to be typed without an input method; the last one, for it ends a session
            own = self.hall.data / "enrolled" / APPS["admin"][1] / "token"  # the one before is void
            return first_code(self.hall, self.account, APPS["board"][1], own)
        code, words = self.admin.device_code(device)
        assert self.fingerprint in words, f"the admin tool does not show {self.fingerprint}: {words}"
        return code

    def enrol(self, name, device, stranger, page):
        screen = self.start(name, language="en")
        screen.wait_page("enrolment")
        self.compare(screen)
        self.keep(screen, "enrolment-en")
        self.hall.stop_app(name)
        screen = self.start(name)
        screen.wait_page("enrolment")
        self.compare(screen)
        self.keep(screen, "enrolment")
        self.refused(screen, "22222222", "enrolment-wrong")
        self.refused(screen, self.code_of(stranger), "enrolment-other-kind")
        self.keep(self.admin.screen, "code")
        self.enter(screen, self.code_of(device))
        screen.wait_page(page, 60)
        screen.until("it is not connected", lambda: screen.state().get("online"))
        print(f"ok {name} is enrolled and connected", flush=True)
        self.hall.stop_app(name)
        # Token and certificate are kept: the next start goes straight to work.
        screen = self.start(name)
        screen.wait_page(page)
        screen.until("it is not connected", lambda: screen.state().get("online"))
        print(f"ok {name} starts enrolled", flush=True)
        self.shut_out(screen, name, device, page)
        self.hall.stop_app(name)

    def shut_out(self, screen, name, device, page):
        """Its token is no longer good: it says so by itself, and another code lets it in where it stands."""
        own = self.hall.data / "enrolled" / APPS["admin"][1] / "token"
        by_api(self.hall, self.account, f"/devices/{APPS[name][1]}/revoke", own)
        screen.wait_page("enrolment", 60)
        screen.wait_for("enrolment-refusal" if name == "window" else "enrolment-revoked")
        self.keep(screen, "enrolment-revoked")
        # The administrator was signed out by the call above, like everybody who signs in a second time.
        self.enter(screen, by_api(self.hall, self.account, f"/devices/{APPS[name][1]}/code", own)["code"])
        screen.wait_page(page, 60)
        screen.until("it is not connected", lambda: screen.state().get("online"))
        print(f"ok {name} was shut out and let in again", flush=True)
        if device is not None:
            self.admin.sign_in(self.account)


def main():
    with stage((3840, 1920), sys.argv) as (hall, pictures):
        tls, fingerprint = own_certificate(hall.run_dir)
        hall.start_server(tls)
        hall.url = hall.url.replace("http:", "https:")
        setup = Setup(hall, fingerprint, pictures)
        setup.admin_tool()
        for name, (device, stranger, page) in DEVICES.items():
            setup.enrol(name, device, stranger, page)


if __name__ == "__main__":
    main()
