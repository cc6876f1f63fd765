#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A device's first start: the page for the administrator's code, a wrong code, the right one, and it works.

The real server and the real programs on a virtual display, touched where the keys stand.
usage: enrolment.py BUILD-DIR [PICTURES-DIR]
"""
import json
import pathlib
import secrets
import sys
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / "tools/desk")]

from display import Desktop, wait_until  # noqa: E402
from hall import APPS, Hall  # noqa: E402
from journey import Journey  # noqa: E402
from person import Screen  # noqa: E402

# Program, its usual device, and the page that comes when it is enrolled.
DEVICES = {"kiosk": "home", "outer": "closed", "board": "board"}


class Administrator:
    """Asks for codes as the admin tool does."""

    def __init__(self, hall, account):
        self.url = hall.url + "/api/v1"
        token = (hall.data / "devices" / "admin-01.token").read_text().strip()
        self.headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        self.headers["Atrium-Session"] = self.post("/session", {"account": account[0], "password": account[1]})["token"]

    def post(self, path, body):
        request = urllib.request.Request(self.url + path, json.dumps(body).encode(),
                                         dict(self.headers, **{"Idempotency-Key": secrets.token_hex(16)}))
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read())

    def code(self, device):
        return self.post(f"/devices/{device}/code", {})["code"]


def start(hall, name):
    """As on the day it is set up: an address and an empty folder."""
    program, device, (_, _, width, height), _ = APPS[name]
    inspect = hall.run_dir / f"{name}.inspect"
    inspect.unlink(missing_ok=True)
    hall.apps[name] = hall._spawn(name, [
        hall.bin / program, "--server", hall.url, "--data", hall.data / "enrolled" / device, "--place",
        f"{width}x{height}+0+0", "--inspect", inspect, "--speech", "off"])
    wait_until(inspect.exists, f"app {name}", hall.apps[name], 120)
    return Screen(name, inspect, hall.desktop.env, (0, 0, width, height), pid=hall.apps[name].pid)


def enrol(hall, administrator, name, page, pictures):
    screen = start(hall, name)
    screen.wait_page("enrolment")
    if pictures:
        screen.picture(pictures / f"{name}-enrolment.png")

    def enter(code):
        for character in code:
            screen.touch(f"enrol-key-{character}")
        screen.until(f"{code} is not on the screen",
                     lambda: screen.text("enrolment-code").replace(" ", "") == code)
        screen.touch("enrol-send")

    enter("22222222")
    screen.wait_for("enrolment-refusal")
    if pictures:
        screen.picture(pictures / f"{name}-enrolment-refused.png")
    enter(administrator.code(APPS[name][1]))
    screen.wait_page(page, 60)
    screen.until("it is not connected", lambda: screen.state().get("online"))
    print(f"ok {name} is enrolled and connected", flush=True)
    hall.stop_app(name)
    # The token is kept: the next start goes straight to work.
    screen = start(hall, name)
    screen.wait_page(page)
    screen.until("it is not connected", lambda: screen.state().get("online"))
    print(f"ok {name} starts enrolled", flush=True)
    hall.stop_app(name)


def main():
    pictures = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    desktop = Desktop(headless=True, size=(1920, 1920), sound=False)
    hall = Hall(sys.argv[1], desktop, log=pictures)
    try:
        hall.start_server()
        administrator = Administrator(hall, Journey(hall).admin)
        for name, page in DEVICES.items():
            enrol(hall, administrator, name, page, pictures)
    except BaseException:
        for log in sorted(hall.logs.glob("*.log")):
            print(f"--- {log.name}", *log.read_text(errors="replace").splitlines()[-15:], sep="\n")
        raise
    finally:
        hall.close()
        desktop.close()


if __name__ == "__main__":
    main()
