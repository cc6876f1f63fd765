// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/queueing/hallday.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <deque>
#include <limits>
#include <numbers>
#include <numeric>

namespace atrium::bench {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr std::size_t kRolling = 30;

/// splitmix64 and what is drawn from it.
class Dice {
public:
    // Mixed, because seeds a step of the generator apart would give the same numbers, one place further on.
    explicit Dice(std::uint64_t seed) : m_state(mixed(mixed(seed))) {}

    /// Above 0, below 1.
    double uniform() {
        m_state += 0x9E3779B97F4A7C15U;
        return (static_cast<double>(mixed(m_state) >> 11) + 0.5) * 0x1.0p-53;
    }
    double exponential() { return -std::log(uniform()); }
    double normal() { // Box-Muller
        const double radius = std::sqrt(-2 * std::log(uniform()));
        return radius * std::cos(2 * std::numbers::pi * uniform());
    }
    double lognormal(double mean, double variation) {
        const double squared = std::log(1 + variation * variation);
        return mean * std::exp(std::sqrt(squared) * normal() - squared / 2);
    }

private:
    static std::uint64_t mixed(std::uint64_t bits) {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9U;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBU;
        return bits ^ (bits >> 31);
    }

    std::uint64_t m_state;
};

/// How many come at a moment, in proportion: two peaks, and fewer in the middle of lunch.
double crowd(const Hall& hall, double minute) {
    const auto hump = [minute](double at, double width) {
        return std::exp(-(minute - at) * (minute - at) / (2 * width * width));
    };
    const double noon = (hall.lunchFrom + hall.lunchTo) / 2;
    return 1 + 0.5 * hump(hall.firstPeak, hall.peakWidth) + 0.4 * hump(hall.secondPeak, hall.peakWidth) -
           0.4 * hump(noon, (hall.lunchTo - hall.lunchFrom) / 2.4);
}
constexpr double kMostCrowd = 1.9;

struct Visitor {
    double arrives = 0;
    double holds = 0; ///< minutes at the window
    bool comes = true;
};

std::vector<Visitor> visitorsOf(const Hall& hall, Dice& dice) {
    double crowds = 0; // minute by minute: the curve is smooth
    for (double minute = hall.opens + 0.5; minute < hall.closes; ++minute)
        crowds += crowd(hall, minute);
    const double time = hall.windows * (hall.closes - hall.opens) -
                        (hall.windows - hall.windowsAtLunch) * (hall.lunchTo - hall.lunchFrom);
    const double work = (1 - hall.noShowShare) * hall.serviceMean + hall.noShowShare * hall.noShowHolds;
    const double rate = hall.utilisation * time / work / crowds;
    std::vector<Visitor> visitors;
    for (double minute = hall.opens; true;) {
        minute += dice.exponential() / (rate * kMostCrowd);
        if (minute >= hall.closes)
            return visitors;
        if (dice.uniform() * kMostCrowd >= crowd(hall, minute)) // thinned to the rate of this minute
            continue;
        Visitor visitor{minute, dice.lognormal(hall.serviceMean, hall.serviceVariation), true};
        if (dice.uniform() < hall.noShowShare)
            visitor = {minute, hall.noShowHolds * (0.5 + dice.uniform()), false};
        visitors.push_back(visitor);
    }
}

class Day {
public:
    Day(const Hall& hall, std::uint64_t seed)
        : m_hall(hall), m_windows(static_cast<std::size_t>(hall.windows)) {
        Dice dice(seed);
        m_visitors = visitorsOf(hall, dice);
        m_known.services = rules::queueing::planned(hall.plannedService * 60);
    }

    std::vector<Wait> run() {
        double lunchFrom = m_hall.lunchFrom;
        double lunchTo = m_hall.lunchTo;
        for (std::size_t next = 0; next < m_visitors.size() || !m_line.empty();) {
            const double arrival = next < m_visitors.size() ? m_visitors[next].arrives : kNever;
            auto& first = *std::min_element(m_windows.begin(), m_windows.end(),
                                            [](const auto& a, const auto& b) { return a.freeAt < b.freeAt; });
            m_known.minute = std::min({arrival, first.freeAt, lunchFrom, lunchTo});
            if (m_known.minute == first.freeAt) {
                finish(first);
            } else if (m_known.minute == arrival) {
                arrive(m_visitors[next++]);
            } else if (m_known.minute == lunchFrom) {
                lunchFrom = kNever;
                setAway(true);
            } else {
                lunchTo = kNever;
                setAway(false);
            }
            callNext();
        }
        return std::move(m_waits);
    }

private:
    struct Window {
        double freeAt = kNever; ///< kNever: nobody is there
        bool isAway = false;    ///< or goes when it is free
        Visitor visitor;
    };
    struct InLine {
        Visitor visitor;
        Known known;
        bool waits = false;
    };

    [[nodiscard]] bool isFree(const Window& window) const {
        return !window.isAway && window.freeAt == kNever;
    }

    void setAway(bool away) {
        for (std::size_t i = static_cast<std::size_t>(m_hall.windowsAtLunch); i < m_windows.size(); ++i)
            m_windows[i].isAway = away;
    }

    void arrive(const Visitor& visitor) {
        const bool waits = std::none_of(m_windows.begin(), m_windows.end(),
                                        [this](const auto& window) { return isFree(window); });
        m_known.ahead = static_cast<int>(m_line.size());
        m_known.openWindows =
            static_cast<int>(std::count_if(m_windows.begin(), m_windows.end(), [](const auto& window) {
                return !window.isAway || window.freeAt < kNever;
            }));
        m_known.headWaited =
            m_line.empty() ? m_known.lastWaited : m_known.minute - m_line.front().visitor.arrives;
        m_line.push_back({visitor, m_known, waits});
    }

    void finish(Window& window) {
        if (window.visitor.comes)
            m_known.services = rules::queueing::observe(m_known.services, window.visitor.holds * 60);
        window.freeAt = kNever;
    }

    void callNext() {
        for (auto& window : m_windows) {
            if (m_line.empty())
                return;
            if (!isFree(window))
                continue;
            const InLine called = m_line.front();
            m_line.pop_front();
            window.visitor = called.visitor;
            window.freeAt = m_known.minute + called.visitor.holds;
            learn(called);
        }
    }

    void learn(const InLine& called) {
        const double waited = m_known.minute - called.visitor.arrives;
        if (called.waits)
            m_waits.push_back({called.known, waited});
        m_known.lastWaited = waited;
        m_last.push_back(waited);
        if (m_last.size() > kRolling)
            m_last.pop_front();
        m_known.rollingMean =
            std::accumulate(m_last.begin(), m_last.end(), 0.0) / static_cast<double>(m_last.size());
        ++m_known.called;
        m_known.noShows += called.visitor.comes ? 0 : 1;
    }

    const Hall& m_hall;
    std::vector<Visitor> m_visitors;
    std::vector<Window> m_windows;
    std::deque<InLine> m_line;
    std::deque<double> m_last;
    Known m_known;
    std::vector<Wait> m_waits;
};

} // namespace

estimate::StaffingPlan Hall::plan() const {
    const auto minute = [](double value) { return model::MinuteOfDay{static_cast<int>(value)}; };
    const auto all = static_cast<double>(windows);
    return {{minute(opens), all},
            {minute(lunchFrom), static_cast<double>(windowsAtLunch)},
            {minute(lunchTo), all}};
}

std::vector<Wait> waitsOf(const Hall& hall, std::uint64_t seed) {
    return Day(hall, seed).run();
}

} // namespace atrium::bench
