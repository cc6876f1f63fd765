// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/metrics.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>
#include <stdexcept>

namespace atrium::http {

namespace {

std::string render(const Metrics::Labels& labels) {
    std::string text;
    for (const auto& [name, value] : labels) {
        text += (text.empty() ? "" : ",") + name + "=\"";
        for (const char c : value) {
            if (c == '\\' || c == '"')
                text += '\\';
            text += c == '\n' ? ' ' : c;
        }
        text += '"';
    }
    return text;
}

/// The shortest text that reads back as the same value; a stream would round it to six digits.
std::string number(double value) {
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() ? std::string(text.data(), end) : std::string("NaN");
}

std::string braces(const std::string& labels, const std::string& more = {}) {
    const std::string both = labels + (labels.empty() || more.empty() ? "" : ",") + more;
    return both.empty() ? both : "{" + both + "}";
}

} // namespace

Histogram::Histogram(std::vector<double> bounds)
    : m_bounds(std::move(bounds)),
      m_counts(std::make_unique<std::atomic<std::uint64_t>[]>(m_bounds.size() + 1)) {}

void Histogram::observe(double value) noexcept {
    const auto bucket = std::lower_bound(m_bounds.begin(), m_bounds.end(), value) - m_bounds.begin();
    m_counts[static_cast<std::size_t>(bucket)].fetch_add(1, std::memory_order_relaxed);
    m_sumMicro.fetch_add(static_cast<std::uint64_t>(std::max(value, 0.0) * 1e6), std::memory_order_relaxed);
}

std::uint64_t Histogram::cumulative(std::size_t i) const noexcept {
    std::uint64_t total = 0;
    for (std::size_t k = 0; k <= std::min(i, m_bounds.size()); ++k)
        total += m_counts[k].load(std::memory_order_relaxed);
    return total;
}

double Histogram::sum() const noexcept {
    return static_cast<double>(m_sumMicro.load(std::memory_order_relaxed)) / 1e6;
}

Metrics::Family& Metrics::family(const std::string& name, const char* type, const std::string& help) {
    Family& family = m_families[name];
    if (family.type.empty()) {
        family.type = type;
        family.help = help;
    }
    if (family.type != type)
        throw std::logic_error("metric " + name + " is a " + family.type);
    return family;
}

Counter& Metrics::counter(const std::string& name, const std::string& help, const Labels& labels) {
    const std::lock_guard lock(m_mutex);
    auto& slot = family(name, "counter", help).counters[render(labels)];
    if (!slot)
        slot = std::make_unique<Counter>();
    return *slot;
}

Gauge& Metrics::gauge(const std::string& name, const std::string& help, const Labels& labels) {
    const std::lock_guard lock(m_mutex);
    auto& slot = family(name, "gauge", help).gauges[render(labels)];
    if (!slot)
        slot = std::make_unique<Gauge>();
    return *slot;
}

Histogram& Metrics::histogram(const std::string& name, const std::string& help, const Labels& labels,
                              const std::vector<double>& bounds) {
    const std::lock_guard lock(m_mutex);
    auto& slot = family(name, "histogram", help).histograms[render(labels)];
    if (!slot)
        slot = std::make_unique<Histogram>(bounds);
    return *slot;
}

void Metrics::gaugeFunction(const std::string& name, const std::string& help, std::function<double()> read) {
    const std::lock_guard lock(m_mutex);
    family(name, "gauge", help).read = std::move(read);
}

void Metrics::counterFunction(const std::string& name, const std::string& help,
                              std::function<double()> read) {
    const std::lock_guard lock(m_mutex);
    family(name, "counter", help).read = std::move(read);
}

std::map<std::string, std::function<double()>> Metrics::readers() const {
    const std::lock_guard lock(m_mutex);
    std::map<std::string, std::function<double()>> found;
    for (const auto& [name, family] : m_families)
        if (family.read)
            found.emplace(name, family.read);
    return found;
}

std::string Metrics::text() const {
    std::map<std::string, double> asked; // outside the lock: the functions may lock what they like
    for (const auto& [name, read] : readers())
        asked.emplace(name, read());
    const std::lock_guard lock(m_mutex);
    std::ostringstream out;
    for (const auto& [name, family] : m_families) {
        out << "# HELP " << name << ' ' << family.help << "\n# TYPE " << name << ' ' << family.type << '\n';
        if (const auto value = asked.find(name); value != asked.end())
            out << name << ' ' << number(value->second) << '\n';
        for (const auto& [labels, counter] : family.counters)
            out << name << braces(labels) << ' ' << counter->value() << '\n';
        for (const auto& [labels, gauge] : family.gauges)
            out << name << braces(labels) << ' ' << gauge->value() << '\n';
        for (const auto& [labels, histogram] : family.histograms) {
            const auto& bounds = histogram->bounds();
            for (std::size_t i = 0; i < bounds.size(); ++i) {
                const std::string bound = "le=\"" + number(bounds[i]) + '"';
                out << name << "_bucket" << braces(labels, bound) << ' ' << histogram->cumulative(i) << '\n';
            }
            const auto all = histogram->cumulative(bounds.size());
            out << name << "_bucket" << braces(labels, "le=\"+Inf\"") << ' ' << all << '\n';
            out << name << "_sum" << braces(labels) << ' ' << number(histogram->sum()) << '\n';
            out << name << "_count" << braces(labels) << ' ' << all << '\n';
        }
    }
    return out.str();
}

} // namespace atrium::http
