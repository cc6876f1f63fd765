// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultvfs/forgetfuldisk.h"

#include <algorithm>
#include <utility>

namespace atrium::test {

std::string folderOf(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

void ForgetfulDisk::Content::apply(const Change& change, std::string& to) {
    if (!change.bytes) {
        to.resize(change.offset);
        return;
    }
    if (to.size() < change.offset + change.bytes->size())
        to.resize(change.offset + change.bytes->size());
    to.replace(change.offset, change.bytes->size(), *change.bytes);
}

/// Keeps some sectors of a write. Where one that was never written before is lost, whatever lay there shows.
void ForgetfulDisk::Content::applyTorn(const Change& change, std::string& to, std::mt19937_64& draw) {
    if (!change.bytes)
        return;
    const std::size_t end = change.offset + change.bytes->size();
    const std::size_t before = to.size();
    const bool rubbish = draw() % 2 == 0;
    for (std::size_t begin = change.offset; begin < end;) {
        const std::size_t next = std::min(end, (begin / kSector + 1) * kSector);
        if (draw() % 2 == 0)
            apply({begin, change.bytes->substr(begin - change.offset, next - begin)}, to);
        else if (rubbish && begin >= before)
            apply({begin, std::string(next - begin, static_cast<char>(draw()))}, to);
        begin = next;
    }
}

void ForgetfulDisk::Content::sync() {
    for (const Change& change : m_changes)
        apply(change, m_durable);
    m_changes.clear();
}

std::string ForgetfulDisk::Content::afterCut(std::mt19937_64& draw) const {
    std::string bytes = m_durable;
    // Some disks keep the order and lose the end, some lose everything in the cache, most lose here and
    // there.
    const auto kind = draw() % 4;
    const std::size_t kept = m_changes.empty() ? 0 : draw() % (m_changes.size() + 1);
    for (std::size_t i = 0; i < m_changes.size() && kind != 0; ++i) {
        if (kind == 1) {
            if (i < kept)
                apply(m_changes[i], bytes);
            else if (i == kept)
                applyTorn(m_changes[i], bytes, draw);
            continue;
        }
        const auto fate = draw() % 4;
        if (fate == 0)
            applyTorn(m_changes[i], bytes, draw);
        else if (fate != 1)
            apply(m_changes[i], bytes);
    }
    return bytes;
}

void ForgetfulDisk::adopt(const std::string& path, std::string bytes) {
    const auto content = std::make_shared<Content>(std::move(bytes));
    m_names[path] = {content, content};
}

ForgetfulDisk::ContentPtr ForgetfulDisk::open(const std::string& path) {
    Name& name = m_names[path];
    if (name.now == nullptr)
        name.now = std::make_shared<Content>();
    return name.now;
}

void ForgetfulDisk::remove(const std::string& path) {
    if (const auto found = m_names.find(path); found != m_names.end())
        found->second.now = nullptr;
}

void ForgetfulDisk::syncFolder(const std::string& folder) {
    for (auto& [path, name] : m_names)
        if (folderOf(path) == folder)
            name.durable = name.now;
}

std::map<std::string, std::optional<std::string>> ForgetfulDisk::afterCut(std::uint64_t seed) const {
    std::mt19937_64 draw(seed);
    std::map<std::string, std::optional<std::string>> out;
    for (const auto& [path, name] : m_names) {
        const auto& found = name.now != name.durable && draw() % 2 == 0 ? name.durable : name.now;
        out[path] = found ? std::optional(found->afterCut(draw)) : std::nullopt;
    }
    return out;
}

} // namespace atrium::test
