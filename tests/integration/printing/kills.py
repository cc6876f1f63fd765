#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the kiosk (SIGKILL) at one byte after another of a print and starts it again.

Whatever the byte: what was reserved counts exactly once (printed or unconfirmed: nothing is known to have failed),
no ticket has two papers, no paper is without a ticket, no report stays behind, and the next run prints.

The printing core runs (print-kiosk: view models, journal, outbox, driver, without pages), the real server, the
emulated printer, which does the killing when the byte has reached it.

usage: kills.py BUILD-DIR     a spread of bytes; with ATRIUM_FULL=1 every byte of the beginning and of the end (all
                              commands, the cut, the questions and the answer), and one byte in each row of the picture
"""
import os
import sys
import time

from printing import ITEM, Bench, until

ROW = 72  # bytes of a row of an 80 mm picture
EDGE = 200


def positions(total, full):
    """Counted from the touch; 0 is the last moment before the printer hears anything."""
    if full:
        return [*range(1, EDGE), *range(EDGE, total - EDGE, ROW + 1), *range(total - EDGE, total + 1)]
    # The first bytes ask for the status, before anything is reserved; the last 7 are the cut and the request.
    early = [1, 2, 3, 7, 11, 12, 13, 18, 24, 25, 26, 28, 32, 33]
    late = [total - n for n in (80, 30, 12, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)]
    return early + [total * n // 10 for n in range(1, 10)] + late


class Kills:
    def __init__(self, bench):
        self.bench = bench
        self.faults = []
        self.outcomes = {}

    def whole_print(self):
        """How many bytes the printer hears from the touch to the answer when nobody is killed."""
        kiosk = self.bench.kiosk()
        before = int(self.bench.tell("state")["received"])
        kiosk.say(f"take {ITEM}")
        kiosk.wait("ticket", page="ticket")
        total = int(self.bench.tell("state")["received"]) - before
        kiosk.wait("the report", waiting=0)
        kiosk.stop()
        return total

    def one(self, command):
        """One killed print; the tickets it left, once the next start has settled them."""
        known = self.bench.tickets()
        kiosk = self.bench.kiosk()
        self.bench.tell(f"kill {command} {kiosk.process.pid}")
        kiosk.say(f"take {ITEM}")
        until(f"it was not killed at {command}", lambda: kiosk.process.poll() is not None)
        kiosk.ended()
        self.bench.kiosk().stop()
        return {key: value for key, value in self.bench.tickets().items() if key not in known}

    def after_the_answer(self):
        """Killed as soon as the ticket page stands: the report is on the disk, if not yet at the server."""
        known = self.bench.tickets()
        kiosk = self.bench.kiosk()
        kiosk.say(f"take {ITEM}")
        kiosk.wait("ticket", page="ticket")
        kiosk.kill()
        self.bench.kiosk().stop()
        new = [value for key, value in self.bench.tickets().items() if key not in known]
        if [value[1:] for value in new] != [("waiting", "printed")]:
            self.faults.append(f"after the answer: {new}")

    def judge(self, command, new):
        if len(new) > 1:
            self.faults.append(f"byte {command}: {len(new)} tickets from one touch: {new}")
        for number, state, print_state in new.values():
            if state == "reserved":
                # Killed between the reservation and the journal: the server's own time settles it.
                print_state = "pending"
            elif state != "waiting" or print_state not in ("printed", "unconfirmed"):
                self.faults.append(f"byte {command}: {number} is {state}, {print_state}")
            self.outcomes[print_state] = self.outcomes.get(print_state, 0) + 1
        if not new:
            self.outcomes["nothing reserved"] = self.outcomes.get("nothing reserved", 0) + 1

    def judge_papers(self):
        tickets = self.bench.tickets()
        papers = [code.split("/t/")[1].split(".")[0] for code in self.bench.papers() if code]
        for ticket in sorted(set(papers)):
            if papers.count(ticket) > 1:
                self.faults.append(f"{tickets.get(ticket)} came out {papers.count(ticket)} times")
            if ticket not in tickets:
                self.faults.append(f"a paper says {ticket}, which is no ticket")
        for ticket, (number, _, print_state) in tickets.items():
            if print_state == "printed" and ticket not in papers:
                self.faults.append(f"{number} counts as printed and has no paper")
        numbers = [number for number, _, _ in tickets.values()]
        if len(set(numbers)) != len(numbers):
            self.faults.append("a number was given twice")
        return len(papers)

    def run(self):
        full = bool(os.environ.get("ATRIUM_FULL"))
        begin = time.monotonic()
        total = self.whole_print()
        places = [*positions(total, full), "answer"]
        for place in places:
            self.judge(place, self.one(place))
        for _ in range(3):
            self.after_the_answer()
        last = self.bench.kiosk()
        last.say(f"take {ITEM}")
        last.wait("it prints after all that", page="ticket")
        last.wait("and reports", waiting=0)
        papers = self.judge_papers()
        for fault in self.faults[:20]:
            print(fault)
        print(f"{len(places)} kills over {total} bytes in {time.monotonic() - begin:.0f} s: {self.outcomes}, "
              f"{papers} whole papers, {len(self.faults)} faults")
        # The kills must have met all of it: before the reservation and in the middle of the print.
        return not self.faults and {"nothing reserved", "unconfirmed"} <= self.outcomes.keys()


if __name__ == "__main__":
    bench = Bench(sys.argv[1])
    try:
        sys.exit(0 if Kills(bench).run() else 1)
    except BaseException as failure:
        if not isinstance(failure, SystemExit):
            print((bench.folder / "log").read_text(errors="replace")[-3000:])
        raise
    finally:
        bench.close()
