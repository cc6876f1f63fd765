#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an administrator does at the admin tool reaches the other screens, and what a publisher may not do is refused.

The real server and the real programs on a virtual display: a photograph is uploaded, a password set, an alarm
acknowledged; the dashboard says when its figures are old; the publisher's rights at the screen and at the server.
usage: adminwork.py BUILD-DIR [PICTURES-DIR]
"""
import hashlib
import json
import subprocess
import sys

from stage import stage  # first: it finds the desk's modules

from adminscreen import AdminScreen
from deviceclient import Device
from journey import Journey

NEW_PASSWORD = "another-good-password"


class Work:
    def __init__(self, hall, pictures):
        self.hall = hall
        self.pictures = pictures
        self.journey = Journey(hall)
        self.staff = {one["account"]: one for one in self.journey.package["staff"] if one.get("account")}
        self.clerk = self.staff[self.journey.clerk[0]]
        self.publisher = self.journey._account(
            next(one["account"] for one in self.staff.values() if one["role"] == "publisher"))
        self.admin = AdminScreen(hall.start_app("admin", geometry=(0, 0, 1920, 1080)))
        self.screen = self.admin.screen

    def keep(self, name):
        if self.pictures:
            self.screen.picture(self.pictures / f"admin-{name}.png")

    def photograph(self):
        file = self.hall.run_dir / "portrait.png"
        subprocess.run(["convert", "-size", "300x400", "gradient:#c05030-#3050c0", str(file)], check=True)
        outer = Device(self.hall, "dual-screen-03")
        before = outer.record("staff", self.clerk["id"])["photo"]
        self.admin.open("staff", self.clerk["name"], self.clerk["account"])
        # What is no picture is refused before it is sent.
        wrong = self.hall.run_dir / "portrait.txt.png"
        wrong.write_text("no picture")
        self.admin.reach("field-photo")
        for path, words in ((wrong, "不是 PNG"), (file, "已上传")):
            self.screen.touch("field-photo")
            self.screen.wait_for("fileNameEdit")
            self.screen.type(str(path))
            self.screen._xdotool("key", "Return")
            self.screen.until(f"it does not say {words}", lambda w=words: w in self.screen.text("picture-words"))
        self.keep("photo")
        self.admin.save()
        wanted = hashlib.sha256(file.read_bytes()).hexdigest()
        now = self.screen.until("the outer screens do not get it", lambda: (
            p := outer.record("staff", self.clerk["id"])["photo"]) != before and p)
        assert now == wanted, now
        assert outer.ask("GET", f"/media/{now}") == (200, file.read_bytes())
        print("ok a photograph is uploaded and reaches the outer screens", flush=True)

    def password(self):
        self.admin.open("staff", self.clerk["name"], self.clerk["account"])
        self.admin.reach("password-words")
        for field, text in (("new-password", "short"), ("repeat-password", "short")):
            self.admin.write(field, text)
        self.screen.touch("set-password")
        self.screen.until("it does not say that it is short", lambda: "太短" in self.screen.text("password-words"))
        for field in ("new-password", "repeat-password"):
            self.admin.write(field, NEW_PASSWORD)
        self.screen.touch("set-password")
        self.screen.until("the password is still there", lambda: self.screen.text("new-password") == "")
        self.keep("password")
        window = self.hall.start_app("window", geometry=(1920, 0, 1920, 1080))
        window.wait_page("signIn")
        for secret, page in ((self.journey.clerk[1], "signIn"), (NEW_PASSWORD, "work")):
            window.until("it is not connected", lambda: window.state().get("online"))
            window.touch("account")
            window.key("ctrl+a")
            window.type(self.journey.clerk[0])
            window.touch("password")
            window.key("ctrl+a")
            window.type(secret)
            window.key("Return")
            if page == "signIn":
                window.until("the old password is not refused", lambda: window.text("sign-in-refusal"))
            window.wait_page(page, 60)
        self.hall.stop_app("window")
        print("ok a password is set: the new one signs in, the old one does not", flush=True)

    def alarm(self):
        kiosk = Device(self.hall, "kiosk-01")
        status, body = kiosk.ask("PUT", "/devices/self/status", {"printer": "paperOut", "cardReader": "ready",
                                                                 "scanner": "none", "appVersion": "1"})
        assert status == 204, body
        self.screen.touch("nav-dashboard")
        button = self.screen.until("no alarm came", lambda: next(iter(self.screen.list("acknowledge-")), None))
        self.keep("alarm")
        # Whoever signs in next finds it.
        self.admin.sign_out()
        self.admin.sign_in(self.journey.admin)
        self.screen.until("the alarm is gone", lambda: button in self.screen.list("acknowledge-"))
        open_before = self.screen.state()["figures"]["alarms"]
        self.screen.touch(button)
        self.screen.until("the alarm is still open", lambda: self.screen.state()["figures"]["alarms"] < open_before
                          and button not in self.screen.list("acknowledge-"))
        self.keep("alarm-acknowledged")
        self.admin.sign_out()
        self.admin.sign_in(self.journey.admin)
        self.screen.until("no figures", lambda: "alarms" in self.screen.state().get("figures", {}))
        assert button not in self.screen.list("acknowledge-"), "it is open again after signing in"
        print("ok an alarm is acknowledged and stays so", flush=True)

    def stale(self):
        self.screen.touch("nav-dashboard")
        self.screen.until("there is a notice", lambda: not self.screen.text("dashboard-notice"))
        self.hall.server.kill()
        self.hall.server.wait()
        self.screen.until("it does not say that the figures are old",
                          lambda: "服务器没有回答" in self.screen.text("dashboard-notice"), 60)
        self.keep("stale")
        self.hall.start_server()
        self.screen.until("it still says so", lambda: not self.screen.text("dashboard-notice"), 90)
        print("ok the dashboard says when its figures are old", flush=True)

    def publisher_at_the_screen(self):
        self.admin.sign_out()
        self.admin.sign_in(self.publisher)
        assert not self.screen.list("acknowledge-"), "a publisher could acknowledge alarms"
        self.screen.touch("nav-staff")
        self.screen.wait_page("staff")
        self.admin.open("staff", self.clerk["name"], self.clerk["account"])
        for name in ("record-add", "set-password", "field-photo", "record-save", "record-delete"):
            assert not self.screen.find(name).get("enabled"), f"a publisher is offered {name}"
        self.keep("publisher-staff")
        area = self.journey.package["areas"][0]
        self.admin.open("areas", area["name"], area["nameEn"].split(" ·")[0])
        self.admin.reach("field-caption")
        self.admin.write("field-caption", "today until six")
        self.admin.save()
        self.keep("publisher-caption")
        board = Device(self.hall, self.journey.board_device["id"])
        self.screen.until("boards do not get the caption",
                          lambda: board.record("area", area["id"])["caption"] == "today until six")
        print("ok a publisher writes captions and is offered nothing else", flush=True)

    def publisher_at_the_server(self):
        self.hall.stop_app("admin")
        device = Device(self.hall, "admin-01")
        device.sign_in(self.publisher)
        area = device.record("area", self.journey.package["areas"][0]["id"])
        hall = device.record("hall", area["hallId"])
        queue = device.record("queue", self.journey.package["queues"][0]["id"])
        clerk = device.record("staff", self.clerk["id"])

        def put(kind, record, **changes):
            return device.ask("PUT", f"/records/{kind}/{record['id']}", dict(record, **changes),
                              **{"If-Match": f'"{record["version"]}"'})
        allowed = [put("area", area, captionEn="until six"), put("hall", hall, notice="三点开始系统维护"),
                   device.ask("GET", "/dashboard"), device.ask("GET", "/records/area")]
        assert all(status == 200 for status, _ in allowed), allowed
        area = device.record("area", area["id"])
        hall = device.record("hall", hall["id"])
        refused = {
            "another field of an area": put("area", area, name="X"),
            "the hall's name": put("hall", hall, name="X"),
            "a queue": put("queue", queue, name="X"),
            "a person's role": put("staff", clerk, role="administrator"),
            "a record's end": device.ask("DELETE", f"/records/queue/{queue['id']}",
                                         **{"If-Match": f'"{queue["version"]}"'}),
            "a device's code": device.ask("POST", "/devices/kiosk-01/code", {}),
            "a device's end": device.ask("POST", "/devices/kiosk-01/revoke", {}),
            "another's password": device.ask("PUT", f"/staff/{clerk['id']}/password",
                                             {"password": NEW_PASSWORD, "oldPassword": ""}),
            "the audit trail": device.ask("GET", "/audit"),
            "an alarm": device.ask("POST", "/alarms/any/acknowledge", {}),
            "a window": device.ask("POST", "/windows/window-03/call", {}),
        }
        for what, (status, body) in refused.items():
            problem = json.loads(body)
            assert status == 403 and problem["code"] == "forbidden" and problem["detail"], (what, status, body)
        for kind, record in (("area", area), ("hall", hall), ("queue", queue), ("staff", clerk)):
            assert device.record(kind, record["id"]) == record, f"{kind} changed"
        print(f"ok the server takes {len(allowed)} things from a publisher and refuses {len(refused)}", flush=True)


def main():
    with stage((3840, 1080), sys.argv) as (hall, pictures):
        hall.start_server()
        work = Work(hall, pictures)
        work.admin.sign_in(work.journey.admin)
        work.keep("dashboard")
        work.photograph()
        work.password()
        work.alarm()
        work.stale()
        work.publisher_at_the_screen()
        work.publisher_at_the_server()


if __name__ == "__main__":
    main()
