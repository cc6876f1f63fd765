# SPDX-License-Identifier: GPL-3.0-or-later
"""The staff's part of the tour: window terminal, outer screen, boards, service desk and admin."""


class StaffScenes:
    def __init__(self, hall, journey, album, screens):
        self.hall = hall
        self.journey = journey
        self.album = album
        self.kiosk = screens["kiosk"]
        self.boards = (screens["board"], screens["board720"])
        self.terminal = screens["window"]
        self.outer = screens["outer"]
        self.admin = screens["admin"]

    def sign_in(self):
        self.outer.wait_page("closed")
        self.album.keep(self.outer, "closed")
        self.journey.sign_in(self.terminal, self.journey.clerk, "work")
        self.album.keep(self.terminal, "work-empty")
        self.outer.wait_page("idle")
        self.album.keep(self.outer, "staff-card")
        self.journey.sign_in(self.admin, self.journey.admin, "dashboard")
        self.album.keep(self.admin, "dashboard-morning")

    def panel(self, key, name):
        """Opens a panel of the window terminal by its key, and Escape closes it."""
        self.terminal.key(key)
        self.terminal.until(f"panel {name} did not open", lambda: self.terminal.state().get("panel") == name)
        self.album.keep(self.terminal, name)
        self.terminal.key("Escape")
        self.terminal.until(f"panel {name} did not close", lambda: self.terminal.state().get("panel") == "")

    def serve_one(self, number):
        self.terminal.until("nobody is waiting", lambda: self.terminal.state().get("waiting", 0) > 0)
        self.album.keep(self.terminal, "queue")
        self.journey.call_until(self.terminal, number)
        for board in self.boards:
            board.until("the call is not on the board", lambda b=board: any(
                call["number"] == number for call in b.state().get("calls", [])))
            self.album.keep(board, "call")
        self.album.keep(self.terminal, "calling")
        self.outer.wait_page("called")
        self.album.keep(self.outer, "called")
        self.journey.start(self.terminal)
        self.outer.wait_page("serving")
        self.album.keep(self.outer, "serving")
        self.album.keep(self.terminal, "serving")
        self.panel("F7", "transfer")
        self.panel("F11", "hold")
        self.show_guide()
        self.bar_alone()
        self.journey.finish(self.terminal)
        self.album.keep(self.terminal, "finished")
        self.journey.rate(self.outer, 5)
        self.admin.until("the dashboard did not count it", lambda: int(self.admin.text("figure-served") or 0) > 0)
        self.album.keep(self.admin, "dashboard-counted")

    def show_guide(self):
        """The clerk lays the item's guide before the citizen, who reads it larger, and in English."""
        self.terminal.key("F9")
        self.outer.wait_page("guide")
        self.album.keep(self.outer, "guide")
        self.album.keep(self.terminal, "shown")
        self.in_outer_modes("guide")
        self.terminal.key("F9")
        self.outer.wait_page("serving")

    def bar_alone(self):
        """The terminal as a bar on top of other programs, and back."""
        for compact, name in ((True, "bar"), (False, "whole-page")):
            self.terminal.touch("bar-compact")
            self.terminal.until("the bar did not change",
                                lambda c=compact: self.terminal.state().get("compact") is c)
            self.album.keep(self.terminal, name)

    def in_outer_modes(self, name):
        """Large type, English, and both, by the outer screen's own switches."""
        for touched, mode in (("large-type", "large"), ("language", "en-large"), ("large-type", "en"),
                              ("language", "zh")):
            self.outer.touch(touched)
            self.album.mode = mode
            if mode != "zh":
                self.album.keep(self.outer, name)

    def pass_over(self, number):
        self.journey.call_until(self.terminal, number)
        self.terminal.key("F6")
        self.terminal.until("the number was not passed over", lambda: self.terminal.state().get("state") == "idle")
        for board in self.boards:
            board.until("the passed number is not on the board", lambda b=board: number in b.state().get("passed", ""))
            self.album.keep(board, "passed")
        self.album.keep(self.terminal, "passed")

    def pause(self):
        self.terminal.key("F8")
        self.terminal.until("no reasons came", lambda: self.terminal.state().get("panel") == "pause")
        self.album.keep(self.terminal, "pause-reasons")
        self.terminal.touch("pause-reason-1")
        # Whoever was served before the passed number may still be rating, for half a minute.
        self.outer.wait_page("paused", 60)
        self.album.keep(self.outer, "paused")
        self.album.keep(self.terminal, "paused")
        self.terminal.key("F8")
        self.outer.wait_page("idle")

    def outer_modes(self):
        self.in_outer_modes("staff-card")

    def admin_pages(self):
        self.every_admin_page()
        self.admin.touch("language")
        self.admin.until("it stayed Chinese", lambda: self.admin.state().get("language") == "en")
        self.album.mode = "en"
        self.every_admin_page()
        self.admin.touch("language")
        self.admin.until("it stayed English", lambda: self.admin.state().get("language") != "en")
        self.album.mode = "zh"

    def every_admin_page(self):
        for page in ("dashboard", "hall", "areas", "departments", "items", "queues", "windows", "staff", "devices",
                     "audit"):
            self.admin.touch(f"nav-{page}")
            self.admin.wait_page(page)
            if page not in ("dashboard", "hall", "audit"):
                self.admin.touch("record-list")  # the record in the middle of the list
                self.admin.wait_for("field-name")
            self.album.keep(self.admin, page)

    def service_desk(self):
        """The same app in the role of the service desk, where the window terminal stood."""
        self.hall.stop_app("window")
        self.hall.start_emulators(owner="desk-")
        desk = self.hall.start_app("desk")
        self.journey.sign_in(desk, self.journey.desk, "desk")
        self.album.keep(desk, "desk")
        self.hall.stop_app("desk")
        self.terminal = self.hall.start_app("window")

    def server_away(self):
        screens = (self.kiosk, *self.boards, self.terminal, self.outer, self.admin)
        self.hall.server.kill()
        self.hall.server.wait()
        for screen in screens:
            screen.until("it did not say that the server is away",
                         lambda s=screen: s.state().get("online") is False, 60)
        for screen in screens:
            self.album.keep(screen, "server-away")
        self.hall.start_server()
        for screen in screens:
            screen.until("it did not come back", lambda s=screen: s.state().get("online") is True, 90)
            self.album.keep(screen, "server-back")
