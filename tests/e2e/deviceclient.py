# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests as a device's program would send them, for what no screen shows."""
import json
import secrets
import urllib.error
import urllib.request


class Device:
    """Asks the server with a device's own token, as its program would."""

    def __init__(self, hall, name):
        self.url = hall.url + "/api/v1"
        self.headers = {"Authorization": "Bearer " + (hall.data / "devices" / f"{name}.token").read_text().strip()}

    def ask(self, method, path, body=None, **headers):
        """(status, body) of the answer, whatever it is."""
        data = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, dict(
            {"Content-Type": "application/json", "Idempotency-Key": secrets.token_hex(16)}, **self.headers, **headers),
            method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read()

    def sign_in(self, account):
        status, body = self.ask("POST", "/session", {"account": account[0], "password": account[1]})
        assert status == 200, body
        self.headers["Atrium-Session"] = json.loads(body)["token"]

    def record(self, kind, wanted):
        """The record as this device sees it, from a snapshot."""
        for line in self.ask("GET", "/snapshot")[1].splitlines()[1:]:
            change = json.loads(line)
            if change["kind"] == kind and change["id"] == wanted:
                return change["record"]
        raise AssertionError(f"{kind} {wanted} is not in the snapshot")
