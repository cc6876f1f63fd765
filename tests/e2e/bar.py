#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window terminal as a bar: docked, always on top, and its keys while another program has the focus.

The real server and the real programs on a virtual display with a window manager.
usage: bar.py BUILD-DIR [PICTURES-DIR]
"""
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / "tools/desk")]

from deviceclient import Device  # noqa: E402
from display import Desktop, wait_until  # noqa: E402
from hall import APPS, Hall  # noqa: E402
from journey import Journey  # noqa: E402
from person import Screen  # noqa: E402

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
        # Other programs that fill the screen leave the bar free.
        def reserved():
            high = self.height()["HEIGHT"]
            return f"0, 0, {high}, 0, 0, 0, 0, 0, 0, {SIZE[0] - 1}" in self.property("_NET_WM_STRUT_PARTIAL")
        self.terminal.until("the edge is not reserved", reserved)
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
    pictures = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    desktop = Desktop(headless=True, size=SIZE, sound=False)
    hall = Hall(sys.argv[1], desktop, log=pictures)
    try:
        hall.start_server()
        bar = Bar(hall, pictures)
        bar.journey.sign_in(bar.terminal, bar.journey.clerk, "work")
        bar.shrink()
        bar.keys_elsewhere()
        bar.remembered()
    except BaseException:
        if pictures:
            subprocess.run(["import", "-window", "root", str(pictures / "failed.png")], env=desktop.env)
        for log in sorted(hall.logs.glob("*.log")):
            print(f"--- {log.name}", *log.read_text(errors="replace").splitlines()[-15:], sep="\n")
        raise
    finally:
        hall.close()
        desktop.close()


if __name__ == "__main__":
    main()
