#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window terminal as a bar: docked, always on top, and its keys while another program has the focus.

The real server and the real programs on a virtual display with a window manager.
usage: bar.py BUILD-DIR [PICTURES-DIR]
"""
import subprocess
import sys

from stage import stage  # first: it finds the desk's modules

from deviceclient import Device
from display import wait_until
from hall import APPS
from journey import Journey
from person import Screen

SIZE = (1920, 1080)


class Bar:
    def __init__(self, hall, pictures):
        self.hall = hall
        self.pictures = pictures
        self.journey = Journey(hall)
        self.terminal = self.start()

    def start(self):
        """As at a real window: no place given, so the whole screen is its own."""
        program, device, _, _ = APPS["window"]
        inspect = self.hall.run_dir / "window.inspect"
        inspect.unlink(missing_ok=True)
        self.hall.apps["window"] = self.hall._spawn("window", [
            self.hall.bin / program, "--server", self.hall.url, "--token-file",
            self.hall.data / "devices" / f"{device}.token", "--data", self.hall.data / "clients" / device,
            "--inspect", inspect])
        wait_until(inspect.exists, "the terminal", self.hall.apps["window"], 120)
        return Screen("window", inspect, self.hall.desktop.env, (0, 0, *SIZE), pid=self.hall.apps["window"].pid)

    def keep(self, name):
        if self.pictures:
            self.terminal.picture(self.pictures / f"window-{name}.png")

    def tool(self, *command):
        return subprocess.run(command, env=self.hall.desktop.env, capture_output=True, text=True, timeout=20).stdout

    def window(self):
        found = self.tool("xdotool", "search", "--onlyvisible", "--pid", str(self.terminal.pid)).split()
        return found[-1] if found else "0"  # none while it changes its shape

    def height(self):
        shape = self.tool("xdotool", "getwindowgeometry", "--shell", self.window())
        return dict({"HEIGHT": "0", "WIDTH": "0", "Y": "-1"}, **dict(line.split("=") for line in shape.split()))

    def property(self, name):
        return self.tool("xprop", "-id", self.window(), name)

    def docked(self, top):
        def fits():
            place = self.height()
            high = int(place["HEIGHT"])
            return high < 200 and int(place["WIDTH"]) == SIZE[0] and int(place["Y"]) == (0 if top else SIZE[1] - high)
        self.terminal.until("it is not a bar at the edge", fits)

    def shrink(self):
        self.terminal.touch("bar-compact")
        self.docked(top=True)
        assert self.terminal.state()["compact"] is True
        self.terminal.until("it does not stay on top", lambda: "ABOVE" in self.property("_NET_WM_STATE"))
        self.reserved()
        self.keep("bar")
        self.terminal.key("F8")
        self.terminal.until("the bar did not make room for the question", lambda: int(self.height()["HEIGHT"]) > 400)
        self.keep("bar-asks")
        self.terminal.key("Escape")
        self.docked(top=True)
        self.terminal.touch("bar-edge")
        self.docked(top=False)
        self.keep("bar-bottom")
        self.terminal.touch("bar-edge")
        self.docked(top=True)
        print("ok it docks at both edges, stays on top, and opens for what it asks", flush=True)

    def reserved(self):
        """Other programs that fill the screen leave the bar free, and nothing but the bar."""
        def just_the_bar():
            high = self.height()["HEIGHT"]
            return f"0, 0, {high}, 0, 0, 0, 0, 0, 0, {SIZE[0] - 1}" in self.property("_NET_WM_STRUT_PARTIAL")
        self.terminal.until("the bar's height and the reserved edge are not the same", just_the_bar)

    def without_server(self):
        self.hall.server.kill()
        self.hall.server.wait()
        self.terminal.until("it does not say that the server is gone", lambda: not self.terminal.state()["online"])
        bar = int(self.property("_NET_WM_STRUT_PARTIAL").split(",")[2])
        self.terminal.until("the bar has no room for the message", lambda: int(self.height()["HEIGHT"]) > bar + 20)
        self.keep("bar-without-server")
        self.hall.start_server()
        self.terminal.until("it does not find the server again", lambda: self.terminal.state()["online"])
        self.docked(top=True)
        self.reserved()
        print("ok it makes room for the message of a lost server and takes it back", flush=True)

    def keys_elsewhere(self):
        kiosk = Device(self.hall, "kiosk-01")
        for _ in range(2):
            status, body = kiosk.ask("POST", "/tickets", {"itemId": self.journey.item["id"], "paper": False})
            assert status == 201, body
        self.terminal.until("nobody waits", lambda: self.terminal.state().get("waiting", 0) >= 2)
        other = self.hall.start_app("outer", geometry=(300, 300, 1280, 700))
        other.until("the other program has no focus", self.gives_focus(other))
        assert self.terminal.state()["globalKeys"] is True
        # Its own keys are the other program's now.
        other._xdotool("key", "F2")
        for key, wanted in (("ctrl+alt+2", "calling"), ("ctrl+alt+4", "serving"), ("ctrl+alt+5", "idle")):
            assert self.terminal.state()["state"] != wanted, f"it is {wanted} before {key}"
            other._xdotool("key", key)
            self.terminal.until(f"{key} did not lead to {wanted}",
                                lambda w=wanted: self.terminal.state().get("state") == w)
            assert self.focused() == other.pid, "the other program lost the focus"
        self.keep("bar-over-other")
        other._xdotool("key", "ctrl+alt+8")
        self.terminal.until("the pause does not ask for its reason",
                            lambda: self.terminal.state().get("panel") == "pause")
        self.terminal.until("the question has no keyboard", lambda: self.focused() == self.terminal.pid)
        self.terminal._xdotool("key", "Escape")
        self.docked(top=True)
        self.hall.stop_app("outer")
        print("ok its keys act while another program has the focus", flush=True)

    def gives_focus(self, other):
        def condition():
            other._sit_down()
            return self.focused() == other.pid
        return condition

    def focused(self):
        answer = self.tool("xdotool", "getactivewindow", "getwindowpid").strip()
        return int(answer) if answer else 0

    def remembered(self):
        self.hall.stop_app("window")
        self.terminal = self.start()
        self.terminal.wait_page("work")
        self.docked(top=True)
        self.terminal.key("ctrl+m")
        self.terminal.until("the page is not whole again", lambda: int(self.height()["HEIGHT"]) > 900)
        assert "ABOVE" not in self.property("_NET_WM_STATE"), "a whole page stays on top"
        assert "not found" in self.property("_NET_WM_STRUT_PARTIAL"), "the edge is still reserved"
        self.terminal.touch("sign-out")
        self.terminal.wait_page("signIn")
        assert self.terminal.state()["globalKeys"] is False, "signed out it holds keys"
        print("ok it begins as it was left, and gives everything back", flush=True)


def main():
    with stage(SIZE, sys.argv) as (hall, pictures):
        hall.start_server()
        bar = Bar(hall, pictures)
        bar.journey.sign_in(bar.terminal, bar.journey.clerk, "work")
        bar.shrink()
        bar.without_server()
        bar.keys_elsewhere()
        bar.remembered()


if __name__ == "__main__":
    main()
