# SPDX-License-Identifier: GPL-3.0-or-later
"""What an administrator does at the admin tool, by hand."""


# Between the labels of a form, where the wheel turns nothing but the page.
LABELS = (740, 600)


class AdminScreen:
    def __init__(self, screen):
        self.screen = screen

    def sign_in(self, account, page="dashboard"):
        self.screen.wait_page("signIn")
        self.screen.touch("account")
        self.screen.key("ctrl+a")  # whoever was here before left the name
        self.screen.type(account[0])
        self.screen.touch("password")
        self.screen.type(account[1])
        self.screen.key("Return")
        self.screen.wait_page(page, 60)

    def sign_out(self):
        self.screen.touch("sign-out")
        self.screen.wait_page("signIn")

    def save(self):
        self.screen.touch("record-save")
        self.screen.until("it was not saved", lambda: not self.screen.find("record-save").get("enabled"))

    def open(self, page, name, filtered=None):
        """Finds a record by its name (or other words that the list knows) and opens it in its form."""
        self.screen.touch(f"nav-{page}")
        self.screen.wait_page(page)
        self.write("filter", filtered or name)
        self.screen.touch_row("record-list")
        self.screen.wheel(*LABELS, -40)
        self.screen.until(f"{name} is not open", lambda: name in self.screen.text("field-name"))

    def write(self, field, text):
        self.screen.touch(field)
        self.screen.key("ctrl+a")
        self.screen.type(text)
        self.screen.until(f"{field} does not hold {text}", lambda: self.screen.text(field) == text)

    def reach(self, name):
        """Rolls the open form until something is to be seen."""
        def seen():
            if self.screen.find(name).get("found"):
                return True
            self.screen.wheel(*LABELS, 3)
            return False
        self.screen.until(f"{name} is nowhere in the form", seen)

    def device_code(self, name):
        """Takes an enrolment code for a device; returns it with the words below it."""
        self.open("devices", name)
        before = self.screen.text("enrolment-code")
        self.reach("device-code")
        self.screen.touch("device-code")
        # It comes into sight by itself.
        code = self.screen.until("no code came", lambda: (c := self.screen.text("enrolment-code")) != before and c)
        self.screen.until("the words below the code are not to be seen",
                          lambda: self.screen.text("device-words"))
        return code.replace(" ", ""), self.screen.text("device-words")
