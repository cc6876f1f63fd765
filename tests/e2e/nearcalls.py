#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Near calls are told apart by their sound: A012 and A021, window 3 and window 4.

The product's rules write the call, its voice says it through the speech service, and what the sound sink got is
compared with the call and its near ones. Each of the calls is also among the near ones of another.

usage: nearcalls.py BUILD-DIR
"""
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "tools/desk")]

import listening  # noqa: E402
from display import Desktop, wait_until  # noqa: E402

CALLS = [("A012", 3), ("A021", 3), ("A012", 4)]


class Voice:
    """atrium-voice on a desktop of its own, ready to speak."""

    def __init__(self, build, desktop):
        self.build = pathlib.Path(build)
        self.desktop = desktop
        self.process = subprocess.Popen([self.build / "bin/atrium-voice"], env=dict(desktop.env, LC_ALL="C.UTF-8"),
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.expect("warm")

    def expect(self, word):
        for line in self.process.stdout:
            if line.startswith(word + "\t"):
                return
            if line.startswith("unavailable"):
                break
        raise AssertionError(f"the voice did not say {word}")

    def call(self, number, window):
        """Samples of the call as the sink got them."""
        orders = subprocess.run([self.build / "bin/say-call", number, str(window)], check=True, capture_output=True,
                                text=True).stdout.splitlines(keepends=True)
        recorder = listening.Recorder("hall", self.desktop.env, self.desktop.folder / f"{number}-{window}.raw")
        try:
            wait_until(lambda: recorder.samples().size > 0, "the recorder", recorder.process)
            for order in orders:
                self.process.stdin.write(order)
                self.process.stdin.flush()
                self.expect("ended")
            # The engine's end is not yet the sink's.
            wait_until(lambda: listening.heard(recorder.samples()) and not listening.heard(
                recorder.samples()[-listening.RATE // 2:]), "silence", recorder.process)
        finally:
            samples = recorder.stop()
        return samples

    def close(self):
        self.process.stdin.close()
        self.process.wait(20)


def test_kinds_of_near_calls():
    """Every kind is among them, whatever the number."""
    for number, window in [*CALLS, ("A0001", 1), ("Z0990", 99), ("K10", 7)]:
        near = listening.near_calls(number, window)
        assert len(set(near)) == 20 and (number, window) not in near, near
        alone = [other for other, place in near if place == window]
        assert [place for other, place in near if other == number and abs(place - window) == 1], near
        assert [other for other in alone if sorted(other) == sorted(number)], near
        assert [other for other in alone if sum(a != b for a, b in zip(other, number)) == 1], near
    for one, other in ((CALLS[0], CALLS[1]), (CALLS[0], CALLS[2])):
        assert other in listening.near_calls(*one) and one in listening.near_calls(*other)


def test_each_is_told_from_its_near_ones(build):
    desktop = Desktop(headless=True, size=(640, 480))
    try:
        voice = Voice(build, desktop)
        try:
            for call in CALLS:
                scored = listening.recognise_call(voice.call(*call), *call, desktop.folder)
                print(call, [(round(distance, 2), name) for distance, name in scored[:3]], flush=True)
                assert scored[0][1] == call, scored
        finally:
            voice.close()
    finally:
        desktop.close()


if __name__ == "__main__":
    test_kinds_of_near_calls()
    test_each_is_told_from_its_near_ones(sys.argv[1])
