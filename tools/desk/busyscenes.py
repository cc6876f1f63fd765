# SPDX-License-Identifier: GPL-3.0-or-later
"""The tour's busy hour: the other kiosks and windows at work, and what the screens make of it."""
from crowd import Crowd
from hall import ROOT

PACE = 30  # two seconds are a minute: within a minute every area has called somebody


class BusyScenes:
    def __init__(self, hall, album, screens):
        self.hall = hall
        self.album = album
        self.screens = screens

    def play(self):
        admin = self.screens["admin"]
        admin.touch("nav-dashboard")
        admin.wait_page("dashboard")
        crowd = Crowd(self.hall.url, ROOT / "server/data/hall", self.hall.data / "devices", PACE)
        crowd.start()
        try:
            admin.until("the crowd did not come to work", lambda: crowd.served >= 40, 300)
            for name in ("board", "board720", "kiosk", "window", "admin"):
                self.album.keep(self.screens[name], "busy")
        finally:
            crowd.stop()
