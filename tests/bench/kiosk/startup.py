#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From exec to a list that a touch opened: the kiosk with 50,000 names, the same page from constants, an empty window.

A run begins with the exec. As soon as the home page's first tile is on the screen it is touched, and the run ends with
the frame that shows the list of departments, seen from outside in the pixels of a virtual display. The empty window
ends with its first frame. Runs of the three alternate; the median counts.

usage: startup.py BUILD-DIR [--tiny]   (20 runs each; --tiny: 2 runs and 5,000 names, and no judgement of the times)
"""
import json
import os
import pathlib
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

from xscreen import Screen

ROOT = pathlib.Path(__file__).resolve().parents[3]
TILE = (70, 405)       # in the blue tile 现场取号 of the home page; the same place is light on the page of departments
ROWS = [(300, y) for y in range(840, 1000, 40)]  # one of them at least lies in a row of the list
PATIENCE = 60


def package(name):
    return json.loads((ROOT / "server/data/hall" / name).read_text(encoding="utf-8"))


def write_replica(build, folder, names):
    """A kiosk's data folder as a server would have left it: the demonstration hall, and so many service items."""
    folder.mkdir(mode=0o700)
    (folder / "token").write_text("token\n")
    (folder / "token").chmod(0o600)
    items = [item for file in sorted((ROOT / "server/data/hall/service-items").glob("*.json"))
             for item in json.loads(file.read_text(encoding="utf-8"))]
    hall = package("hall.json")
    records = {"hall": hall if isinstance(hall, list) else [hall], "department": package("departments.json"),
               "queue": package("queues.json"), "window": package("windows.json"), "area": package("areas.json")}
    records["serviceItem"] = [
        {key: value for key, value in dict(items[n % len(items)], id=f"item-{n}", name=f"{items[n % len(items)]['name']}"
                                           f"{n}").items()} for n in range(names)]
    # The kiosk makes the file itself; a run that nobody answers leaves an empty one.
    with Silent() as address:
        process = start_kiosk(build, folder, address, dict(os.environ, QT_QPA_PLATFORM="offscreen"))
        end = time.monotonic() + PATIENCE
        while not (folder / "replica.sqlite").exists() or not has_tables(folder / "replica.sqlite"):
            assert time.monotonic() < end, "the kiosk made no replica"
            time.sleep(0.05)
        process.terminate()
        process.wait(20)
    with sqlite3.connect(folder / "replica.sqlite") as db:
        db.executemany("INSERT INTO records(generation, kind, id, record) VALUES(0, ?, ?, ?)",
                       [(kind, record["id"], json.dumps(record, ensure_ascii=False))
                        for kind, rows in records.items() for record in rows])
        db.executemany("INSERT OR REPLACE INTO meta(name, value) VALUES(?, ?)",
                       [("position", 1), ("day", 20261122), ("hallId", records["hall"][0]["id"]), ("generation", 0)])


def has_tables(file):
    try:
        with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as db:
            return db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'records'").fetchone()[0] == 1
    except sqlite3.Error:
        return False


class Silent:
    """A server that never answers, so that neither its speed nor its absence shows on the screen."""

    def __enter__(self):
        self.link = socket.create_server(("127.0.0.1", 0), backlog=64)
        return f"http://127.0.0.1:{self.link.getsockname()[1]}"

    def __exit__(self, *_):
        self.link.close()


def start_kiosk(build, folder, address, env):
    return subprocess.Popen([build / "bin/atrium-kiosk", "--server", address, "--data", folder, "--place",
                             "1080x1920+0+0"], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def is_blue(pixel):
    return pixel[2] > pixel[0] + 60


def is_white(pixel):
    return min(pixel) > 250


def is_shown(pixel):
    return max(pixel) > 0


class Stopwatch:
    def __init__(self, screen):
        self.screen = screen

    def until(self, what, condition, process):
        end = time.monotonic() + PATIENCE
        while not condition():
            if process.poll() is not None or time.monotonic() > end:
                raise AssertionError(f"{what} did not come; the pixel is {self.screen.pixel(TILE)}")
            time.sleep(0.0005)

    def run(self, start, touches=True):
        self.until_dark()
        begin = time.perf_counter()
        process = start()
        try:
            if touches:
                self.until("the home page", lambda: is_blue(self.screen.pixel(TILE)), process)
                self.screen.touch(TILE)
                self.until("the list", self.list_is_shown, process)
            else:
                self.until("the window", lambda: is_shown(self.screen.pixel(TILE)), process)
            return (time.perf_counter() - begin) * 1000
        finally:
            process.terminate()
            process.wait(20)

    def list_is_shown(self):
        return min(self.screen.pixel(TILE)) > 200 and any(is_white(self.screen.pixel(place)) for place in ROWS)

    def until_dark(self):
        while is_shown(self.screen.pixel(TILE)):
            time.sleep(0.005)


def measure(build, folder, runs, names):
    write_replica(build, folder / "kiosk", names)
    screen = Screen(1080, 1920)
    env = dict(os.environ, DISPLAY=screen.name, LANG="zh_CN.UTF-8", TZ="Asia/Shanghai", XDG_RUNTIME_DIR=str(folder),
               HOME=str(folder))
    env.pop("QT_QPA_PLATFORM", None)
    quiet = {"env": env, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    watch = Stopwatch(screen)
    times = {"kiosk": [], "constants": [], "empty": []}
    try:
        with Silent() as address:
            # The first run of each warms the cache and does not count.
            for number in range(runs + 1):
                took = {
                    "kiosk": watch.run(lambda: start_kiosk(build, folder / "kiosk", address, env)),
                    "constants": watch.run(lambda: subprocess.Popen([build / "bin/kiosk-constants"], **quiet)),
                    "empty": watch.run(lambda: subprocess.Popen([build / "bin/kiosk-constants", "--empty"], **quiet),
                                       touches=False)}
                if number > 0:
                    for name, value in took.items():
                        times[name].append(value)
    finally:
        screen.close()
    return times


def main():
    tiny = "--tiny" in sys.argv
    folder = pathlib.Path(tempfile.mkdtemp(prefix="atrium-startup."))
    folder.chmod(0o700)
    try:
        times = measure(pathlib.Path(sys.argv[1]), folder, 2 if tiny else 20, 5_000 if tiny else 50_000)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    median = {name: statistics.median(values) for name, values in times.items()}
    for name, values in times.items():
        print(f"{name}: median {median[name]:.0f} ms of {len(values)}, {min(values):.0f} to {max(values):.0f}")
    to_constants, to_empty = median["kiosk"] / median["constants"], median["kiosk"] / median["empty"]
    print(f"kiosk / constants {to_constants:.2f} (at most 1.5), kiosk / empty {to_empty:.2f} (at most 4)")
    return 0 if tiny or (to_constants <= 1.5 and to_empty <= 4) else 1


if __name__ == "__main__":
    sys.exit(main())
