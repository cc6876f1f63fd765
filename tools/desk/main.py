# SPDX-License-Identifier: GPL-3.0-or-later
"""./run: starts the demonstration hall on this desktop, or on a virtual one, or plays the tour."""
import argparse
import pathlib
import signal
import subprocess
import sys
import time

from crowd import Crowd
from display import Desktop
from hall import APPS, ROOT, Hall


PROGRAMS = ("kiosk", "board", "window", "desk", "outer", "admin")


def fitting(place, number, env):
    """Where the number-th window goes on the desktop that is there: as large as it should be, or as large as fits."""
    size = subprocess.run(["xdotool", "getdisplaygeometry"], env=env, capture_output=True, text=True, check=True)
    width, height = map(int, size.stdout.split())
    step, frame = 40, 60
    room = (width - step * len(PROGRAMS), height - step * len(PROGRAMS) - frame)
    scale = min(1.0, room[0] / place[2], room[1] / place[3])
    return number * step, frame + number * step, int(place[2] * scale), int(place[3] * scale)


def main():
    parser = argparse.ArgumentParser(prog="./run", description="Runs Atrium's demonstration hall. Ctrl-C ends all of it.")
    parser.add_argument("--headless", action="store_true", help="on a virtual display")
    parser.add_argument("--tour", metavar="DIR", type=pathlib.Path,
                        help="play the main job on a virtual display and leave a picture of every page in DIR")
    parser.add_argument("--build", metavar="DIR", type=pathlib.Path, default=ROOT / "build/release", help=argparse.SUPPRESS)
    parser.add_argument("--data", metavar="DIR", type=pathlib.Path,
                        help="keep the hall's data here (default: a temporary folder, removed at the end)")
    parser.add_argument("--crowd", metavar="PACE", nargs="?", type=float, const=4.0,
                        help="the other kiosks and windows are busy too, PACE times as fast as in life (4)")
    options = parser.parse_args()
    if options.crowd is not None and not 0.1 <= options.crowd <= 60:
        parser.error("--crowd: a pace from 0.1 to 60")

    # Whoever ends this, by the terminal's window too, ends all of it in order.
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, lambda *_: sys.exit(0))
    if options.tour:
        from tour import play
        return play(options.build, options.tour)

    desktop = Desktop(options.headless)
    hall = Hall(options.build, desktop, options.data)
    crowd = None
    try:
        print(f"服务器 server: {hall.start_server()}  (ticket pages /t/…, API /api/openapi.json, /metrics)", flush=True)
        hall.start_emulators()
        hall.start_emulators(owner="desk-")
        print(f"模拟设备 emulated reader, printer, scanner: control sockets in {hall.run_dir}\n"
              f"  lay a card:   echo 'card resident 张伟 11010519491231002X' | socat - UNIX:{hall.run_dir}/reader.control\n"
              f"  take it away: echo remove | socat - UNIX:{hall.run_dir}/reader.control\n"
              f"  printed tickets appear in {hall.run_dir}/printer-out\n"
              f"  the service desk has its own: desk-reader.control …, {hall.run_dir}/desk-printer-out", flush=True)
        for number, name in enumerate(PROGRAMS):
            if options.headless:
                hall.start_app(name)
            else:
                hall.start_app(name, geometry=fitting(APPS[name][2], number, desktop.env), extra=["--framed"])
            print(APPS[name][3], flush=True)
        if options.crowd is not None:
            crowd = Crowd(hall.url, ROOT / "server/data/hall", hall.data / "devices", options.crowd)
            crowd.start()
            print(f"人群 crowd: 44 windows and five kiosks at work, {options.crowd:g} times as fast as in life", flush=True)
        print("口令 demonstration accounts: docs/hall-package.md. Ctrl-C ends all.", flush=True)
        while all(process.poll() is None for process in hall.apps.values()):
            time.sleep(0.5)
        print("An app was closed; the hall ends.")
    except KeyboardInterrupt:
        print("\nThe hall closes.")
    finally:
        if crowd:
            crowd.stop()
        hall.close()
        desktop.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
