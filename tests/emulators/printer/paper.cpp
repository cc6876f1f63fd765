// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/emulators/printer/paper.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace atrium::emulators {

void Paper::printRow(std::span<const std::uint8_t> row) {
    const auto width = static_cast<std::size_t>(m_dots) / 8;
    for (std::size_t i = 0; i < width; ++i)
        m_picture.push_back(i < row.size() ? row[i] : std::uint8_t{0});
    ++m_rows;
}

void Paper::feed(int rows) {
    for (int i = 0; i < rows; ++i)
        printRow({});
}

std::string Paper::cut(const Bytes& raw) {
    ++m_tickets;
    std::string path;
    if (!m_folder.empty()) {
        std::array<char, 32> name{};
        std::snprintf(name.data(), name.size(), "/ticket-%04d", m_tickets);
        const std::string base = m_folder + name.data();
        const std::string head = "P4\n" + std::to_string(m_dots) + " " + std::to_string(m_rows) + "\n";
        write(base + ".bin", {}, raw);
        path = base + ".pbm";
        write(path, Bytes(head.begin(), head.end()), m_picture);
    }
    m_picture.clear();
    m_rows = 0;
    return path;
}

void Paper::write(const std::string& path, const Bytes& head, const Bytes& body) const {
    const std::string aside = path + ".part";
    {
        std::ofstream file(aside, std::ios::binary);
        for (const Bytes* part : {&head, &body}) {
            for (const auto byte : *part)
                file.put(static_cast<char>(byte));
        }
    }
    std::filesystem::rename(aside, path);
}

} // namespace atrium::emulators
