// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace atrium::http {

/// Only rises.
class Counter {
public:
    void add(std::uint64_t n = 1) noexcept { m_value.fetch_add(n, std::memory_order_relaxed); }
    [[nodiscard]] std::uint64_t value() const noexcept { return m_value.load(std::memory_order_relaxed); }

private:
    std::atomic<std::uint64_t> m_value{0};
};

class Gauge {
public:
    void set(std::int64_t v) noexcept { m_value.store(v, std::memory_order_relaxed); }
    void add(std::int64_t n) noexcept { m_value.fetch_add(n, std::memory_order_relaxed); }
    [[nodiscard]] std::int64_t value() const noexcept { return m_value.load(std::memory_order_relaxed); }

private:
    std::atomic<std::int64_t> m_value{0};
};

/// Counts observations up to each bound, and their sum.
class Histogram {
public:
    explicit Histogram(std::vector<double> bounds);
    void observe(double value) noexcept;
    [[nodiscard]] const std::vector<double>& bounds() const noexcept { return m_bounds; }
    /// Observations at most bounds()[i]; index bounds().size(): all.
    [[nodiscard]] std::uint64_t cumulative(std::size_t i) const noexcept;
    [[nodiscard]] double sum() const noexcept;

private:
    std::vector<double> m_bounds;
    std::unique_ptr<std::atomic<std::uint64_t>[]> m_counts; // one per bound, then the rest
    std::atomic<std::uint64_t> m_sumMicro{0};               // millionths, so that adding is one instruction
};

/// What the server counts, as Prometheus text (exposition format 0.0.4). References stay valid as long as the
/// registry; look one up once and keep it. All members may be called from any thread.
class Metrics {
public:
    using Labels = std::vector<std::pair<std::string, std::string>>;

    Counter& counter(const std::string& name, const std::string& help, const Labels& labels = {});
    Gauge& gauge(const std::string& name, const std::string& help, const Labels& labels = {});
    /// Seconds; all histograms of one name share their bounds.
    Histogram& histogram(const std::string& name, const std::string& help, const Labels& labels = {},
                         const std::vector<double>& bounds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                                              0.25, 0.5, 1, 2.5, 5, 10});
    /// A gauge, or a counter, whose value is asked for at every scrape.
    void gaugeFunction(const std::string& name, const std::string& help, std::function<double()> read);
    void counterFunction(const std::string& name, const std::string& help, std::function<double()> read);
    [[nodiscard]] std::string text() const;

private:
    struct Family {
        std::string type;
        std::string help;
        std::map<std::string, std::unique_ptr<Counter>> counters; // by rendered labels
        std::map<std::string, std::unique_ptr<Gauge>> gauges;
        std::map<std::string, std::unique_ptr<Histogram>> histograms;
        std::function<double()> read;
    };
    [[nodiscard]] std::map<std::string, std::function<double()>> readers() const;
    Family& family(const std::string& name, const char* type, const std::string& help);

    mutable std::mutex m_mutex; // guards m_families' shape, not the values
    std::map<std::string, Family> m_families;
};

} // namespace atrium::http
