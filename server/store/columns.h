// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/db.h"
#include "shared/model/codec/walker.h"

#include <type_traits>

// Between described members and columns. Heavy: include it in recordtable.cpp only.
namespace atrium::store::columns {

template <class T> constexpr ColumnType typeOf() {
    if constexpr (model::codec::kIsOptional<T>)
        return typeOf<typename T::value_type>();
    else if constexpr (std::is_integral_v<T> || std::is_same_v<T, model::Instant> ||
                       std::is_same_v<T, model::Day> || std::is_same_v<T, model::MinuteOfDay>)
        return ColumnType::integer;
    else if constexpr (std::is_floating_point_v<T>)
        return ColumnType::real;
    else
        return ColumnType::text;
}

template <class T> Value toColumn(const T& in) {
    if constexpr (model::codec::kIsOptional<T>)
        return in ? toColumn(*in) : Value{};
    else if constexpr (std::is_integral_v<T>)
        return static_cast<std::int64_t>(in);
    else if constexpr (std::is_floating_point_v<T>)
        return static_cast<double>(in);
    else if constexpr (std::is_same_v<T, model::Instant>)
        return model::toMillis(in);
    else if constexpr (std::is_same_v<T, model::Day> || std::is_same_v<T, model::MinuteOfDay>)
        return std::int64_t{in.value};
    else if constexpr (std::is_same_v<T, std::string>)
        return in;
    else if constexpr (model::codec::kIsId<T>)
        return in.value;
    else if constexpr (std::is_enum_v<T>)
        return std::string(model::enumName(in));
    else
        return model::codec::write(in);
}

template <class T> void fromColumn(const Value& in, T& out) {
    if constexpr (model::codec::kIsOptional<T>) {
        if (std::holds_alternative<std::monostate>(in))
            out.reset();
        else
            fromColumn(in, out.emplace());
    } else if constexpr (std::is_same_v<T, bool>) {
        out = asInt(in) != 0;
    } else if constexpr (std::is_integral_v<T>) {
        out = static_cast<T>(asInt(in));
    } else if constexpr (std::is_floating_point_v<T>) {
        if (const auto* real = std::get_if<double>(&in))
            out = static_cast<T>(*real);
        else
            throw DbError("a column that must hold a number does not");
    } else if constexpr (std::is_same_v<T, model::Instant>) {
        out = model::fromMillis(asInt(in));
    } else if constexpr (std::is_same_v<T, model::Day> || std::is_same_v<T, model::MinuteOfDay>) {
        out.value = static_cast<std::int32_t>(asInt(in));
    } else if constexpr (std::is_same_v<T, std::string>) {
        out = asText(in);
    } else if constexpr (model::codec::kIsId<T>) {
        out.value = asText(in);
    } else if constexpr (std::is_enum_v<T>) {
        if (!model::enumFromName(asText(in), out))
            throw DbError("unknown word in a column: " + asText(in));
    } else {
        auto parsed = model::codec::parse(asText(in));
        if (!parsed)
            throw DbError("broken JSON in a column: " + parsed.error().detail);
        if (auto error = model::codec::fromValue(*parsed, out, {}))
            throw DbError("unreadable JSON in a column at " + error->path + ": " + error->detail);
    }
}

} // namespace atrium::store::columns
