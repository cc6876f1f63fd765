// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include <cctype>
#include <string>
#include <string_view>
#include <type_traits>

// Walks a record's description. Kept out of the record headers, because it is what makes them slow to
// compile.
namespace atrium::model {

template <class T> using Members = boost::describe::describe_members<T, boost::describe::mod_public>;

/// Calls visit(name, pointerToMember) for every described member, in the order of the description.
template <class T, class Visit> void forEachMember(Visit&& visit) {
    boost::mp11::mp_for_each<Members<T>>(
        [&](auto member) { visit(std::string_view(member.name), member.pointer); });
}

/// The wire name of an enumerator; empty for a value that is none.
template <class E> std::string_view enumName(E value) {
    return boost::describe::enum_to_string(value, "");
}

/// False when the text names no enumerator; value is then unchanged.
template <class E> bool enumFromName(std::string_view text, E& value) {
    return boost::describe::enum_from_string(std::string(text).c_str(), value);
}

/// Column of a member: lowerCamel to snake_case ("hallId" to "hall_id").
inline std::string snakeCase(std::string_view camel) {
    std::string out;
    for (const char c : camel) {
        if (std::isupper(static_cast<unsigned char>(c)) != 0) {
            out += '_';
            out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        } else {
            out += c;
        }
    }
    return out;
}

} // namespace atrium::model
