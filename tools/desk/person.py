# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person can do to a screen: look where something stands, touch it, type. Nothing else.

An app started with --inspect PATH says where its named items stand; every act is a real input event on the display.
"""
import json
import socket
import subprocess
import time


class NotThere(Exception):
    """What was expected did not come on the screen within the time a person would wait."""


class Screen:
    """One app's window on a desktop."""

    def __init__(self, name, inspect_path, env, geometry, patience=20.0, pid=None):
        self.name = name
        self.pid = pid
        self.path = str(inspect_path)
        self.env = env
        self.geometry = geometry  # x, y, width, height on the desktop
        self.patience = patience

    # -- looking
    def _ask(self, request):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as link:
            link.settimeout(15)
            link.connect(self.path)
            link.sendall(json.dumps(request).encode() + b"\n")
            with link.makefile("rb") as answers:
                return json.loads(answers.readline())

    def ask(self, request):
        try:
            return self._ask(request)
        except (OSError, json.JSONDecodeError):
            return {}

    def state(self):
        return self.ask({"state": True})

    def find(self, name):
        return self.ask({"find": name})

    def list(self, prefix):
        return self.ask({"list": prefix}).get("names", [])

    def text(self, name):
        return self.find(name).get("text", "")

    def until(self, what, condition, patience=None):
        """Waits until condition() gives something true and returns it; a step fails with what was awaited."""
        end = time.monotonic() + (patience or self.patience)
        while True:
            value = condition()
            if value:
                return value
            if time.monotonic() > end:
                raise NotThere(f"{self.name}: {what}; the screen says {json.dumps(self.state(), ensure_ascii=False)}")
            time.sleep(0.05)

    def wait_page(self, page, patience=None):
        return self.until(f"page {page} did not come", lambda: self.state().get("page") == page, patience)

    def wait_for(self, name, patience=None):
        def steady():
            first = self.find(name)
            if not first.get("found") or not first.get("enabled"):
                return None
            # Something that still slides in would be missed by a finger, too; a page that has just come takes none.
            return first if self.find(name) == first and self.state().get("settled", True) else None
        return self.until(f"{name} is not on the screen", steady, patience)

    # -- acting
    def _xdotool(self, *arguments):
        # Without --sync for the pointer: it waits for ever where the pointer stands already.
        subprocess.run(["xdotool", *map(str, arguments)], env=self.env, check=True, timeout=20)

    def touch(self, name, patience=None):
        self.touch_place(self.wait_for(name, patience))

    def touch_place(self, place):
        """Touches where something was seen to stand."""
        self._xdotool("mousemove", place["x"] + place["width"] // 2, place["y"] + place["height"] // 2,
                      "click", 1)

    def touch_row(self, name, row=0, height=56):
        """Touches a row of a list by where it stands, counted from its top."""
        place = self.wait_for(name)
        self._xdotool("mousemove", place["x"] + place["width"] // 2, place["y"] + row * height + height // 2,
                      "click", 1)

    def wheel(self, x, y, clicks):
        """Turns the wheel over a place of this screen, towards the person when clicks is positive."""
        self._xdotool("mousemove", self.geometry[0] + x, self.geometry[1] + y,
                      "click", "--repeat", abs(clicks), "--delay", 10, 5 if clicks > 0 else 4)

    def touch_middle(self):
        x, y, width, height = self.geometry
        self._xdotool("mousemove", x + width // 2, y + height // 2, "click", 1)

    def drag(self, name, distance):
        """Drags what is there up by distance pixels (down when negative), without a fling.

        True when the content followed the finger. Each answer comes after a frame: the finger moves as the eye sees.
        """
        place = self.wait_for(name)
        x, y = place["x"] + place["width"] // 2, place["y"] + place["height"] // 2 + distance // 2
        before = self.ask({"list": ""})
        self._xdotool("mousemove", x, y, "mousedown", 1)
        for part in range(1, 7):
            self._xdotool("mousemove", x, y - distance * part // 6)
            self.state()
        after = self.ask({"list": ""})
        self._xdotool("sleep", 0.2, "mouseup", 1)
        return after != before

    def _sit_down(self):
        """Each of these people has a keyboard of their own; on one desktop it must be handed over."""
        self._xdotool("search", "--onlyvisible", "--all", "--pid", self.pid, "--name", ".", "windowactivate", "--sync")

    def key(self, *keys):
        self._sit_down()
        self._xdotool("key", "--clearmodifiers", *keys)

    def type(self, text):
        self._xdotool("type", "--delay", 30, text)

    # -- keeping a picture
    def picture(self, path):
        self.state()  # answered after a frame: what was last done is to be seen
        x, y, width, height = self.geometry
        subprocess.run(["import", "-window", "root", "-crop", f"{width}x{height}+{x}+{y}", "+repage", str(path)],
                       env=self.env, check=True)
