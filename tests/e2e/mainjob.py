#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole main job with the real programs on a virtual desktop.

A card's bytes go in at the reader's pseudo-terminal; the printer's emulator receives the paper; decoders that share
nothing with the driver read number and QR from those bytes; the window calls it; the board's picture carries it; the
recorded sound is nearer to the right sentence than to twenty near ones (another window, turned digits, another
digit); the rating arrives; the dashboard counts it.

usage: mainjob.py BUILD-DIR [PICTURES-DIR]
"""
import json
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "tools/desk")]

import listening  # noqa: E402
from display import Desktop  # noqa: E402
from hall import Hall  # noqa: E402
from journey import Journey  # noqa: E402


# What a number is made of: a one is not taken for a bracket.
LETTERS = "tessedit_char_whitelist=ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


class MainJob:
    def __init__(self, build, pictures=None):
        self.build = pathlib.Path(build)
        self.pictures = pictures
        self.desktop = Desktop(headless=True)
        self.hall = Hall(self.build, self.desktop, log=(pictures / "logs") if pictures else None)
        self.passed = 0

    def keep(self, screen, name):
        if self.pictures:
            screen.picture(self.pictures / f"{screen.name}-{name}.png")

    def check(self, what, fine, detail=""):
        if not fine:
            raise AssertionError(f"{what}: {detail}")
        self.passed += 1
        print(f"ok {self.passed} {what}", flush=True)

    # -- steps, in order
    def step_start(self):
        self.hall.start_server()
        self.hall.start_emulators()
        self.journey = Journey(self.hall, self.keep)
        self.kiosk = self.hall.start_app("kiosk", extra=["--speech", "off"])
        self.board = self.hall.start_app("board", device=self.journey.board_device["id"])
        self.terminal = self.hall.start_app("window")
        self.outer = self.hall.start_app("outer")
        self.admin = self.hall.start_app("admin")
        self.outer.wait_page("closed", 60)
        self.check("all programs run", True)

    def step_staff_signs_in(self):
        self.journey.sign_in(self.terminal, self.journey.clerk, "work")
        self.outer.wait_page("idle")
        self.check("the outer screen shows who serves", self.outer.state()["staff"] != "", self.outer.state())
        self.journey.sign_in(self.admin, self.journey.admin, "dashboard")
        self.admin.until("the dashboard is empty, or somebody rated before",
                         lambda: self.admin.text("figure-satisfaction") == "–")
        self.served_before = self.figure("served")

    def step_card_becomes_ticket(self):
        begin = time.monotonic()
        self.number = self.journey.take_number(self.kiosk, card=True)
        self.check("a card and two touches give a ticket", re.fullmatch(r"[A-Z]{1,2}\d{3,}", self.number), self.number)
        print(f"# from the card to the ticket page: {time.monotonic() - begin:.1f} s")

    def step_paper_says_the_same(self):
        papers = sorted(self.hall.emulators["printer"].out.glob("*.p[bgn]m")) or \
            sorted(self.hall.emulators["printer"].out.glob("*.png"))
        self.check("one ticket was printed and cut", len(papers) == 1, papers)
        grey = self.hall.run_dir / "ticket.pgm"
        subprocess.run(["convert", str(papers[0]), "-bordercolor", "white", "-border", "30", "-depth", "8",
                        "-colorspace", "Gray", str(grey)], check=True)
        if self.pictures:
            shutil.copy(grey, self.pictures / "paper.pgm")
        self.qr = subprocess.run([str(self.build / "bin/read-qr"), str(grey)], capture_output=True, text=True,
                                 check=True).stdout.strip()
        self.check("the QR holds an id and a check, no identity",
                   re.search(r"/t/[0-9a-f]{32}\.[\w-]+\.[\w-]{16,24}$", self.qr) and "110105" not in self.qr, self.qr)
        read = self.largest_line(grey)
        self.check("the number stands large on the paper", read == self.number, read)

    def step_ticket_page_answers(self):
        path = "/t/" + self.qr.split("/t/")[1]
        with urllib.request.urlopen(self.hall.url + path, timeout=10) as answer:
            page = answer.read().decode()
        self.check("the page behind the QR shows the number", self.number in page)
        self.check("and nothing personal", "张" not in page and "110105" not in page)

    def step_window_calls(self):
        self.journey.leave_ticket(self.kiosk)
        recorder = listening.Recorder("hall", self.desktop.env, self.hall.run_dir / "hall.raw")
        try:
            self.journey.call_until(self.terminal, self.number)
            self.board.until("the call is not on the board", lambda: any(
                call["number"] == self.number for call in self.board.state().get("calls", [])))
            picture = self.hall.run_dir / "board.png"
            self.board.picture(picture)
            place = self.board.wait_for("current-number")
            seen = self.large_type(picture, place, self.board.geometry)
            self.check("the board's picture carries the number", self.number in seen, seen)
            self.board.until("nothing was said", lambda: self.board.state().get("announced", 0) >= 1, 60)
            self.board.until("the announcement did not end", lambda: not self.board.state().get("speaking"), 120)
        finally:
            samples = recorder.stop()
        self.keep(self.board, "call")
        self.check("something was heard", listening.heard(samples), samples.size)
        delay = self.board.state()["lastSoundDelayMs"]
        print(f"# the last announcement began {delay} ms after its frame")
        self.check("the sound came 0 to 500 ms after the picture", 0 <= delay <= 500, delay)
        self.recognised(samples)

    def recognised(self, samples):
        window = self.journey.window["number"]
        scored = listening.recognise_call(samples, self.number, window, self.hall.run_dir)
        self.check("the sound is nearest to the right sentence", scored[0][1] == (self.number, window), scored[:4])

    def step_service_and_rating(self):
        self.outer.wait_page("called")
        self.journey.start(self.terminal)
        self.outer.wait_page("serving")
        self.check("the outer screen shows the number", self.outer.state()["number"] == self.number)
        self.journey.finish(self.terminal)
        self.journey.rate(self.outer, 4)
        self.check("the citizen rated", True)

    def step_dashboard_counts(self):
        self.admin.until("the dashboard did not count the service", lambda: self.figure("served") > self.served_before)
        self.admin.until("the dashboard did not count the rating",
                         lambda: self.admin.text("figure-satisfaction") not in ("", "–"))
        self.keep(self.admin, "dashboard")
        self.check("the dashboard counts it", True)

    def step_server_dies_and_returns(self):
        screens = (self.kiosk, self.board, self.terminal, self.outer, self.admin)
        self.hall.server.kill()
        self.hall.server.wait()
        for screen in screens:
            screen.until("it did not say that the server is away",
                         lambda s=screen: s.state().get("online") is False, 60)
        self.hall.start_server()
        for screen in screens:
            screen.until("it did not come back by itself", lambda s=screen: s.state().get("online") is True, 90)
        number = self.journey.take_number(self.kiosk)
        self.check("after the server's death numbers go on without repetition", number > self.number,
                   f"{self.number} then {number}")

    # -- helpers
    def figure(self, name):
        return int(re.sub(r"\D", "", self.admin.text(f"figure-{name}")) or 0)

    @staticmethod
    def largest_line(picture):
        """What tesseract reads in the tallest line of type in the paper's upper half."""
        side = subprocess.run(["identify", "-format", "%w %h", str(picture)], capture_output=True, check=True).stdout
        width, height = map(int, side.split())
        grey = subprocess.run(["convert", str(picture), "-depth", "8", "gray:-"], capture_output=True,
                              check=True).stdout
        inked = [min(grey[row * width:(row + 1) * width]) < 128 for row in range(height // 2)] + [False]
        lines, top = [], None
        for row, ink in enumerate(inked):
            if ink and top is None:
                top = row
            elif not ink and top is not None:
                lines.append((row - top, top))
                top = None
        tall, top = max(lines)
        line = subprocess.run(["convert", str(picture), "-crop", f"{width}x{tall}+0+{top}", "+repage", "-bordercolor",
                               "white", "-border", "40", "-resize", "50%", "png:-"], capture_output=True,
                              check=True).stdout
        letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
        text = subprocess.run(["tesseract", "-", "-", "--psm", "7", "-l", "eng", "-c",
                               f"tessedit_char_whitelist={letters}"], input=line, capture_output=True,
                              check=True).stdout.decode()
        return re.sub(r"\s", "", text)

    @staticmethod
    def large_type(picture, place, screen):
        """What tesseract reads where something large stands, at the sizes of type it was made for."""
        margin = 24
        crop = (f"{place['width'] + 2 * margin}x{place['height'] + 2 * margin}"
                f"+{place['x'] - screen[0] - margin}+{place['y'] - screen[1] - margin}")
        seen = []
        for size in (15, 20, 25, 60):
            text = subprocess.run(["convert", str(picture), "-crop", crop, "+repage", "-colorspace", "Gray", "-negate",
                                   "-resize", f"{size}%", "png:-"], capture_output=True, check=True).stdout
            seen += subprocess.run(["tesseract", "-", "-", "--psm", "6", "-l", "eng", "-c", LETTERS], input=text,
                                   capture_output=True, check=True).stdout.decode().split()
        return seen

    def run(self):
        # A run that is ended from outside ends what it started, too.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
        try:
            for step in (self.step_start, self.step_staff_signs_in, self.step_card_becomes_ticket,
                         self.step_paper_says_the_same, self.step_ticket_page_answers, self.step_window_calls,
                         self.step_service_and_rating, self.step_dashboard_counts, self.step_server_dies_and_returns):
                print(f"# {step.__name__}", flush=True)
                step()
            print(f"{self.passed} checks passed")
            return 0
        except Exception:
            if self.pictures:
                subprocess.run(["import", "-window", "root", str(self.pictures / "failed.png")], env=self.desktop.env)
            for log in sorted(self.hall.logs.glob("*.log")):
                tail = log.read_text(errors="replace").splitlines()[-15:]
                print(f"--- {log.name}", *tail, sep="\n")
            raise
        finally:
            self.hall.close()
            self.desktop.close()


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    sys.exit(MainJob(sys.argv[1], folder).run())
