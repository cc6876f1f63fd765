# SPDX-License-Identifier: GPL-3.0-or-later
"""./run --tour DIR: plays the main job through the real screens and keeps one picture per page and state."""
import subprocess

from busyscenes import BusyScenes
from display import Desktop
from hall import Hall
from journey import Journey
from kioskscenes import KioskScenes
from person import NotThere
from staffscenes import StaffScenes


class Album:
    """Numbered pictures, so that a person can leaf through them: 014-kiosk-zh-ticket.png."""

    def __init__(self, folder):
        self.folder = folder
        self.folder.mkdir(parents=True, exist_ok=True)
        self.count = 0
        self.mode = "zh"

    def keep(self, screen, name):
        self.count += 1
        path = self.folder / f"{self.count:03d}-{screen.name}-{self.mode}-{name}.png"
        screen.picture(path)
        print(f"  {path.name}", flush=True)


def play(build, folder):
    """Returns 0 when every step led where a person's path should lead."""
    desktop = Desktop(headless=True)
    hall = Hall(build, desktop, log=folder / "logs")
    album = Album(folder)
    try:
        hall.start_server()
        hall.start_emulators()
        journey = Journey(hall, album.keep)
        walk(hall, journey, album)
    except (NotThere, AssertionError, RuntimeError, OSError, subprocess.SubprocessError) as failure:
        album.keep(type("Desk", (), {"name": "desk", "picture": staticmethod(
            lambda path: whole(desktop, path))})(), "failed")
        print(f"FAILED: {failure}")
        return 1
    finally:
        hall.close()
        desktop.close()
    print(f"{album.count} pictures in {folder}")
    return 0


def whole(desktop, path):
    subprocess.run(["import", "-window", "root", "-resize", "50%", str(path)], env=desktop.env, check=True)


def walk(hall, journey, album):
    # Boards of the same area: one big, one small; the small one is a device of its own.
    screens = {name: hall.start_app(name, device=device) for name, device in (
        ("kiosk", None), ("board", journey.board_device["id"]), ("board720", journey.other_board["id"]),
        ("window", None), ("outer", None), ("admin", None))}
    kiosk, board = screens["kiosk"], screens["board"]
    for each in (board, screens["board720"]):
        each.wait_page("board")
        album.keep(each, "nobody-called")

    KioskScenes(hall, journey, album, kiosk).play()

    staff = StaffScenes(hall, journey, album, screens)
    staff.sign_in()
    number = journey.take_number(kiosk, card=True)
    journey.leave_ticket(kiosk)
    staff.serve_one(number)
    number = journey.take_number(kiosk)
    journey.leave_ticket(kiosk)
    staff.pass_over(number)
    staff.pause()
    staff.outer_modes()
    staff.admin_pages()
    staff.server_away()
    BusyScenes(hall, album, screens).play()
    staff.service_desk()
