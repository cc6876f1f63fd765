// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace atrium::test {

/// What a disk holds for certain and what only its cache does. Contents and names are kept apart as in a file
/// system: a file's bytes are certain after its own sync, that it exists (or no longer does) after its
/// folder's. One thread at a time.
class ForgetfulDisk {
public:
    /// The smallest piece that is written whole or not at all.
    static constexpr std::size_t kSector = 512;

    /// One file's bytes: those of the last sync, then every change since in its order.
    class Content {
    public:
        explicit Content(std::string durable = {}) : m_durable(std::move(durable)) {}
        void write(std::size_t offset, std::string_view bytes) {
            m_changes.push_back({offset, std::string(bytes)});
        }
        void truncate(std::size_t size) { m_changes.push_back({size, std::nullopt}); }
        void sync();
        /// What is found after the power came back.
        [[nodiscard]] std::string afterCut(std::mt19937_64& draw) const;

    private:
        struct Change {
            std::size_t offset;               ///< of a truncation: the new size
            std::optional<std::string> bytes; ///< none: a truncation
        };
        static void apply(const Change& change, std::string& to);
        static void applyTorn(const Change& change, std::string& to, std::mt19937_64& draw);

        std::string m_durable;
        std::vector<Change> m_changes;
    };
    using ContentPtr = std::shared_ptr<Content>; ///< held by the names and by open files

    [[nodiscard]] bool knows(const std::string& path) const { return m_names.contains(path); }
    /// A file that was there before this disk was watched.
    void adopt(const std::string& path, std::string bytes);
    /// The file of that name, made when there is none.
    [[nodiscard]] ContentPtr open(const std::string& path);
    void remove(const std::string& path);
    void syncFolder(const std::string& folder);

    /// Every file found after a power cut now, by path; a file that is gone has no bytes.
    [[nodiscard]] std::map<std::string, std::optional<std::string>> afterCut(std::uint64_t seed) const;

private:
    struct Name {
        ContentPtr now;     ///< null: removed
        ContentPtr durable; ///< null: not there as far as the disk is certain
    };
    std::map<std::string, Name> m_names;
};

[[nodiscard]] std::string folderOf(const std::string& path);

} // namespace atrium::test
