// SPDX-License-Identifier: GPL-3.0-or-later
// The paper that comes out: rows of dots until a cut, then a file.
#pragma once

#include "tests/emulators/common/emulator.h"

namespace atrium::emulators {

class Paper {
public:
    Paper(int dots, std::string folder) : m_dots(dots), m_folder(std::move(folder)) {}

    /// Prints one row of dots; what goes beyond the paper's edge is lost.
    void printRow(std::span<const std::uint8_t> row);
    void feed(int rows);

    /// Writes the piece as ticket-NNNN.pbm (P4, 1 = black) and the bytes it was made from as ticket-NNNN.bin.
    /// Both appear whole, the picture last. Gives the picture's path; empty without a folder.
    std::string cut(const Bytes& raw);

    [[nodiscard]] int tickets() const { return m_tickets; }
    [[nodiscard]] int rows() const { return m_rows; }

private:
    void write(const std::string& path, const Bytes& head, const Bytes& body) const;

    int m_dots;
    std::string m_folder;
    Bytes m_picture;
    int m_rows = 0; ///< since the last cut
    int m_tickets = 0;
};

} // namespace atrium::emulators
