# SPDX-License-Identifier: GPL-3.0-or-later
"""A server, an emulated printer and the kiosk's printing core, for tests of what becomes of a ticket."""
import os
import pathlib
import queue
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[3]
ITEM = "item-company-formation-registration"
DEVICE = "kiosk-01"


def until(what, condition, seconds=60):
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"{what}: not within {seconds} s")
        time.sleep(0.005)


class Checks:
    """Counts what was found as it should be."""

    def __init__(self):
        self.passed = 0

    def check(self, what, fine, detail=""):
        if not fine:
            raise AssertionError(f"{what}: {detail}")
        self.passed += 1
        print(f"ok {self.passed} {what}", flush=True)


class Kiosk:
    """One run of the printing core; ends with kill() or stop(), or because the emulator kills it."""

    PROGRAM = "print-kiosk"

    def __init__(self, bench):
        env = dict(os.environ, QT_QPA_PLATFORM="offscreen", LANG="zh_CN.UTF-8", TZ="Asia/Shanghai")
        self.process = subprocess.Popen(
            [bench.bin / self.PROGRAM, "--server", bench.url, "--token-file",
             bench.folder / "devices" / f"{bench.device}.token", "--data", bench.folder / "kiosk", "--printer",
             f"escpos:{bench.link}?width=80"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=bench.log,
            env=env, text=True, bufsize=1)
        self.lines = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line.split())
        self.lines.put(None)

    def say(self, line):
        try:
            self.process.stdin.write(line + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass

    def state(self):
        """page, number, printer, and whether reports wait; {} when it has ended."""
        self.say("state")
        while True:
            line = self.lines.get(timeout=60)
            if line is None:
                return {}
            if line[0] == "state":
                return {"page": line[1], "number": line[2], "printer": line[3],
                        "waiting": int(line[4].split("=")[1]), "offers": line[5] == "offers=1", "known": line[6] != "items=0"}

    def wait(self, what, **wanted):
        def fits():
            now = self.state()
            assert now, f"the kiosk ended while waiting for {what}"
            return now if all(now[key] == value for key, value in wanted.items()) else None
        try:
            return until(what, fits)
        except AssertionError as late:
            raise AssertionError(f"{late}; {wanted} wanted, {self.state()} seen") from None

    def wait_ready(self, printer="ready"):
        """Connected, the printer's state known, every report of earlier runs delivered."""
        while (line := self.lines.get(timeout=60)) != ["online"]:
            assert line is not None, "the kiosk ended at its start"
        self.wait("ready", printer=printer, waiting=0, known=True)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.ended()

    def ended(self):
        self.process.wait(60)
        self.process.stdin.close()

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
        self.ended()


class Bench:
    def __init__(self, build, device=DEVICE, program=Kiosk):
        self.device = device
        self.program = program
        self.bin = pathlib.Path(build) / "bin"
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="atrium-printing."))
        self.log = open(self.folder / "log", "ab")
        self.kiosks = []
        self.link = self.folder / "printer"
        self.paper = self.folder / "paper"
        self.control = self.folder / "control"
        self.server = self._start(
            ["atrium-server", "--demonstration", "--hall-package", ROOT / "server/data/hall", "--data",
             self.folder / "server", "--keys", self.folder / "keys", "--device-dir", self.folder / "devices",
             "--port", 0, "--port-file", self.folder / "port"])
        self.printer = self._start(
            ["atrium-emulate-printer", "--link", self.link, "--control", self.control, "--out", self.paper])
        until("the server", lambda: (self.folder / "port").exists() and (self.folder / "port").read_text().strip(), 180)
        until("the printer", lambda: self.link.exists() and self.control.exists())
        self.url = f"http://127.0.0.1:{int((self.folder / 'port').read_text())}"

    def _start(self, command):
        return subprocess.Popen([str(self.bin / command[0]), *map(str, command[1:])], stdin=subprocess.PIPE,
                                stdout=self.log, stderr=self.log)

    def kiosk(self, printer="ready"):
        kiosk = self.program(self)
        self.kiosks.append(kiosk)
        kiosk.wait_ready(printer)
        return kiosk

    def tell(self, line):
        """A command for the emulated printer."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as link:
            link.settimeout(20)
            link.connect(str(self.control))
            link.sendall(line.encode() + b"\n")
            with link.makefile() as answers:
                answer = answers.readline().strip()
        assert answer.startswith("ok"), answer
        return dict(part.split("=") for part in answer.split()[1:])

    def tickets(self):
        """{id: (number, state, print state)} as the server keeps them."""
        database = next((self.folder / "server").glob("*.db"))
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=20) as db:
            rows = db.execute("SELECT id, number, state, print_state FROM ticket WHERE device_id = ?", (self.device,))
            return {row[0]: row[1:] for row in rows}

    def papers(self):
        """The QR texts of all pieces of paper so far, in order; "" for a piece without one."""
        found = []
        for piece in sorted(self.paper.glob("*.pbm")):
            grey = self.folder / "piece.pgm"
            subprocess.run(["convert", str(piece), "-bordercolor", "white", "-border", "30", "-depth", "8",
                            "-colorspace", "Gray", str(grey)], check=True)
            found.append(subprocess.run([str(self.bin / "read-qr"), str(grey)], capture_output=True,
                                        text=True).stdout.strip())
        return found

    def close(self):
        for process in [k.process for k in self.kiosks] + [self.printer, self.server]:
            if process.poll() is None:
                process.terminate()
            process.wait(60)
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)
