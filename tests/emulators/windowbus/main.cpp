// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/emulators/windowbus/caller.h"
#include "tests/emulators/windowbus/numberstrip.h"
#include "tests/emulators/windowbus/onboncard.h"
#include "tests/emulators/windowbus/windowbus.h"

#include <sstream>

namespace {

constexpr std::string_view kHelp =
    R"(atrium-emulate-windowbus: strips and callers on one RS-485 line, on a pseudo-terminal or TCP

  --link PATH|tcp:PORT  the port's name: a link that the program makes, or a TCP port of this machine (0: any)
  --strips A,B,…   ONBON BX-K cards at these addresses: stations strip1, strip2 …
  --numbers A,B,…  strips of three digits (four bytes): number1 …
  --callers A,B,…  callers with 21 keys: caller1 …
  --command N      command byte of the callers' key frames (default 1)
  --repeat MS      a caller repeats a frame that is not acknowledged after this time (default 250)
  --baud N         sends at the pace of a real line, e.g. 9600
  --control PATH   takes commands on this Unix socket too, not only on standard input
  --script FILE    lines "MILLISECONDS COMMAND", counted from the start
  --unplugged      starts without the port

Commands, one a line, each answered by "ok …" or "error …":
  press STATION KEY …   digits 0 to 9 and one of rate call recall cancel confirm metre pause transfer
  grade STATION N  the citizen's grade at the evaluator, 0 and up
  text STATION     what stands on an ONBON strip
  power STATION on|off   without power a station is silent and forgets what it shows
  fault NAME [COUNT [STATION]]
                   adds a fault for the next COUNT (default: all) frames of a station (default: any):
                   silent badcheck flip half noise split late (by 0.9 s),
                   busy nofont (strips), deaf (a caller misses its acknowledgement, a number strip its number);
                   echo -1 line (a converter that gives back what is sent); none takes all away
  noise            sends stray bytes now
  unplug, plug     pulls the cable out, and in again
  state            counters of every station
  quit
)";

using namespace atrium::emulators;

std::vector<unsigned> addresses(const std::string& list) {
    std::vector<unsigned> numbers;
    std::istringstream in(list);
    for (std::string word; std::getline(in, word, ',');)
        numbers.push_back(static_cast<unsigned>(std::stoul(word)));
    return numbers;
}

std::unique_ptr<Emulator> makeBus(Loop& loop, const Options& options) {
    auto bus = std::make_unique<WindowBus>(loop, options.value("link"));
    bus->port().setBitsPerSecond(options.number("baud", 0));
    for (const unsigned address : addresses(options.value("strips")))
        bus->add(std::make_unique<OnbonCard>(bus->line(), address));
    for (const unsigned address : addresses(options.value("numbers")))
        bus->add(std::make_unique<NumberStrip>(bus->line(), address));
    const auto command = static_cast<unsigned>(options.number("command", 1));
    const Milliseconds repeat(options.number("repeat", 250));
    for (const unsigned address : addresses(options.value("callers")))
        bus->add(std::make_unique<CallerPad>(bus->line(), address, command, repeat));
    return bus;
}

} // namespace

int main(int argc, char** argv) {
    return runEmulator(argc, argv, kHelp, {"baud", "strips", "numbers", "callers", "command", "repeat"}, {},
                       makeBus);
}
