# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job as people do it: each step touches, types or lays a card, and fails if the screen did not follow.

Nothing here opens a page by code. The tour takes pictures between the steps, the end-to-end test checks more.
"""
import json
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
CARD = "card resident 张伟 11010519491231002X"


def hall_package():
    """The demonstration hall's accounts and set-up, to know what a person would look for."""
    folder = ROOT / "server/data/hall"
    read = lambda name: json.loads((folder / name).read_text(encoding="utf-8"))
    items = [item for file in sorted((folder / "service-items").glob("*.json"))
             for item in json.loads(file.read_text(encoding="utf-8"))]
    return {"windows": read("windows.json"), "items": items, "queues": read("queues.json"),
            "departments": read("departments.json"), "accounts": read("accounts.json"),
            "staff": read("staff.json"), "devices": read("devices.json"), "areas": read("areas.json")}


class Journey:
    def __init__(self, hall, keep=None):
        self.hall = hall
        self.keep = keep or (lambda screen, name: None)
        self.package = hall_package()
        devices = {device["id"]: device for device in self.package["devices"]}
        self.window = next(w for w in self.package["windows"] if w["id"] == devices["window-terminal-03"]["windowId"])
        self.board_device = next(d for d in self.package["devices"] if d["kind"] == "signagePlayer"
                                 and self.window["areaId"] in d["areaIds"] and d.get("sound", True))
        self.other_board = next(d for d in self.package["devices"] if d["kind"] == "signagePlayer"
                                and self.window["areaId"] in d["areaIds"] and d["id"] != self.board_device["id"])
        self.item = self._item()
        staff = next(s for s in self.package["staff"] if s["departmentId"] == self.window["departmentId"]
                     and s["role"] == "clerk" and s.get("account"))
        self.clerk = self._account(staff["account"])
        self.desk = self._account(next(s for s in self.package["staff"] if s.get("serviceDesk") and s.get("account"))["account"])
        self.admin = self._account(next(s for s in self.package["staff"] if s["role"] == "administrator")["account"])

    def _item(self):
        """An ordinary item of the window: no identity needed, so that touching alone leads to a ticket."""
        queues = {queue["id"]: queue for queue in self.package["queues"]}
        served = [item for item in self.package["items"] if item["id"] in self.window["itemIds"]
                  and item.get("active", True)]
        return next((i for i in served if not queues[i["queueId"]].get("realName")), served[0])

    def _account(self, account):
        staff = next(s for s in self.package["staff"] if s.get("account") == account)
        secret = next(a for a in self.package["accounts"] if a["staffId"] == staff["id"])
        return account, secret["demonstrationPassword"]

    # -- kiosk
    def take_number(self, kiosk, card=False):
        """Home → department → business → printed ticket; returns the number the screen shows."""
        self.wake(kiosk)
        if card:
            self.hall.emulators["reader"].say(CARD)
        else:
            kiosk.touch("tile-take-number")
        self.choose_item(kiosk)
        kiosk.until("no ticket came", lambda: kiosk.state().get("page") == "ticket", 60)
        if card:
            self.hall.emulators["reader"].say("remove")
        number = kiosk.text("ticket-number")
        self.keep(kiosk, "ticket")
        return number

    def choose_item(self, kiosk):
        """Department → sub-department → business."""
        kiosk.wait_page("departments")
        self.keep(kiosk, "departments")
        departments = {d["id"]: d for d in self.package["departments"]}
        home = departments[self.item["departmentId"]]
        if home.get("parentId"):
            self.choose(kiosk, f"department-{home['parentId']}", "subDepartments")
            self.keep(kiosk, "sub-departments")
        self.choose(kiosk, f"department-{home['id']}", "items")
        self.keep(kiosk, "items")
        self.scroll_to(kiosk, f"item-{self.item['id']}")

    def choose(self, kiosk, name, page):
        self.scroll_to(kiosk, name)
        kiosk.wait_page(page)

    @staticmethod
    def wake(kiosk):
        """A touch anywhere brings the quiet page back to the home page."""
        kiosk.until("neither home nor the quiet page is there", lambda: kiosk.state().get("page") in ("home", "quiet"))
        if kiosk.state().get("page") == "quiet":
            kiosk.touch_middle()
        kiosk.wait_page("home")

    @staticmethod
    def scroll_to(screen, name, list_name="list"):
        """Drags the list up, and from its end down again, until the row is on the screen; then touches it."""
        distance = 600
        for _ in range(40):
            if screen.find(name).get("found"):
                break
            if not screen.drag(list_name, distance):
                distance = -distance
        screen.touch(name)

    def leave_ticket(self, kiosk):
        kiosk.touch("ticket-done")
        kiosk.wait_page("home")

    # -- staff
    def sign_in(self, screen, account, page):
        screen.wait_page("signIn")
        self.keep(screen, "sign-in")
        screen.touch("account")
        screen.type(account[0])
        screen.touch("password")
        screen.type(account[1])
        screen.touch("sign-in")
        screen.wait_page(page)

    def call_until(self, terminal, number):
        """F2, and for tickets that stood before it F4 and F5, until this number is called."""
        for _ in range(200):
            terminal.key("F2")
            terminal.until("nothing was called", lambda: terminal.state().get("state") == "calling")
            called = terminal.state()["number"]
            if called == number:
                return
            terminal.key("F4")
            terminal.until("the service did not start", lambda: terminal.state().get("state") == "serving")
            terminal.key("F5")
            terminal.until("the service did not finish", lambda: terminal.state().get("state") == "idle")
        raise AssertionError(f"{number} was never called")

    def start(self, terminal):
        terminal.key("F4")
        terminal.until("the service did not start", lambda: terminal.state().get("state") == "serving")

    def finish(self, terminal):
        terminal.key("F5")
        terminal.until("the service did not finish", lambda: terminal.state().get("state") == "idle")

    # -- outer screen
    def rate(self, outer, grade):
        outer.wait_page("rating")
        self.keep(outer, "rating")
        outer.touch(f"grade-{grade}")
        self.keep(outer, f"rating-grade-{grade}")
        outer.touch("rating-submit")
        outer.wait_page("thanks")
        self.keep(outer, "thanks")
