// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/emulators/common/emulator.h"

#include <stdexcept>

namespace {

using namespace atrium::emulators;

constexpr std::string_view kHelp =
    R"(atrium-emulate-scanner: a serial bar code scanner (9600 8N1) on a pseudo-terminal

  --link PATH      the port's name: a link that the program makes (required)
  --control PATH   takes commands on this Unix socket too, not only on standard input
  --script FILE    lines "MILLISECONDS COMMAND", counted from the start
  --suffix NAME    what follows each text: cr (default), lf or crlf
  --unplugged      starts without the port

Commands, one a line, each answered by "ok …" or "error …":
  scan TEXT        reads a code: everything after the first blank, as UTF-8
  raw HEX …        sends these bytes and nothing else
  fault NAME [COUNT]
                   split (in pieces), half (the end never comes), control (a control byte inside),
                   noise (stray bytes that are no text before it), none
  unplug, plug     pulls the cable out, and in again
  state            number of scans sent, of bytes the host sent
  quit
)";

class Scanner : public Emulator {
public:
    Scanner(Loop& loop, const std::string& link, std::string suffix)
        : Emulator(loop, link), m_suffix(std::move(suffix)) {}

protected:
    void received(std::span<const std::uint8_t> bytes) override { m_fromHost += bytes.size(); }

    std::string command(const Words& words) override {
        if (words[0] == "scan" && words.size() > 1) {
            std::string text = words[1];
            for (std::size_t i = 2; i < words.size(); ++i)
                text += " " + words[i];
            scan(text);
        } else if (words[0] == "raw") {
            Bytes bytes;
            for (std::size_t i = 1; i < words.size(); ++i)
                bytes.push_back(static_cast<std::uint8_t>(std::stoul(words[i], nullptr, 16)));
            port().send(bytes);
        } else if (words[0] == "fault" && words.size() > 1) {
            m_fault = Fault{words[1], words.size() > 2 ? std::stoi(words[2]) : -1, ""};
        } else if (words[0] == "state") {
            return "ok scans=" + std::to_string(m_scans) + " fromhost=" + std::to_string(m_fromHost);
        } else {
            throw std::invalid_argument("unknown command: " + words[0]);
        }
        return "ok";
    }

private:
    void scan(const std::string& text) {
        ++m_scans;
        Bytes bytes(text.begin(), text.end());
        if (m_fault.strikes("half")) {
            bytes.resize(bytes.size() / 2);
            port().send(bytes);
            return;
        }
        if (m_fault.strikes("control"))
            bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(bytes.size() / 2), 0x1B);
        if (m_fault.strikes("noise"))
            bytes.insert(bytes.begin(), {0xFF, 0xFE, 0x80});
        bytes.insert(bytes.end(), m_suffix.begin(), m_suffix.end());
        if (m_fault.strikes("split"))
            port().sendInPieces(bytes, static_cast<unsigned>(m_scans));
        else
            port().send(bytes);
    }

    std::string m_suffix;
    Fault m_fault;
    int m_scans = 0;
    std::size_t m_fromHost = 0;
};

} // namespace

int main(int argc, char** argv) {
    return runEmulator(argc, argv, kHelp, {"suffix"}, {}, [](Loop& loop, const Options& options) {
        const std::map<std::string, std::string> suffixes{{"cr", "\r"}, {"lf", "\n"}, {"crlf", "\r\n"}};
        const auto suffix = suffixes.find(options.value("suffix", "cr"));
        if (suffix == suffixes.end())
            throw std::invalid_argument("--suffix is cr, lf or crlf");
        return std::make_unique<Scanner>(loop, options.value("link"), suffix->second);
    });
}
