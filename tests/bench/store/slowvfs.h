// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/faultvfs/vfsshim.h"

#include <atomic>
#include <chrono>
#include <thread>

namespace atrium::bench {

/// The default VFS with its syncs counted and, on wish, each made slower: a disk as halls have them.
class SlowVfs final : public test::VfsShim {
public:
    SlowVfs() : VfsShim("slow", true) {}

    int sync(File& file, int flags) override {
        ++syncs;
        if (const auto wait = std::chrono::milliseconds(delayMs); wait.count() > 0)
            std::this_thread::sleep_for(wait);
        return VfsShim::sync(file, flags);
    }

    std::atomic<std::uint64_t> syncs{0};
    std::atomic<int> delayMs{0};
};

} // namespace atrium::bench
