# SPDX-License-Identifier: GPL-3.0-or-later
"""The kiosk's part of the tour: every page, reached as a citizen reaches it."""
import subprocess

from journey import CARD


class KioskScenes:
    def __init__(self, hall, journey, album, kiosk):
        self.hall = hall
        self.journey = journey
        self.album = album
        self.kiosk = kiosk

    def keep(self, name):
        self.album.keep(self.kiosk, name)

    def touch_to(self, name, page, picture=None):
        self.kiosk.touch(name)
        self.kiosk.wait_page(page)
        if picture:
            self.keep(picture)

    def lay_card(self):
        self.hall.emulators["reader"].say(CARD)

    def take_card_away(self):
        self.hall.emulators["reader"].say("remove")

    def play(self):
        self.quiet_and_home()
        number = self.take_with_card()
        self.look_up_and_cancel(number)
        self.look_up_by_scan()
        self.search()
        self.key_identity()
        self.guides()
        self.floors()
        self.other_forms()
        self.paper_out()
        self.no_paper()

    def quiet_and_home(self):
        self.kiosk.until("the home page never turned quiet", lambda: self.kiosk.state().get("page") == "quiet", 30)
        self.keep("quiet")
        self.journey.wake(self.kiosk)
        self.keep("home")

    def take_with_card(self):
        number = self.journey.take_number(self.kiosk, card=True)
        self.journey.leave_ticket(self.kiosk)
        return number

    def look_up_and_cancel(self, number):
        self.journey.wake(self.kiosk)
        self.touch_to("tile-lookup", "lookup", "look-up")
        self.lay_card()
        self.kiosk.wait_page("lookupResult")
        self.keep("look-up-result")
        self.take_card_away()
        self.kiosk.touch(f"cancel-{number}")
        self.kiosk.wait_for("confirm-yes")
        self.keep("cancel-question")
        self.kiosk.touch("confirm-yes")
        self.kiosk.until("the ticket was not cancelled", lambda: not self.kiosk.find(f"cancel-{number}").get("found"))
        self.keep("cancelled")
        self.touch_to("home", "home")

    def look_up_by_scan(self):
        self.journey.take_number(self.kiosk)
        self.journey.leave_ticket(self.kiosk)
        paper = sorted(self.hall.emulators["printer"].out.glob("ticket-*.p[bgn]m"))[-1]
        grey = self.hall.run_dir / "scan.pgm"
        subprocess.run(["convert", str(paper), "-bordercolor", "white", "-border", "30", "-depth", "8", "-colorspace",
                        "Gray", str(grey)], check=True)
        code = subprocess.run([str(self.hall.bin / "read-qr"), str(grey)], capture_output=True, text=True,
                              check=True).stdout.strip()
        self.journey.wake(self.kiosk)
        self.hall.emulators["scanner"].say(f"scan {code}")
        self.kiosk.wait_page("lookupResult")
        self.keep("look-up-by-scan")
        self.touch_to("home", "home")

    def search(self):
        self.journey.wake(self.kiosk)
        self.touch_to("searchField", "search", "search")
        for letter in "GSSL":  # 公司设立
            self.kiosk.touch(f"key-{letter}")
        self.kiosk.until("letters did not narrow", lambda: 0 < len(self.kiosk.list("item-")) < 6)
        self.keep("search-gssl")
        self.touch_to("home", "home")

    def key_identity(self):
        self.journey.wake(self.kiosk)
        self.touch_to("tile-key-identity", "keyIdentity", "key-identity")
        for digit in "110105194912310021":  # its check digit is X
            self.kiosk.touch(f"key-{digit}")
        self.kiosk.touch("keyed-confirm")
        self.kiosk.wait_for("refusal")
        self.keep("key-identity-refused")
        self.kiosk.touch("key-backspace")
        self.kiosk.touch("key-X")
        self.touch_to("keyed-confirm", "departments", "key-identity-accepted")
        self.touch_to("home", "home")

    def guides(self):
        """The guide of a business, and a number from there."""
        self.journey.wake(self.kiosk)
        self.kiosk.touch("tile-guide")
        self.journey.choose_item(self.kiosk)
        self.kiosk.wait_page("guideText")
        self.keep("guide")
        self.kiosk.drag("list", 700)
        self.keep("guide-below")
        self.touch_to("guide-take", "ticket", "ticket-from-guide")
        self.touch_to("ticket-done", "home")

    def floors(self):
        self.journey.wake(self.kiosk)
        self.touch_to("tile-floors", "floors", "floors")
        self.touch_to("home", "home")

    def further_pages(self):
        """The pages that taking a number does not pass, in the form that is set."""
        for button, page, picture in (("tile-lookup", "lookup", "look-up"), ("searchField", "search", "search"),
                                      ("tile-key-identity", "keyIdentity", "key-identity"),
                                      ("tile-floors", "floors", "floors")):
            self.journey.wake(self.kiosk)
            self.touch_to(button, page, picture)
            self.touch_to("home", "home")
        self.journey.wake(self.kiosk)
        self.kiosk.touch("tile-guide")
        self.journey.choose_item(self.kiosk)
        self.kiosk.wait_page("guideText")
        self.keep("guide")
        self.touch_to("home", "home")

    def other_forms(self):
        """English, large type, high contrast and low reach; leaving gives the next visitor the usual form again."""
        for mode, button in (("en", "bar-language"), ("large", "bar-large-type"), ("contrast", "bar-contrast"),
                             ("low-reach", "bar-low-reach")):
            self.journey.wake(self.kiosk)
            before = self.form()
            self.kiosk.touch(button)
            self.kiosk.until(f"{button} changed nothing", lambda was=before: self.form() != was)
            self.album.mode = mode
            self.keep("home")
            self.further_pages()
            self.journey.take_number(self.kiosk)
            self.touch_to("ticket-done", "home")
            if self.form() != before:
                self.kiosk.touch(button)
                self.kiosk.until(f"{button} did not switch back", lambda was=before: self.form() == was)
            self.journey.wake(self.kiosk)
            self.album.mode = "zh"

    def form(self):
        state = self.kiosk.state()
        return {key: state.get(key) for key in ("language", "largeType", "theme", "lowReach")}

    def paper_out(self):
        self.hall.emulators["printer"].say("paper out")
        try:
            self.kiosk.until("the kiosk did not see that the paper is out",
                             lambda: self.kiosk.state().get("printer") != "ready", 30)
            self.journey.wake(self.kiosk)
            self.keep("paper-out")
            self.kiosk.touch("tile-take-number")
            self.journey.choose_item(self.kiosk)
            # The pages before have said so: the number goes to the screen at once.
            self.kiosk.wait_page("code")
            self.keep("code")
            self.touch_to("code-keep", "ticket", "code-kept")
            self.touch_to("ticket-done", "home")
        finally:
            self.refill(self.hall.emulators["printer"])

    def no_paper(self):
        """The paper runs out in the moment of the touch: the page before could not say so."""
        printer = self.hall.emulators["printer"]
        try:
            for _ in range(5):
                self.journey.wake(self.kiosk)
                self.kiosk.touch("searchField")
                self.kiosk.wait_page("search")
                for letter in "GSSL":  # 公司设立
                    self.kiosk.touch(f"key-{letter}")
                self.kiosk.until("letters did not narrow", lambda: 0 < len(self.kiosk.list("item-")) < 6)
                place = self.kiosk.wait_for(self.kiosk.list("item-")[0])
                printer.say("paper out")
                self.kiosk.touch_place(place)
                self.kiosk.until("nothing came of the touch",
                                 lambda: self.kiosk.state().get("page") in ("noPaper", "code"), 30)
                if self.kiosk.state()["page"] == "noPaper":
                    break
                # The kiosk saw it first: the number is on the screen, as in paper_out().
                self.touch_to("code-keep", "ticket")
                self.touch_to("ticket-done", "home")
                self.refill(printer)
            self.kiosk.wait_page("noPaper")
            self.keep("no-paper")
            for mode, button in (("en", "bar-language"), ("large", "bar-large-type")):
                before = self.form()
                self.kiosk.touch(button)
                self.kiosk.until(f"{button} changed nothing", lambda was=before: self.form() != was)
                self.album.mode = mode
                self.keep("no-paper")
                self.kiosk.touch(button)
                self.kiosk.until(f"{button} did not switch back", lambda was=before: self.form() == was)
                self.album.mode = "zh"
            self.touch_to("take-on-screen", "code", "code-instead-of-paper")
            self.touch_to("code-keep", "ticket")
            self.touch_to("ticket-done", "home")
        finally:
            self.refill(printer)

    def refill(self, printer):
        printer.say("paper ok")
        self.kiosk.until("the kiosk did not see the paper", lambda: self.kiosk.state().get("printer") == "ready", 30)
