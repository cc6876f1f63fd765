// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/statistics/figures.h"

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

namespace atrium::rules::statistics {
namespace {

template <class T> void addMembers(T& to, const T& other) {
    using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
    boost::mp11::mp_for_each<Members>([&](auto member) { to.*member.pointer += other.*member.pointer; });
}

void addBuckets(Spread& to, const Spread& other) {
    for (std::size_t i = 0; i < kBuckets; ++i)
        to.at(i) += other.at(i);
}

} // namespace

Counters& Counters::operator+=(const Counters& other) {
    addMembers(*this, other);
    return *this;
}

WindowSeconds& WindowSeconds::operator+=(const WindowSeconds& other) {
    addMembers(*this, other);
    return *this;
}

Figures& Figures::operator+=(const Figures& other) {
    n += other.n;
    addBuckets(waits, other.waits);
    addBuckets(handling, other.handling);
    windows += other.windows;
    return *this;
}

} // namespace atrium::rules::statistics
