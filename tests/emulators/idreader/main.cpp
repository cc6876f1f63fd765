// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/emulators/idreader/idreader.h"

namespace {

constexpr std::string_view kHelp =
    R"(atrium-emulate-idreader: an identity card reader (SDT frames, 115200 8N1) on a pseudo-terminal

  --link PATH      the port's name: a link that the program makes (required)
  --control PATH   takes commands on this Unix socket too, not only on standard input
  --script FILE    lines "MILLISECONDS COMMAND", counted from the start
  --baud N         sends at the pace of a real line, e.g. 115200
  --find-again     finds a card again that has been read and not removed, as some firmware does
  --unplugged      starts without the port

Commands, one a line, each answered by "ok …" or "error …":
  card KIND NAME NUMBER [key=value …]
                   lays a card; KIND is resident, foreign2017 (I), hkmt (J) or foreign2023 (Y);
                   keys: sex nation birth address authority from to en country pass count flag
  remove           takes the card away
  fault NAME [COUNT [WHERE]]
                   damages the next COUNT (default: all) replies, WHERE is find, select, read, status, module:
                   noise split badcheck badlength flip half silent unauthorised selftest select
                   remove (card taken during the read) wrongcard authentication random none
  noise            sends stray bytes now
  unplug, plug     pulls the cable out, and in again
  state            card, number of reads and requests
  quit
)";

} // namespace

int main(int argc, char** argv) {
    using namespace atrium::emulators;
    return runEmulator(argc, argv, kHelp, {"baud"}, {"find-again"}, [](Loop& loop, const Options& options) {
        auto reader = std::make_unique<IdReader>(loop, options.value("link"), options.has("find-again"));
        reader->port().setBitsPerSecond(options.number("baud", 0));
        return reader;
    });
}
