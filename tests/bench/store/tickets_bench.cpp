// SPDX-License-Identifier: GPL-3.0-or-later
// Durable tickets per second over HTTP, against what HTTP alone and the database alone can do on this
// machine.
//   tickets_bench [--tiny | --profile] [--folder DIR]
//     --tiny     about two seconds, no verdict
//     --profile  eight seconds of tickets only, for a profiler
#include "tests/bench/store/benchhall.h"
#include "tests/bench/store/loadclient.h"
#include "tests/bench/store/rawrows.h"
#include "tests/bench/store/slowvfs.h"

#include <stdlib.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

namespace {

using namespace atrium::bench;
using std::chrono::milliseconds;

constexpr int kClients = 64;
constexpr std::size_t kGroup = 64;
constexpr int kSyncDelay = 3; // milliseconds

struct Plan {
    bool tiny = false;
    bool profile = false;
    int rounds = 5;
    milliseconds time{2'000};
    std::size_t rawTickets = 6'400;
    std::size_t singles = 300;
};

struct Folder {
    std::string path;
    explicit Folder(const std::string& parent) : path(parent + "/atrium-bench-XXXXXX") {
        if (::mkdtemp(path.data()) == nullptr)
            throw std::runtime_error("no folder in " + parent);
    }
    ~Folder() {
        std::error_code error;
        std::filesystem::remove_all(path, error);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};

double median(std::vector<double> list) {
    std::sort(list.begin(), list.end());
    return list[list.size() / 2];
}

LoadResult loaded(const char* what, LoadResult result) {
    if (result.others > 0 || result.answers == 0)
        throw std::runtime_error(std::string(what) + ": " + std::to_string(result.others) +
                                 " unexpected answers, first: " + result.firstOther);
    return result;
}

struct Tickets {
    LoadResult load;
    double perCommit = 0;
    double syncsPerCommit = 0;
    // Milliseconds of the writer per commit.
    double deciding = 0;
    double committing = 0;
    double telling = 0;
};

Tickets measureTickets(const BenchHall& hall, SlowVfs& disk, milliseconds time) {
    const auto before = hall.figures();
    const auto syncs = disk.syncs.load();
    Tickets out;
    out.load = loaded("tickets", drive(hall.port(), kClients, time, 201,
                                       [&hall](std::uint64_t n) { return hall.ticketRequest(n); }));
    const auto after = hall.figures();
    const auto commits = static_cast<double>(std::max<std::uint64_t>(1, after.groups - before.groups));
    out.perCommit = static_cast<double>(after.jobs - before.jobs) / commits;
    out.syncsPerCommit = static_cast<double>(disk.syncs.load() - syncs) / commits;
    out.deciding = 1000 * (after.deciding - before.deciding) / commits;
    out.committing = 1000 * (after.committing - before.committing) / commits;
    out.telling = 1000 * (after.telling - before.telling) / commits;
    return out;
}

void printWriter(const Tickets& tickets) {
    std::printf("   the writer per commit: deciding %.1f ms, committing %.1f ms, answering %.1f ms\n",
                tickets.deciding, tickets.committing, tickets.telling);
}

bool run(const Plan& plan, const std::string& parent) {
    const Folder folder(parent);
    SlowVfs disk;
    const BenchHall hall(folder.path);
    const std::string raw = folder.path + "/raw.db";
    std::vector<double> t, h, r, same, ratio;
    Tickets last;
    (void)measureTickets(hall, disk, plan.time / 2); // warm
    if (plan.profile) {
        const Tickets all = measureTickets(hall, disk, std::chrono::seconds(8));
        std::printf("T %.0f tickets/s, %.1f a commit\n", all.load.perSecond(), all.perCommit);
        printWriter(all);
        return true;
    }
    for (int round = 0; round < plan.rounds; ++round) {
        h.push_back(loaded("nothing", drive(hall.nothingPort(), kClients, plan.time, 201,
                                            [&hall](std::uint64_t n) { return hall.nothingRequest(n); }))
                        .perSecond());
        last = measureTickets(hall, disk, plan.time);
        t.push_back(last.load.perSecond());
        const RawRows rows(hall.databasePath(), plan.rawTickets);
        r.push_back(rows.write(raw, RawRows::Into::empty, rows.tickets(), kGroup));
        same.push_back(rows.write(raw, RawRows::Into::copy, rows.tickets(), kGroup));
        ratio.push_back(t.back() / (0.5 / (1 / h.back() + 1 / r.back())));
        std::printf("  round %d: T %.0f  H %.0f  R %.0f (%zu tickets)  T's answers p50 %.1f ms p99 %.1f ms\n",
                    round + 1, t.back(), h.back(), r.back(), rows.tickets(), last.load.p50, last.load.p99);
    }
    std::printf("T  durable tickets/s over HTTP, %d clients      %8.0f\n", kClients, median(t));
    std::printf("H  no-op POSTs/s on the same server             %8.0f\n", median(h));
    std::printf("R  the same rows by raw sqlite3, groups of %zu   %8.0f tickets/s\n", kGroup, median(r));
    std::printf("   (R into a copy of the server's own database    %8.0f tickets/s)\n", median(same));
    std::printf("   tickets per commit %.1f, syncs per commit %.2f\n", last.perCommit, last.syncsPerCommit);
    printWriter(last);
    // Round by round: what else the machine does changes from one to the next.
    const bool fast = median(ratio) >= 1;
    std::printf("   T >= 0.5 / (1/H + 1/R): %s, %.2f of it (median; rounds from %.2f to %.2f)\n",
                fast ? "yes" : "NO", median(ratio), *std::min_element(ratio.begin(), ratio.end()),
                *std::max_element(ratio.begin(), ratio.end()));

    disk.delayMs = kSyncDelay;
    const Tickets slow = measureTickets(hall, disk, plan.time);
    const RawRows rows(hall.databasePath(), plan.singles);
    const double singles = rows.write(raw, RawRows::Into::empty, rows.tickets(), 1);
    disk.delayMs = 0;
    const bool grouped = slow.load.perSecond() >= 10 * singles;
    std::printf("with %d ms more per sync: %.0f tickets/s, single commits %.0f/s, %.1f times: %s (goal 10)\n",
                kSyncDelay, slow.load.perSecond(), singles, slow.load.perSecond() / singles,
                grouped ? "yes" : "NO");
    std::printf("   tickets per commit %.1f, syncs per commit %.2f, answers p50 %.1f ms p99 %.1f ms\n",
                slow.perCommit, slow.syncsPerCommit, slow.load.p50, slow.load.p99);
    return plan.tiny || (fast && grouped);
}

} // namespace

int main(int argc, char** argv) {
    Plan plan;
    std::string parent = std::filesystem::temp_directory_path().string();
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--tiny")
            plan = {.tiny = true, .rounds = 1, .time = milliseconds(200), .rawTickets = 256, .singles = 20};
        else if (argument == "--profile")
            plan.profile = true;
        else if (argument == "--folder" && i + 1 < argc)
            parent = argv[++i];
        else {
            std::fprintf(stderr, "usage: tickets_bench [--tiny | --profile] [--folder DIR]\n");
            return 2;
        }
    }
    try {
        return run(plan, parent) ? 0 : 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "tickets_bench: %s\n", error.what());
        return 1;
    }
}
