#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""./run --headless starts everything it names, and when its terminal goes away nothing of it stays.

usage: rundesk.py BUILD-DIR
"""
import os
import pathlib
import signal
import subprocess
import sys
import tempfile

TOOLS = pathlib.Path(__file__).resolve().parents[2] / "tools/desk"
sys.path.insert(0, str(TOOLS))

from display import wait_until  # noqa: E402

NAMED = ("server", "emulated reader", "kiosk", "board", "window terminal", "service desk", "outer screen", "admin")
PROGRAMS = ("atrium-server", "atrium-kiosk", "atrium-signage-player", "atrium-window-terminal", "atrium-dual-screen",
            "atrium-admin", "atrium-emulate-printer", "Xvfb", "pulseaudio", "speech-dispatcher")


def family(scratch):
    """Names of the processes that were started with that temporary folder."""
    found = {}
    for process in pathlib.Path("/proc").iterdir():
        try:
            if process.name.isdigit() and f"TMPDIR={scratch}".encode() in (process / "environ").read_bytes().split(b"\0"):
                found[int(process.name)] = pathlib.Path((process / "cmdline").read_bytes().split(b"\0")[0].decode()).name
        except OSError:
            continue  # ended meanwhile, or another user's
    return found


def test_everything_begins_and_ends(build, how):
    with tempfile.TemporaryDirectory(prefix="atrium-rundesk.") as scratch:
        env = dict(os.environ, TMPDIR=scratch)
        env.pop("DISPLAY", None)
        desk = subprocess.Popen([sys.executable, TOOLS / "main.py", "--build", build, "--headless"], env=env, text=True,
                                stdout=subprocess.PIPE, start_new_session=True)
        try:
            said = ""
            for line in desk.stdout:
                said += line
                if "Ctrl-C ends all" in line:
                    break
            missing = [name for name in NAMED if name not in said]
            assert not missing, f"{missing} are not named in:\n{said}"
            running = set(family(scratch).values())
            assert running.issuperset(PROGRAMS), f"{set(PROGRAMS) - running} do not run"
            desk.send_signal(how)
            ended = desk.wait(90)
        finally:
            desk.kill()
            desk.wait()
        assert ended == 0, ended
        # What the speech service started ends after it.
        wait_until(lambda: not family(scratch), f"the end of {family(scratch)}", seconds=30)
        left = sorted(os.listdir(scratch))
        assert not left, f"it left {left}"
        print(f"ok {how.name}", flush=True)


if __name__ == "__main__":
    test_everything_begins_and_ends(pathlib.Path(sys.argv[1]).resolve(), signal.SIGHUP)
