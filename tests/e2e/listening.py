# SPDX-License-Identifier: GPL-3.0-or-later
"""Listens to a sound sink and tells which of several sentences was said.

Recording and candidates become log-mel frames; a candidate's distance to the recording is that of the best stretch
of it under dynamic time warping. Candidates are made by espeak-ng itself from numbered pinyin written in the test,
not by the product's own text rules.
"""
import subprocess

import numpy as np

RATE = 22050
FRAME = 512
HOP = 256


class Recorder:
    """Records a sink's monitor from construction until stop()."""

    def __init__(self, sink, env, path):
        self.path = path
        self.out = open(path, "wb")
        self.process = subprocess.Popen(
            ["parec", "-d", f"{sink}.monitor", "--format=s16le", f"--rate={RATE}", "--channels=1",
             "--latency-msec=20"], env=env, stdout=self.out, stderr=subprocess.DEVNULL)

    def samples(self):
        with open(self.path, "rb") as file:
            data = file.read()
        return np.frombuffer(data[:len(data) // 2 * 2], dtype="<i2").astype(np.float32) / 32768

    def stop(self):
        self.process.terminate()
        self.process.wait(10)
        self.out.close()
        return self.samples()


def heard(samples, level=0.01):
    """Whether anything louder than silence is in the samples."""
    return samples.size > 0 and float(np.sqrt(np.mean(samples ** 2))) > level * 0.1 and float(np.abs(samples).max()) > level


def mel_frames(samples):
    """Log-mel energies (40 bands), one row each 11.6 ms, without the mean of each band."""
    count = max(0, 1 + (samples.size - FRAME) // HOP)
    if count == 0:
        return np.zeros((0, 40), np.float32)
    index = np.arange(FRAME)[None, :] + HOP * np.arange(count)[:, None]
    power = np.abs(np.fft.rfft(samples[index] * np.hanning(FRAME), axis=1)) ** 2
    top = 2595 * np.log10(1 + 8000 / 700)
    edges = 700 * (10 ** (np.linspace(0, top, 42) / 2595) - 1) * FRAME / RATE
    bins = np.arange(FRAME // 2 + 1)
    bank = np.stack([np.clip(np.minimum((bins - a) / max(b - a, 1e-6), (c - bins) / max(c - b, 1e-6)), 0, None)
                     for a, b, c in zip(edges[:-2], edges[1:-1], edges[2:])])
    energy = np.log(power @ bank.T + 1e-6)
    return energy.astype(np.float32)


def without_silence(frames, margin=3):
    """Cuts leading and trailing frames that are near the quietest."""
    if not len(frames):
        return frames
    loud = frames.mean(axis=1)
    keep = np.nonzero(loud > loud.max() - 9)[0]
    return frames[max(0, keep[0] - margin):keep[-1] + margin + 1]


def distance(candidate, recording):
    """Mean cost per candidate frame of its best alignment to any stretch of the recording."""
    a, b = candidate, recording
    cost = np.sqrt(np.maximum(((a ** 2).sum(1)[:, None] + (b ** 2).sum(1)[None, :] - 2 * a @ b.T), 0))
    row = cost[0].copy()  # it may begin anywhere
    for i in range(1, len(a)):
        diagonal = np.concatenate(([np.inf], row[:-1]))
        best = np.minimum(row, diagonal) + cost[i]
        # A recording frame may be repeated against the same candidate frame, at its cost.
        for j in range(1, len(best)):
            step = best[j - 1] + cost[i, j]
            if step < best[j]:
                best[j] = step
        row = best
    return float(row.min()) / len(a)


def say(segments, folder, rate=None):
    """Samples of [(voice, text)…] spoken by espeak-ng one after the other."""
    parts = []
    for number, (voice, text) in enumerate(segments):
        path = folder / f"candidate-{number}.wav"
        subprocess.run(["espeak-ng", "-v", voice, "-w", str(path), *(["-s", str(rate)] if rate else []), text], check=True)
        data = path.read_bytes()
        body = data[data.index(b"data") + 8:]
        parts.append(np.frombuffer(body[:len(body) // 2 * 2], dtype="<i2").astype(np.float32) / 32768)
    return np.concatenate(parts)


DIGITS = ["ling2", "yi1", "er4", "san1", "si4", "wu3", "liu4", "qi1", "ba1", "jiu3"]


def call_sentence(number, window):
    """How 请 A0121 号到 3 号窗口 is said, as (voice, text) segments; windows 1 to 99."""
    letters = "".join(c for c in number if c.isalpha())
    digits = " ".join(DIGITS[int(c)] for c in number if c.isdigit())
    tens, ones = divmod(window, 10)
    spoken = ("" if tens == 0 else ("" if tens == 1 else DIGITS[tens] + " ") + "shi2 ") + (DIGITS[ones] if ones else "")
    return [("cmn-latn-pinyin", "qing3"), ("en-us", " ".join(letters)),
            ("cmn-latn-pinyin", f"{digits} hao4 dao4 {spoken.strip()} hao4 chuang1 kou3")]


def near_calls(number, window, count=20):
    """Calls that are taken for this one most easily, as (number, window): the windows beside it, any two of its digits
    turned, one digit another. Of a number whose digits are all the same there is none with turned digits."""
    places = [place for place, c in enumerate(number) if c.isdigit()]

    def turned(one, other):
        out = list(number)
        out[one], out[other] = out[other], out[one]
        return "".join(out)

    def changed(place, step):
        return number[:place] + str((int(number[place]) + step) % 10) + number[place + 1:]

    windows = [other for other in (window - 1, window + 1) if 1 <= other <= 99]
    numbers = [turned(one, other) for one in places for other in places if one < other]
    numbers += [changed(place, step) for step in (1, 9, 2, 8, 3, 7, 4, 6, 5) for place in places]
    calls = [(number, other) for other in windows] + [(other, window) for other in numbers]
    calls += [(other, beside) for other in numbers for beside in windows]
    return [call for call in dict.fromkeys(calls) if call != (number, window)][:count]


def recognise_call(samples, number, window, folder):
    """Distances of this call and its near ones to the recording, nearest first."""
    calls = [(number, window), *near_calls(number, window)]
    return recognise(samples, {call: call_sentence(*call) for call in calls}, folder)


def recognise(samples, candidates, folder, rate=None):
    """Distances of {name: segments} to the recording, nearest first."""
    recording = mel_frames(samples)
    loud = recording.mean(axis=1) > recording.mean(axis=1).max() - 12
    # Long silence says nothing and costs time: keep the loud frames and a little around them.
    keep = np.convolve(loud, np.ones(9), "same") > 0
    recording = recording[keep]
    scored = [(distance(without_silence(mel_frames(say(segments, folder, rate))), recording), name)
              for name, segments in candidates.items()]
    return sorted(scored)
