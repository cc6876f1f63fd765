#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The service desk's tickets, whatever its printer does: printed, known failure, no answer, killed in the middle.

The desk's view models with the printing core of the kiosk, the real server, the emulated printer.
usage: desk.py BUILD-DIR
"""
import json
import sys

from printing import ITEM, ROOT, Bench, Checks, Kiosk, until

DEVICE = "window-terminal-desk"


class Desk(Kiosk):
    PROGRAM = "print-desk"

    def wait_ready(self, printer="ready"):
        """Signed in (again), the printer's state known, every report of earlier runs delivered."""
        self.wait("connected", known=True)
        if self.state()["page"] == "signIn":
            staff = json.loads((ROOT / "server/data/hall/staff.json").read_text(encoding="utf-8"))
            accounts = json.loads((ROOT / "server/data/hall/accounts.json").read_text(encoding="utf-8"))
            person = next(one for one in staff if one.get("serviceDesk") and one.get("account"))
            secret = next(one for one in accounts if one["staffId"] == person["id"])["demonstrationPassword"]
            self.say(f"sign-in {person['account']} {secret}")
        self.wait("ready", page="desk", printer=printer, waiting=0)


class Outcomes(Checks):
    def __init__(self, bench):
        super().__init__()
        self.bench = bench
        self.desk = bench.kiosk()

    def take(self):
        before = self.bench.tickets()
        self.desk.say(f"take {ITEM}")
        new = until("no ticket was issued", lambda: [key for key in self.bench.tickets() if key not in before])
        self.desk.wait("the desk is free again", page="desk", waiting=0)
        assert len(new) == 1, new
        return new[0]

    def becomes(self, what, ticket, state, print_state):
        until(f"{what}: it is {self.bench.tickets()[ticket]}",
              lambda: self.bench.tickets()[ticket][1:] == (state, print_state), 30)
        self.check(what, True)

    def again(self, what, ticket):
        """Finds the number as the clerk would, and prints it once more."""
        papers = len(self.bench.papers())
        number = self.bench.tickets()[ticket][0]
        self.desk.say(f"find {number}")
        self.desk.wait("found", page="desk", number=number)
        self.desk.say("reprint")
        self.becomes(what, ticket, "waiting", "printed")
        self.desk.wait("the desk is free again", page="desk", waiting=0)
        whole = [code for code in self.bench.papers()[papers:] if code]
        self.check("and that paper carries its code", len(whole) == 1 and ticket in whole[0], whole)

    def mend(self, *commands):
        for command in commands:
            self.bench.tell(command)
        self.desk.wait("mended", printer="ready")

    def run(self):
        ticket = self.take()
        self.becomes("a printed ticket counts, printed", ticket, "waiting", "printed")
        papers = self.bench.papers()
        self.check("one paper carries its code", len(papers) == 1 and ticket in papers[0], papers)

        self.bench.tell("paper out")
        ticket = self.take()
        self.becomes("without paper the number counts at once, shown at the desk", ticket, "waiting", "onScreen")
        self.check("and nothing came out", len(self.bench.papers()) == 1)
        self.mend("paper ok")
        self.again("with paper again it is printed", ticket)

        self.bench.tell("paper out-after 300")
        ticket = self.take()
        self.becomes("the paper ended in the middle: it counts, shown at the desk", ticket, "waiting", "onScreen")
        self.mend("paper ok")
        self.again("and is printed when there is paper", ticket)

        self.bench.tell("die-after 9000")
        ticket = self.take()
        self.becomes("unplugged while printing: it counts, unconfirmed", ticket, "waiting", "unconfirmed")
        self.mend("plug")
        self.again("printed again it is confirmed", ticket)

        self.killed()
        self.cancelled()
        numbers = [number for number, _, _ in self.bench.tickets().values()]
        self.check("no number was given twice", len(set(numbers)) == len(numbers), numbers)
        print(f"{self.passed} checks passed")

    def killed(self):
        """The program dies at the picture's middle, and in the moment of the answer; the next run knows it."""
        for place in ("9000", "answer"):
            before = self.bench.tickets()
            self.bench.tell(f"kill {place} {self.desk.process.pid}")
            self.desk.say(f"take {ITEM}")
            until(f"it was not killed at {place}", lambda: self.desk.process.poll() is not None)
            self.desk.ended()
            self.desk = self.bench.kiosk()
            new = [key for key in self.bench.tickets() if key not in before]
            self.check(f"killed at {place}: one ticket", len(new) == 1, new)
            # The answer may have come through before the end did.
            known = {"unconfirmed"} if place != "answer" else {"unconfirmed", "printed"}
            until(f"killed at {place}: it is {self.bench.tickets()[new[0]]}",
                  lambda n=new[0], k=known: self.bench.tickets()[n][1] == "waiting" and self.bench.tickets()[n][2] in k)
            self.check(f"killed at {place}: it counts", True)
            self.again("printed again it is confirmed", new[0])

    def cancelled(self):
        ticket = self.take()
        self.desk.say("cancel")
        self.becomes("the desk takes a number back", ticket, "cancelled", "printed")


if __name__ == "__main__":
    bench = Bench(sys.argv[1], DEVICE, Desk)
    try:
        Outcomes(bench).run()
    except BaseException:
        print((bench.folder / "log").read_text(errors="replace")[-3000:])
        raise
    finally:
        bench.close()
