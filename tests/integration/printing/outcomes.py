#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What becomes of a ticket for each thing that a printer does: printed, known failure, no answer.

The kiosk's printing core, the real server, the emulated printer on a pseudo-terminal.
usage: outcomes.py BUILD-DIR
"""
import sys

from printing import ITEM, Bench, Checks, until


class Outcomes(Checks):
    def __init__(self, bench):
        super().__init__()
        self.bench = bench
        self.kiosk = bench.kiosk()

    def take(self, page, **more):
        """Takes a number and returns the server's (id, number, state, print state) once the page has come."""
        before = self.bench.tickets()
        self.kiosk.say(f"take {ITEM}")
        self.kiosk.wait(page, page=page, **more)
        new = [(key, *value) for key, value in self.bench.tickets().items() if key not in before]
        assert len(new) < 2, new
        return new[0] if new else None

    def becomes(self, what, ticket, state, print_state):
        until(f"{what}: {ticket} is {self.bench.tickets()[ticket[0]]}",
              lambda: self.bench.tickets()[ticket[0]][1:] == (state, print_state), 30)
        self.check(what, True)

    def leave(self):
        self.kiosk.say("leave")
        self.kiosk.wait("home", page="home")

    # -- one thing each
    def printed(self):
        ticket = self.take("ticket")
        self.becomes("a printed ticket counts, printed", ticket, "waiting", "printed")
        papers = self.bench.papers()
        self.check("one paper carries its code", len(papers) == 1 and ticket[0] in papers[0], papers)
        self.leave()

    def near_the_end(self):
        self.bench.tell("paper near")
        ticket = self.take("ticket")
        self.becomes("near the end of the roll it still prints", ticket, "waiting", "printed")
        self.kiosk.wait("the kiosk knows", printer="paperLow")
        self.bench.tell("paper ok")
        self.kiosk.wait("the roll was changed", printer="ready")
        self.leave()

    def before(self, command, state, mend):
        self.bench.tell(command)
        ticket = self.take("noPaper")
        self.check(f"{command} just before: nothing is reserved and the page says so", ticket is None, ticket)
        self.leave()
        self.kiosk.wait("the kiosk knows", printer=state)
        ticket = self.take("code", offers=False)
        self.becomes(f"{command}: the number comes as a code", ticket, "waiting", "onScreen")
        self.bench.tell(mend)
        self.kiosk.wait("mended", printer="ready")
        self.leave()

    def known_failure(self, command, mend, answer, state, print_state):
        papers = len(self.bench.papers())
        self.bench.tell(command)
        ticket = self.take("code", offers=True)
        self.kiosk.say(answer)
        self.kiosk.wait("after the answer", page="ticket" if answer == "keep" else "home")
        self.becomes(f"{command} while printing, {answer}: {state}", ticket, state, print_state)
        for line in mend:
            self.bench.tell(line)
        self.kiosk.wait("mended", printer="ready")
        self.check("and no paper of it comes out afterwards", len(self.bench.papers()) == papers)
        self.leave()
        # The next one's paper is whole and its own; what hung in the printer was cut off before it.
        following = self.take("ticket")
        self.becomes("the next one prints", following, "waiting", "printed")
        *rest, code = self.bench.papers()[papers:]
        self.check("under its own number", following[0] in code, code)
        # A cutter that blocked had printed it all: that paper falls off now, and its code is void at the server.
        self.check("after what hung there", len(rest) == 1 and (not rest[0] or ticket[0] in rest[0]), rest)
        self.leave()

    def walked_away(self):
        """The program dies while the citizen is asked whether they take the code."""
        self.bench.tell("paper out-after 200")
        ticket = self.take("code", offers=True)
        self.kiosk.kill()
        self.bench.tell("paper ok")
        self.kiosk = self.bench.kiosk()
        self.becomes("a known failure survives the program's death: void", ticket, "voided", "failed")

    def unknown(self):
        self.bench.tell("die-after 9000")
        ticket = self.take("ticket")
        self.becomes("the cable was pulled while printing: it counts, unconfirmed", ticket, "waiting", "unconfirmed")
        self.check("no paper of it", not any(ticket[0] in code for code in self.bench.papers()))
        self.bench.tell("plug")
        self.kiosk.wait("plugged in again", printer="ready")
        self.leave()

    def run(self):
        self.printed()
        self.near_the_end()
        self.before("paper out", "paperOut", "paper ok")
        self.before("cover open", "coverOpen", "cover close")
        self.known_failure("paper out-after 300", ["paper ok"], "discard", "voided", "failed")
        self.known_failure("paper out-after 300", ["paper ok"], "keep", "waiting", "onScreen")
        self.known_failure("fault cutter", ["fault none"], "discard", "voided", "failed")
        self.walked_away()
        self.unknown()
        self.printed_after_all()
        print(f"{self.passed} checks passed")

    def printed_after_all(self):
        ticket = self.take("ticket")
        self.becomes("after all that the kiosk prints", ticket, "waiting", "printed")


if __name__ == "__main__":
    bench = Bench(sys.argv[1])
    try:
        Outcomes(bench).run()
    except BaseException:
        print((bench.folder / "log").read_text(errors="replace")[-3000:])
        raise
    finally:
        bench.close()
