# SPDX-License-Identifier: GPL-3.0-or-later
"""The rest of the hall at work: citizens at the other kiosks, clerks at the other windows, ratings on their screens.

Everybody goes through the API with the token of a device of the demonstration hall, as the programs do. How long
people take is what history.json of the hall package says, divided by the pace.
"""
import heapq
import itertools
import json
import math
import random
import threading
import time

from apiclient import Device, Refused

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀英 霞 平 刚 桂英 文 华 建国 玉兰 志强 海燕 晓东 雪梅".split()
GRADES = (5,) * 80 + (4,) * 13 + (3,) * 4 + (2,) * 2 + (1,)


class Crowd:
    """Starts with start(), ends with stop(). Windows in `spared` are left to the person at the desk."""

    def __init__(self, url, package, devices, pace=1.0, spared=(3,), seed=1):
        self.url, self.package, self.devices, self.pace = url, package, devices, pace
        self.random = random.Random(seed)
        self.queue = []  # (moment, order, what to do)
        self.order = itertools.count()
        self.done = threading.Event()
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.issued = self.served = 0
        items = [item for file in sorted((package / "service-items").glob("*.json"))
                 for item in json.loads(file.read_text(encoding="utf-8"))]
        self.windows = [w for w in self._read("windows") if w["number"] not in spared]
        self.queue_of = {item["id"]: item["queueId"] for item in items}
        self.plans = {plan["queueId"]: plan for plan in self._read("history")["queues"]}
        self.names = {q["id"]: q for q in self._read("queues")}

    def start(self):
        self.thread.start()

    def stop(self):
        self.done.set()
        self.thread.join(30)

    def _read(self, name):
        return json.loads((self.package / f"{name}.json").read_text(encoding="utf-8"))

    def _device(self, name):
        return Device(self.url, (self.devices / f"{name}.token").read_text().strip())

    def _after(self, seconds, act):
        heapq.heappush(self.queue, (time.monotonic() + seconds / self.pace, next(self.order), act))

    def _run(self):
        self._open_windows()
        self._open_kiosks()
        while not self.done.is_set():
            wait = self.queue[0][0] - time.monotonic() if self.queue else 1.0
            if wait > 0:
                self.done.wait(min(wait, 1.0))
                continue
            _, _, act = heapq.heappop(self.queue)
            try:
                act()
            except OSError:
                self._after(3 * self.pace, act)  # the server is away: once more in three seconds

    # Citizens

    def _open_kiosks(self):
        kiosks = [self._device(f"kiosk-0{n}") for n in range(2, 7)]
        load = {}
        for window in self.windows:
            queues = {self.queue_of[item] for item in window["itemIds"] if item in self.queue_of}
            for queue in queues:
                load[queue] = load.get(queue, 0.0) + 1 / len(queues) / self.plans[queue]["serviceMeanSeconds"]
        for queue, served_per_second in load.items():
            items = [item for item, of in self.queue_of.items() if of == queue]
            arrive = self._arrivals(kiosks, queue, items, 0.92 * served_per_second)
            for _ in range(self.random.randint(2, 7)):
                self._after(self.random.uniform(0, 60), lambda act=arrive: act(False))
            arrive(True)

    def _arrivals(self, kiosks, queue, items, rate):
        def arrive(go_on=True):
            if go_on:
                self._after(self.random.expovariate(rate), arrive)
            request = {"itemId": self.random.choice(items), "paper": False}
            if self.names[queue]["realName"] or self.random.random() < 0.6:
                request.update(identity=self._citizen(), recognition="idCard")
            try:
                self.random.choice(kiosks).post("/tickets", request)
                self.issued += 1
            except Refused:
                pass  # quota, or a person who has a number already: he goes away
        return arrive

    def _citizen(self):
        """A made-up person; region 110105 and a check digit as in GB 11643."""
        birth = f"{self.random.randint(1945, 2004)}{self.random.randint(1, 12):02}{self.random.randint(1, 28):02}"
        body = f"110105{birth}{self.random.randint(0, 999):03}"
        weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
        check = "10X98765432"[sum(int(d) * w for d, w in zip(body, weights)) % 11]
        sex = "1" if int(body[16]) % 2 else "2"
        name = self.random.choice(SURNAMES) + self.random.choice(GIVEN)
        return {"kind": "citizenId", "number": body + check, "name": name, "sex": sex, "birth": birth}

    # Clerks

    def _open_windows(self):
        password = {entry["staffId"]: entry["demonstrationPassword"] for entry in self._read("accounts")}
        clerks = {}
        for person in self._read("staff"):
            if person["role"] == "clerk" and not person["serviceDesk"] and person["active"]:
                clerks.setdefault(person["departmentId"], []).append(person)
        for window in self.windows:
            free = clerks.get(window["departmentId"], [])
            # The first of a department may be the person at the desk.
            if free and self.random.random() < 0.85:
                person = free.pop()
                clerk = Clerk(self, window, person["account"], password[person["id"]])
                self._after(self.random.uniform(0, 20), clerk.sign_in)


class Clerk:
    """One window and who sits there: calls, serves, is rated; pauses now and then."""

    def __init__(self, crowd, window, account, password):
        self.crowd, self.account, self.password = crowd, account, password
        self.path = f"/windows/{window['id']}"
        self.terminal = crowd._device(f"window-terminal-{window['number']:02}")
        self.outer = crowd._device(f"dual-screen-{window['number']:02}")
        self.draw = crowd.random

    def _later(self, low, high, act):
        self.crowd._after(self.draw.uniform(low, high), act)

    def _say(self, verb, body=None):
        """False when the window is in another state than thought: begin again."""
        try:
            self.answer = self.terminal.post(f"{self.path}/{verb}", body)
            return True
        except Refused as refusal:
            if refusal.status == 401:
                self._later(2, 4, self.sign_in)
            elif refusal.code == "nothingWaiting":
                self._later(10, 25, self.call)
            else:
                self._later(20, 40, self.call)
            return False

    def sign_in(self):
        try:
            self.terminal.sign_in(self.account, self.password)
            self._later(1, 10, self.call)
        except Refused:
            pass  # this person sits elsewhere, or somebody else sits here

    def call(self):
        if self.draw.random() < 0.02 and self._say("pause", {"reason": "整理材料"}):
            self._later(180, 420, self.resume)
        elif self._say("call"):
            self._later(12, 30, self.no_show if self.draw.random() < 0.05 else self.begin)

    def resume(self):
        if self._say("resume"):
            self._later(1, 5, self.call)

    def no_show(self):
        if self._say("no-show"):
            self._later(5, 15, self.call)

    def begin(self):
        if not self._say("start"):
            return
        ticket = self.answer["current"]["ticket"]
        plan = self.crowd.plans[ticket["queueId"]]
        spread = plan["serviceSpread"]
        seconds = self.draw.lognormvariate(math.log(plan["serviceMeanSeconds"]) - spread * spread / 2, spread)
        self._later(seconds, seconds, lambda: self.finish(ticket["id"]))

    def finish(self, ticket):
        if not self._say("finish"):
            return
        self.crowd.served += 1
        if self.draw.random() < 0.4:
            self._later(4, 10, lambda: self.rate(ticket))
        self._later(15, 40, self.call)

    def rate(self, ticket):
        try:
            self.outer.post("/ratings", {"ticketId": ticket, "grade": self.draw.choice(GRADES), "reasons": [],
                                         "comment": ""})
        except Refused:
            pass  # the next person was called already
