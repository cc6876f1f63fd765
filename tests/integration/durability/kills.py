#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the server at random moments under load and proves that nothing acknowledged is lost or doubled.

Kiosks issue tickets and windows call, start and finish them; every command keeps its idempotency key and is repeated
until it is answered. After the kills the database must hold each acknowledged ticket once and none beside them, also
where a repeated wish met a server that had made its ticket before it died; no number twice, and event numbers without
a gap; and no ticket may have been called to two windows.

usage: kills.py BUILD-DIR [KILLS]      (100 kills or 150 s, whichever is first; ATRIUM_FULL: 1,000 without limit)
"""
import http.client
import json
import os
import pathlib
import random
import secrets
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[3]
PASSWORD = "zhongting-2026"
WINDOWS = ("03", "04", "05")
ITEM = "item-company-formation-registration"


class Server:
    """One server on a port of its own that can be killed and started again over the same data."""

    def __init__(self, build, folder):
        self.binary = pathlib.Path(build) / "bin/atrium-server"
        self.folder = folder
        self.port = 0
        self.process = None

    def start(self):
        port_file = self.folder / "port"
        port_file.unlink(missing_ok=True)
        log = open(self.folder / "server.log", "ab")
        self.process = subprocess.Popen(
            [str(self.binary), "--demonstration", "--hall-package", str(ROOT / "server/data/hall"), "--data",
             str(self.folder / "data"), "--keys", str(self.folder / "keys"), "--device-dir",
             str(self.folder / "devices"), "--port", str(self.port), "--port-file", str(port_file)],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        log.close()
        end = time.monotonic() + 180
        while not (port_file.exists() and port_file.read_text().strip()):
            if self.process.poll() is not None or time.monotonic() > end:
                print((self.folder / "server.log").read_text()[-3000:])
                raise RuntimeError("the server did not start")
            time.sleep(0.01)
        self.port = int(port_file.read_text())

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def token(self, device):
        return (self.folder / "devices" / f"{device}.token").read_text().strip()


class Client:
    """One device's connection. command() repeats until the server answers for good."""

    def __init__(self, server, device, stop):
        self.server = server
        self.stop = stop
        self.link = None
        self.headers = {"Authorization": f"Bearer {server.token(device)}", "Content-Type": "application/json"}

    def once(self, method, path, body, key=None):
        headers = dict(self.headers, **({"Idempotency-Key": key} if key else {}))
        if self.link is None:
            self.link = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        try:
            self.link.request(method, "/api/v1" + path, json.dumps(body) if body is not None else None, headers)
            answer = self.link.getresponse()
            text = answer.read()
            return answer.status, json.loads(text) if text else {}
        except (OSError, http.client.HTTPException, json.JSONDecodeError):
            self.link.close()
            self.link = None
            return None, {}

    def command(self, path, body, method="POST"):
        key = secrets.token_hex(16)
        while True:
            status, answer = self.once(method, path, body, key)
            if status is not None and status not in (429, 503):
                return status, answer
            if self.stop.is_set() and self.server.process.poll() is not None:
                return None, {}
            time.sleep(0.01)

    def sign_in(self, account):
        status, answer = self.command("/session", {"account": account, "password": PASSWORD})
        assert status in (200, 201), (status, answer)
        self.headers["Atrium-Session"] = answer["token"]


