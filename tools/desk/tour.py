# SPDX-License-Identifier: GPL-3.0-or-later
"""./run --tour DIR: plays the main job through the real screens and keeps one picture per page and state."""
import signal

from display import Desktop
from hall import Hall
from journey import CARD, Journey
from person import NotThere


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
    except (NotThere, AssertionError, RuntimeError) as failure:
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
    import subprocess
    subprocess.run(["import", "-window", "root", "-resize", "50%", str(path)], env=desktop.env, check=True)


def walk(hall, journey, album):
    kiosk = hall.start_app("kiosk")
    board = hall.start_app("board", device=journey.board_device["id"])
    board720 = hall.start_app("board720", device=journey.board_device["id"])
    terminal = hall.start_app("window")
    outer = hall.start_app("outer")
    admin = hall.start_app("admin")

    kiosk.wait_page("home")
    album.keep(kiosk, "home")
    board.wait_page("board")
    album.keep(board, "empty")
    outer.wait_page("closed")
    album.keep(outer, "closed")

    kiosk_pages(hall, journey, album, kiosk)

    journey.sign_in(terminal, journey.clerk, "work")
    album.keep(terminal, "work")
    outer.wait_page("idle")
    album.keep(outer, "staff-card")
    journey.sign_in(admin, journey.admin, "dashboard")
    album.keep(admin, "dashboard")

    number = journey.take_number(kiosk, card=True)
    journey.leave_ticket(kiosk)
    album.keep(terminal, "queue")
    journey.call_until(terminal, number)
    board.until("the call is not on the board", lambda: any(
        call["number"] == number for call in board.state().get("calls", [])))
    album.keep(board, "call")
    album.keep(board720, "call")
    album.keep(terminal, "calling")
    outer.wait_page("called")
    album.keep(outer, "called")
    journey.start(terminal)
    outer.wait_page("serving")
    album.keep(outer, "serving")
    album.keep(terminal, "serving")
    journey.finish(terminal)
    album.keep(terminal, "finished")
    journey.rate(outer, 5)
    admin.until("the dashboard did not count it", lambda: int(admin.text("figure-served") or 0) > 0)
    album.keep(admin, "dashboard-after")

    terminal.key("F8")
    terminal.touch("pause-reason-1")
    outer.wait_page("paused")
    album.keep(outer, "paused")
    album.keep(terminal, "paused")
    terminal.key("F8")
    outer.wait_page("idle")

    for page in ("hall", "areas", "departments", "items", "queues", "windows", "staff", "devices", "audit"):
        admin.touch(f"nav-{page}")
        admin.wait_page(page)
        album.keep(admin, page)

    hall.server.send_signal(signal.SIGKILL)
    hall.server.wait()
    for screen in (kiosk, board, terminal, outer, admin):
        screen.until("it did not say that the server is away", lambda s=screen: s.state().get("online") is False, 60)
        album.keep(screen, "offline")
    hall.start_server()
    for screen in (kiosk, board, terminal, outer, admin):
        screen.until("it did not come back", lambda s=screen: s.state().get("online") is True, 60)


def kiosk_pages(hall, journey, album, kiosk):
    """Every page of the kiosk by touch, in Chinese, English, large type, high contrast and low reach."""
    number = journey.take_number(kiosk)
    journey.leave_ticket(kiosk)

    kiosk.touch("tile-lookup")
    kiosk.wait_page("lookup")
    album.keep(kiosk, "lookup")
    kiosk.touch("back")
    kiosk.wait_page("home")

    kiosk.touch("searchField")
    kiosk.wait_page("search")
    album.keep(kiosk, "search")
    initial = journey.item.get("nameEn", "G")[0].upper()
    kiosk.touch("key-G")
    kiosk.until("letters did not narrow", lambda: kiosk.list("item-"))
    album.keep(kiosk, f"search-letters-{initial}")
    kiosk.touch("home")
    kiosk.wait_page("home")

    for mode, button in (("en", "bar-language"), ("large", "bar-large-type"), ("contrast", "bar-contrast"),
                         ("low", "bar-low-reach")):
        kiosk.touch(button)
        album.mode = mode
        album.keep(kiosk, "home")
        kiosk.touch("tile-take-number")
        kiosk.wait_page("departments")
        album.keep(kiosk, "departments")
        kiosk.touch("home")
        kiosk.wait_page("home")
        if mode == "en":
            journey.take_number(kiosk)
            journey.leave_ticket(kiosk)
        # Leaving clears what was chosen: language and type are the next visitor's own again, or are switched back.
        kiosk.touch(button)
    album.mode = "zh"

    hall.emulators["printer"].say("paper out")
    try:
        kiosk.touch("tile-take-number")
        kiosk.wait_page("departments")
        album.keep(kiosk, "paper-out")
        kiosk.touch("home")
    finally:
        hall.emulators["printer"].say("paper ok")
    hall.emulators["reader"].say(CARD)
    kiosk.wait_page("departments")
    album.keep(kiosk, "card-laid")
    hall.emulators["reader"].say("remove")
    kiosk.touch("home")
    kiosk.wait_page("home")
    return number
