# SPDX-License-Identifier: GPL-3.0-or-later
"""One device's connection to the server, for people who are only imagined: the crowd of ./run --crowd."""
import http.client
import json
import secrets
import urllib.parse


class Refused(Exception):
    """The server answered, and not with a success."""

    def __init__(self, status, problem):
        super().__init__(f"{status} {problem.get('code', '')}")
        self.status = status
        self.code = problem.get("code", "")


class Device:
    """post() gives the answer's JSON, raises Refused, or OSError when the server cannot be reached."""

    def __init__(self, url, token):
        self.place = urllib.parse.urlsplit(url).netloc
        self.headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        self.link = None

    def post(self, path, body=None):
        # One key for all attempts: a write whose answer was lost is not done twice.
        headers = dict(self.headers, **{"Idempotency-Key": secrets.token_hex(16)})
        for attempt in (1, 2):
            try:
                if self.link is None:
                    self.link = http.client.HTTPConnection(self.place, timeout=20)
                self.link.request("POST", "/api/v1" + path, json.dumps(body or {}), headers)
                answer = self.link.getresponse()
                text = answer.read()
                break
            except (OSError, http.client.HTTPException) as failure:
                self.link.close()
                self.link = None
                if attempt == 2:  # a kept connection may have been closed meanwhile; a new one tells
                    raise OSError(str(failure)) from failure
        content = json.loads(text) if text else {}
        if answer.status >= 400:
            raise Refused(answer.status, content)
        return content

    def sign_in(self, account, password):
        self.headers.pop("Atrium-Session", None)
        self.headers["Atrium-Session"] = self.post("/session", {"account": account, "password": password})["token"]