class Load:
    def __init__(self, server):
        self.server = server
        self.stop = threading.Event()
        self.acknowledged = {}  # ticket id -> number
        self.calls = {}         # ticket id -> windows it was called to
        self.unanswered = 0     # wishes for a ticket given up at the very end
        self.before = issued(server.folder)
        self.faults = []
        self.lock = threading.Lock()
        self.signed_in = threading.Barrier(len(WINDOWS) + 1)
        self.threads = [threading.Thread(target=self.guard, args=(self.issue, f"kiosk-0{n}")) for n in range(1, 5)]
        self.threads += [threading.Thread(target=self.guard, args=(self.serve, number)) for number in WINDOWS]

    def guard(self, act, who):
        try:
            act(who)
        except Exception as failure:  # a thread that dies silently would prove nothing
            with self.lock:
                self.faults.append(f"{who}: {failure!r}")

    def issue(self, device):
        client = Client(self.server, device, self.stop)
        while not self.stop.is_set():
            status, answer = client.command("/tickets", {"itemId": ITEM, "paper": False})
            if status == 201:
                with self.lock:
                    if answer["ticket"]["id"] in self.acknowledged:
                        self.faults.append(f"ticket {answer['ticket']['id']} was given twice")
                    self.acknowledged[answer["ticket"]["id"]] = answer["ticket"]["number"]
            elif status is None:
                with self.lock:
                    self.unanswered += 1
            else:
                raise AssertionError(f"issue was refused: {status} {answer}")

    def serve(self, number):
        client = Client(self.server, f"window-terminal-{number}", self.stop)
        client.sign_in(f"c10{number}")
        self.signed_in.wait(120)
        window = f"/windows/window-{number}"
        while not self.stop.is_set():
            status, answer = client.command(f"{window}/call", {})
            if status == 401:
                client.sign_in(f"c10{number}")
                continue
            if status is None or answer.get("code") == "nothingWaiting":
                continue
            if status == 200:
                ticket = answer["current"]["ticket"]["id"]
                with self.lock:
                    self.calls.setdefault(ticket, set()).add(number)
            for verb in ("start", "finish"):
                client.command(f"{window}/{verb}", {})

    def run(self, kills):
        for thread in self.threads:
            thread.start()
        # The checks of passwords are slow on purpose; the kills begin when everybody works.
        self.signed_in.wait(120)
        draw = random.Random(kills)
        limit = time.monotonic() + (float("inf") if os.environ.get("ATRIUM_FULL") else 150)
        self.killed = 0
        while self.killed < kills and time.monotonic() < limit:
            self.killed += 1
            time.sleep(draw.uniform(0.05, 0.6))
            self.server.kill()
            self.server.start()
        time.sleep(0.5)
        self.stop.set()
        for thread in self.threads:
            thread.join(60)
            if thread.is_alive():
                self.faults.append("a client never got its answer")


def opened(folder):
    return sqlite3.connect(f"file:{next((folder / 'data').glob('*.db'))}?mode=ro", uri=True)


def issued(folder):
    """Ids of all tickets: the demonstration hall has a history, whose tickets are nobody's here."""
    with opened(folder) as db:
        return {row[0] for row in db.execute("SELECT id FROM ticket")}


def verify(load, folder):
    faults = list(load.faults)
    db = opened(folder)
    stored = {}
    for ticket, number, day in db.execute("SELECT id, number, day FROM ticket"):
        stored[ticket] = (number, day)
    for ticket, number in load.acknowledged.items():
        if stored.get(ticket, (None,))[0] != number:
            faults.append(f"acknowledged ticket {ticket} {number} is stored as {stored.get(ticket)}")
    unknown = stored.keys() - load.acknowledged.keys() - load.before
    if len(unknown) > load.unanswered:
        faults.append(f"{len(unknown)} tickets that nobody was given, {load.unanswered} wishes without an answer")
    doubled = db.execute("SELECT day, queue_id, sequence, count(*) FROM ticket GROUP BY 1, 2, 3 HAVING count(*) > 1")
    faults += [f"a number was used twice: {row}" for row in doubled]
    count, low, high = db.execute("SELECT count(*), min(seq), max(seq) FROM event_log").fetchone()
    if count != high - low + 1:
        faults.append(f"event numbers have gaps: {count} events from {low} to {high}")
    faults += [f"ticket {ticket} was called to windows {windows}" for ticket, windows in load.calls.items()
               if len(windows) > 1]
    return faults, count, len(stored)


def main():
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else (1000 if os.environ.get("ATRIUM_FULL") else 100)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="atrium-kills."))
    server = Server(sys.argv[1], folder)
    begin = time.monotonic()
    try:
        server.start()
        load = Load(server)
        load.run(kills)
        server.process.terminate()
        server.process.wait(60)
        faults, events, tickets = verify(load, folder)
    finally:
        if server.process and server.process.poll() is None:
            server.kill()
        shutil.rmtree(folder, ignore_errors=True)
    for fault in faults[:20]:
        print(fault)
    print(f"{load.killed} of {kills} kills in {time.monotonic() - begin:.0f} s: {len(load.acknowledged)} tickets acknowledged, "
          f"{len(load.calls)} called, {tickets} stored, {events} events, {len(faults)} faults")
    return 1 if faults or len(load.acknowledged) < load.killed or not load.calls else 0


if __name__ == "__main__":
    sys.exit(main())
