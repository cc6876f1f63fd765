// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/ids.h"
#include "shared/model/instant.h"
#include "shared/model/json.h"
#include "shared/model/reflect.h"
#include "shared/model/result.h"

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

// The walker between described types and Boost.JSON values. Include it in .cpp files only: it is heavy.
namespace atrium::model::codec {

template <class T> inline constexpr bool kIsId = false;
template <class Tag> inline constexpr bool kIsId<Id<Tag>> = true;
template <class T> inline constexpr bool kIsOptional = false;
template <class T> inline constexpr bool kIsOptional<std::optional<T>> = true;
template <class T> inline constexpr bool kIsVector = false;
template <class T> inline constexpr bool kIsVector<std::vector<T>> = true;
template <class T> inline constexpr bool kIsMap = false;
template <class T> inline constexpr bool kIsMap<std::map<std::string, T>> = true;

/// The value of a described type, in one memory from top to bottom; `memory` must outlive it.
template <class T> boost::json::value toValue(const T& in, const boost::json::storage_ptr& memory = {}) {
    if constexpr (std::is_same_v<T, boost::json::value>) {
        return boost::json::value(in, memory);
    } else if constexpr (std::is_same_v<T, bool> || std::is_floating_point_v<T>) {
        return boost::json::value(in);
    } else if constexpr (std::is_integral_v<T>) {
        return boost::json::value(static_cast<std::int64_t>(in));
    } else if constexpr (std::is_same_v<T, std::string>) {
        return boost::json::value(boost::json::string_view(in), memory);
    } else if constexpr (kIsId<T>) {
        return toValue(in.value, memory);
    } else if constexpr (std::is_same_v<T, Instant>) {
        return boost::json::value(toMillis(in));
    } else if constexpr (std::is_same_v<T, Day> || std::is_same_v<T, MinuteOfDay>) {
        return boost::json::value(static_cast<std::int64_t>(in.value));
    } else if constexpr (std::is_enum_v<T>) {
        return boost::json::value(boost::json::string_view(enumName(in)), memory);
    } else if constexpr (kIsOptional<T>) {
        return in ? toValue(*in, memory) : boost::json::value(nullptr);
    } else if constexpr (kIsVector<T>) {
        boost::json::array out(memory);
        out.reserve(in.size());
        for (const auto& element : in)
            out.push_back(toValue(element, memory));
        return boost::json::value(std::move(out));
    } else if constexpr (kIsMap<T>) {
        boost::json::object out(in.size(), memory);
        for (const auto& [key, element] : in)
            out.emplace(key, toValue(element, memory));
        return boost::json::value(std::move(out));
    } else {
        boost::json::object out(boost::mp11::mp_size<Members<T>>::value, memory);
        forEachMember<T>(
            [&](std::string_view name, auto pointer) { out.emplace(name, toValue(in.*pointer, memory)); });
        return boost::json::value(std::move(out));
    }
}

inline Error wrongType(const std::string& path, Sentence wanted) {
    return Error{ErrorCode::invalid, path.empty() ? "/" : path, wanted};
}

/// Reads in into out; nullopt on success. On failure out may be partly read: callers drop it.
template <class T>
std::optional<Error> fromValue(const boost::json::value& in, T& out, const std::string& path) {
    if constexpr (std::is_same_v<T, boost::json::value>) {
        out = in;
    } else if constexpr (std::is_same_v<T, bool>) {
        if (!in.is_bool())
            return wrongType(path, Sentence::wantBool);
        out = in.get_bool();
    } else if constexpr (std::is_floating_point_v<T>) {
        // Boost.JSON 1.81 writes the shortest exact text, but reads more than 15 digits up to one bit off:
        // what must compare equal afterwards is rounded by the rule that makes it (number_test.cpp).
        if (in.is_double())
            out = static_cast<T>(in.get_double());
        else if (in.is_int64())
            out = static_cast<T>(in.get_int64());
        else
            return wrongType(path, Sentence::wantNumber);
    } else if constexpr (std::is_integral_v<T>) {
        if (!in.is_int64())
            return wrongType(path, Sentence::wantWhole);
        const std::int64_t number = in.get_int64();
        if (!std::in_range<T>(number))
            return Error{ErrorCode::invalid, path, Sentence::outOfRange};
        out = static_cast<T>(number);
    } else if constexpr (std::is_same_v<T, std::string>) {
        if (!in.is_string())
            return wrongType(path, Sentence::wantText);
        out = std::string(in.get_string());
    } else if constexpr (kIsId<T>) {
        if (!in.is_string())
            return wrongType(path, Sentence::wantId);
        out.value = std::string(in.get_string());
    } else if constexpr (std::is_same_v<T, Instant>) {
        if (!in.is_int64())
            return wrongType(path, Sentence::wantMilliseconds);
        out = fromMillis(in.get_int64());
    } else if constexpr (std::is_same_v<T, Day> || std::is_same_v<T, MinuteOfDay>) {
        return fromValue(in, out.value, path);
    } else if constexpr (std::is_enum_v<T>) {
        if (!in.is_string())
            return wrongType(path, Sentence::wantWord);
        if (!enumFromName(std::string_view(in.get_string().data(), in.get_string().size()), out))
            return Error{ErrorCode::invalid, path, Sentence::unknownWord};
    } else if constexpr (kIsOptional<T>) {
        if (in.is_null()) {
            out.reset();
            return std::nullopt;
        }
        return fromValue(in, out.emplace(), path);
    } else if constexpr (kIsVector<T>) {
        if (!in.is_array())
            return wrongType(path, Sentence::wantList);
        out.clear();
        for (std::size_t i = 0; i < in.get_array().size(); ++i)
            if (auto error = fromValue(in.get_array()[i], out.emplace_back(), path + "/" + std::to_string(i)))
                return error;
    } else if constexpr (kIsMap<T>) {
        if (!in.is_object())
            return wrongType(path, Sentence::wantObject);
        out.clear();
        for (const auto& [key, element] : in.get_object())
            if (auto error = fromValue(element, out[std::string(key)], path + "/" + std::string(key)))
                return error;
    } else {
        if (!in.is_object())
            return wrongType(path, Sentence::wantObject);
        std::optional<Error> failure;
        forEachMember<T>([&](std::string_view name, auto pointer) {
            if (failure)
                return;
            if (const auto* member = in.get_object().if_contains(boost::json::string_view(name)))
                failure = fromValue(*member, out.*pointer, path + "/" + std::string(name));
        });
        return failure;
    }
    return std::nullopt;
}

/// Parses text within the stated limits (8 MiB, depth 32).
/// The value's memory is taken from `memory`, which must outlive it.
[[nodiscard]] Result<boost::json::value> parse(std::string_view text, boost::json::storage_ptr memory = {});

[[nodiscard]] std::string serialise(const boost::json::value& value);

/// Memory for values that live in one call: a block on the stack before any piece of heap.
class CallMemory {
public:
    CallMemory() : m_resource(m_block, sizeof m_block) {}
    [[nodiscard]] boost::json::storage_ptr storage() { return &m_resource; }

private:
    unsigned char m_block[16384];
    boost::json::monotonic_resource m_resource;
};

template <class T> std::string write(const T& value) {
    CallMemory memory;
    return serialise(toValue(value, memory.storage()));
}

template <class T> Result<T> read(std::string_view text) {
    CallMemory memory;
    auto parsed = parse(text, memory.storage());
    if (!parsed)
        return parsed.error();
    T out{};
    if (auto error = fromValue(*parsed, out, {}))
        return *error;
    return out;
}

} // namespace atrium::model::codec

/// Defines toJson and fromJson for one type; used in codec/instances*.cpp.
#define ATRIUM_JSON_INSTANCE(Type)                                                                           \
    template <> std::string atrium::model::toJson<Type>(const Type& value) {                                 \
        return atrium::model::codec::write(value);                                                           \
    }                                                                                                        \
    template <> atrium::model::Result<Type> atrium::model::fromJson<Type>(std::string_view text) {           \
        return atrium::model::codec::read<Type>(text);                                                       \
    }
