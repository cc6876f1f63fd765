#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The kiosk reads its page aloud, heard at the sound sink, in Chinese and in English.

What is recorded must last about as long as the page's words take, be nearer to the page's own heading than to those of
other pages, and end when the page changes.

usage: kioskspeech.py BUILD-DIR
"""
import pathlib
import re
import subprocess
import sys
import tempfile

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "tools/desk")]

import listening  # noqa: E402
from display import Desktop, wait_until  # noqa: E402
from person import Screen  # noqa: E402

MANDARIN, ENGLISH = "cmn-latn-pinyin", "en-us"
# Headings of pages as espeak-ng is to say them, written by hand.
CHINESE = {"keyIdentity": "qing3 shu1 ru4 zheng4 jian4 hao4 ma3",
           "lookup": "cha2 xun2 huo4 tui4 hao4",
           "departments": "nin2 dao4 na3 ge5 bu4 men2 ban4 shi4",
           "search": "nin2 yao4 ban4 shen2 me5 ye4 wu4",
           "floors": "lou2 ceng2 he2 chuang1 kou3"}
ENGLISH_HEADINGS = {"keyIdentity": "Key in the number", "lookup": "Look up or give back",
                    "departments": "Which department?", "search": "What is your business?",
                    "floors": "Floors and windows"}
# Seconds that one syllable may take, pauses between sentences included.
SHORTEST, LONGEST = 0.1, 0.6
# Seconds of sound that may be under way when a page ends it.
LASTS_ON = 3


def sounding(samples, level=0.01):
    """Seconds from the first to the last loud sample."""
    loud = np.nonzero(np.abs(samples) > level)[0]
    return (loud[-1] - loud[0]) / listening.RATE if loud.size else 0.0


def syllables(text):
    """Han characters and digits one each, Latin words by their vowels."""
    latin = sum(max(1, len(re.findall(r"[aeiouy]+", word.lower()))) for word in re.findall(r"[A-Za-z]+", text))
    return len(re.findall(r"[\u4e00-\u9fff0-9]", text)) + latin


class ReadingAloud:
    def __init__(self, build):
        self.desktop = Desktop(headless=True, size=(1080, 1920))
        self.folder = pathlib.Path(tempfile.mkdtemp(dir=self.desktop.folder))
        inspect = self.folder / "kiosk.inspect"
        self.app = subprocess.Popen([pathlib.Path(build) / "bin/atrium-kiosk", "--demo", "--place", "1080x1920+0+0",
                                     "--inspect", inspect], env=self.desktop.env)
        wait_until(inspect.exists, "the kiosk", self.app)
        self.kiosk = Screen("kiosk", inspect, self.desktop.env, (0, 0, 1080, 1920), patience=60, pid=self.app.pid)
        self.passed = 0

    def check(self, what, fine, detail=""):
        if not fine:
            raise AssertionError(f"{what}: {detail}")
        self.passed += 1
        print(f"ok {self.passed} {what}", flush=True)

    def open_key_identity(self):
        if self.kiosk.state().get("page") == "quiet":
            self.kiosk.touch("quiet")
        if self.kiosk.state().get("page") != "home":
            self.kiosk.touch("home")
        self.kiosk.wait_page("home")
        self.kiosk.touch("tile-key-identity")
        self.kiosk.wait_page("keyIdentity")

    def read_to_the_end(self, name):
        recorder = listening.Recorder("hall", self.desktop.env, self.folder / f"{name}.raw")
        try:
            self.kiosk.touch("bar-read-aloud")
            self.kiosk.until("it did not begin to speak", lambda: self.kiosk.state().get("speaking"))
            self.kiosk.until("it did not end speaking", lambda: not self.kiosk.state().get("speaking"), 120)
        finally:
            samples = recorder.stop()
        return samples

    def heard_whole(self, language, samples, candidates):
        text = self.kiosk.state()["words"]
        count, seconds = syllables(text), sounding(samples)
        print(f"# {language}: {count} syllables, {seconds:.1f} s of sound")
        self.check(f"{language}: something was heard", listening.heard(samples), samples.size)
        self.check(f"{language}: it lasted as long as the page's words",
                   SHORTEST * count <= seconds <= LONGEST * count, f"{seconds:.1f} s for {count} syllables: {text}")
        # The heading comes first; the rest of the recording could hold its words again.
        first = np.nonzero(np.abs(samples) > 0.01)[0][0]
        beginning = samples[max(0, first - 2000):first + 4 * listening.RATE]
        scored = listening.recognise(beginning, candidates, self.folder)
        self.check(f"{language}: the page's own heading was said", scored[0][1] == "keyIdentity", scored)

    def run(self):
        self.kiosk.wait_for("bar-read-aloud")
        self.open_key_identity()
        self.heard_whole("Chinese", self.read_to_the_end("zh"),
                         {page: [(MANDARIN, words)] for page, words in CHINESE.items()})
        self.kiosk.touch("bar-language")
        self.kiosk.until("the words stayed Chinese",
                         lambda: not re.search(r"[\u4e00-\u9fff]", self.kiosk.state().get("words", "中")))
        self.heard_whole("English", self.read_to_the_end("en"),
                         {page: [(ENGLISH, words)] for page, words in ENGLISH_HEADINGS.items()})
        self.stops_with_the_page()

    def stops_with_the_page(self):
        """The Chinese page takes about twelve seconds: what comes after the next page must be far less."""
        self.kiosk.touch("bar-language")
        self.kiosk.until("the words stayed English", lambda: "证件" in self.kiosk.state().get("words", ""))
        self.open_key_identity()
        recorder = listening.Recorder("hall", self.desktop.env, self.folder / "stop.raw")
        try:
            self.kiosk.touch("bar-read-aloud")
            self.kiosk.until("nothing was heard", lambda: listening.heard(recorder.samples()))
            self.kiosk.touch("home")
            self.kiosk.wait_page("home")
            until_then = recorder.samples().size
            self.check("another page ends the reading", not self.kiosk.state()["speaking"])

            def silent():
                samples = recorder.samples()[-listening.RATE:]
                return samples.size == listening.RATE and float(np.abs(samples).max()) < 0.01
            self.kiosk.until("the sound went on", silent, 30)
            after = sounding(recorder.samples()[until_then:])
        finally:
            recorder.stop()
        print(f"# {after:.1f} s of sound after the page changed")
        self.check("the rest of the page was not said", after < LASTS_ON, f"{after:.1f} s")

    def close(self):
        self.app.terminate()
        self.app.wait(20)
        self.desktop.close()


def main():
    test = ReadingAloud(sys.argv[1])
    try:
        test.run()
    finally:
        test.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
