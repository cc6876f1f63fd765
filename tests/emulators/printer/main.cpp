// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/emulators/printer/printer.h"

#include <filesystem>
#include <stdexcept>

namespace {

constexpr std::string_view kHelp =
    R"(atrium-emulate-printer: an ESC/POS ticket printer on a pseudo-terminal

  --link PATH      the port's name: a link that the program makes (required)
  --out DIR        writes each piece of paper cut off as ticket-NNNN.pbm, and its bytes as ticket-NNNN.bin
  --width MM       58 (384 dots) or 80 (576 dots, default)
  --speed ROWS     rows a second, 8 to the millimetre; a real printer makes about 1200; 0 (default) = at once
  --control PATH   takes commands on this Unix socket too, not only on standard input
  --script FILE    lines "MILLISECONDS COMMAND", counted from the start
  --unplugged      starts without the port

Real-time commands (10 04 n, 10 05 n, 10 14 08 …) are obeyed as they arrive, inside pictures too; GS r is answered
only when everything before it has been printed. Each piece of paper is told as a line "ticket N rows R …".

Commands, one a line, each answered by "ok …" or "error …":
  paper out | near | ok        the roll
  paper out-after ROWS         the roll ends after so many more rows of a picture
  cover open | close
  fault cutter                 the cutter blocks at the next cut
  fault mechanical             the printer reports a mechanical error
  fault silent [COUNT]         answers nothing
  fault unbuffered [COUNT]     never answers GS r
  fault noise [COUNT]          stray bytes before answers
  fault asb                    sends automatic status though nobody asked for it
  fault none
  die-after BYTES              pulls the cable out after so many more bytes
  kill BYTES PID               kills that process (SIGKILL) at so many more bytes received
  kill answer PID              kills it when GS r has been answered
  unplug, plug                 pulls the cable out, and in again (the printer's buffer is lost)
  state
  quit
)";

} // namespace

int main(int argc, char** argv) {
    using namespace atrium::emulators;
    return runEmulator(
        argc, argv, kHelp, {"out", "width", "speed"}, {}, [](Loop& loop, const Options& options) {
            const int width = options.number("width", 80);
            if (width != 58 && width != 80)
                throw std::invalid_argument("--width is 58 or 80");
            if (options.has("out"))
                std::filesystem::create_directories(options.value("out"));
            return std::make_unique<Printer>(loop, options.value("link"), width == 58 ? 384 : 576,
                                             options.value("out"), options.number("speed", 0));
        });
}
