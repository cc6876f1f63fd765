#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A hall that is not the demonstration begins as docs/operation.md says, with the server alone.

The least package is imported, its administrator gets a password and its device a code at the command line; with them
somebody signs in, makes the first records, and a kiosk enrols by a code from there.
usage: newhall.py BUILD-DIR
"""
import json
import pathlib
import signal
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools/desk"))

from display import wait_until  # noqa: E402

PACKAGE = pathlib.Path(__file__).resolve().parents[2] / "server/data/new-hall"
PASSWORD = "correct horse battery"
PATIENCE = 60


class NewHall:
    def __init__(self, build, folder):
        self.program = pathlib.Path(build) / "bin/atrium-server"
        self.settings = folder / "hall.conf"
        self.port_file = folder / "port"
        self.settings.write_text(f"# the hall\ndata = {folder / 'data'}\nkeys = {folder / 'keys'}\nport = 0\n"
                                 f"port-file = {self.port_file}\n")
        self.server = None

    def task(self, *words, said=""):
        done = subprocess.run([self.program, "--config", self.settings, *words], input=said, text=True,
                              capture_output=True, timeout=PATIENCE)
        return done.returncode, done.stdout + done.stderr

    def start(self):
        self.server = subprocess.Popen([self.program, "--config", self.settings])
        wait_until(self.port_file.exists, "the server", self.server, PATIENCE)

    def ask(self, method, path, body=None, **headers):
        """(status, body) of the answer, whatever it is."""
        url = f"http://127.0.0.1:{self.port_file.read_text().strip()}/api/v1{path}"
        request = urllib.request.Request(url, None if body is None else json.dumps(body).encode(),
                                         {"Content-Type": "application/json", **headers}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, json.loads(answer.read() or "null")
        except urllib.error.HTTPError as refused:
            return refused.code, json.loads(refused.read() or "null")


def walk(hall):
    status, said = hall.task()
    assert status != 0 and "atrium-server import PACKAGE" in said, said  # an empty database says what to do
    status, said = hall.task("import", str(PACKAGE))
    assert status == 0 and "7 records written, 0 unchanged" in said, said
    status, said = hall.task("import", str(PACKAGE))
    assert status == 0 and "0 records written, 7 unchanged" in said, said
    status, said = hall.task("password", "staff-admin", said=PASSWORD + "\n")
    assert status == 0, said
    hall.start()
    status, code = hall.task("code", "admin-01")
    assert status == 0, code
    status, enrolled = hall.ask("POST", "/enrolment", {"code": code.strip(), "kind": "admin"})
    assert status == 200, enrolled
    headers = {"Authorization": "Bearer " + enrolled["token"]}
    status, session = hall.ask("POST", "/session", {"account": "admin", "password": PASSWORD}, **headers)
    assert status == 200, session
    headers["Atrium-Session"] = session["token"]

    common = {"hallId": "hall", "version": 0}
    for kind, record in (
            ("floor", {"id": "floor-1", "name": "一楼", "nameEn": "First floor", "ordinal": 1}),
            ("device", {"id": "kiosk-01", "kind": "kiosk", "name": "K01", "floorId": "floor-1"})):
        status, answer = hall.ask("PUT", f"/records/{kind}/{record['id']}", {**common, **record}, **headers)
        assert status in (200, 201), answer
    status, given = hall.ask("POST", "/devices/kiosk-01/code", {}, **headers)
    assert status == 200, given
    status, kiosk = hall.ask("POST", "/enrolment", {"code": given["code"], "kind": "kiosk"})
    assert status == 200 and kiosk["device"]["name"] == "K01", kiosk
    status, audit = hall.ask("GET", "/audit?limit=50", **headers)
    acts = {entry["action"] for entry in audit["entries"]}
    assert {"staff.password", "device.code"} <= acts, acts


def main():
    with tempfile.TemporaryDirectory(prefix="atrium-newhall.") as folder:
        hall = NewHall(sys.argv[1], pathlib.Path(folder))
        try:
            walk(hall)
        finally:
            if hall.server:
                hall.server.send_signal(signal.SIGTERM)
                ended = hall.server.wait(PATIENCE)
        assert ended == 0, ended
    print("ok a new hall begins", flush=True)


if __name__ == "__main__":
    main()
