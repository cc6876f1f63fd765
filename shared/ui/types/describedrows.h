// SPDX-License-Identifier: GPL-3.0-or-later
// Turns records described with Boost.Describe into rows of a RecordListModel: the member names are the roles,
// so that QML and tables never repeat the field list. Include it in .cpp files only; the reflection is slow
// to compile.
#pragma once

#include "shared/model/ids.h"
#include "shared/model/instant.h"
#include "shared/model/reflect.h"
#include "shared/ui/types/recordlistmodel.h"

#include <QDateTime>

#include <concepts>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace atrium::ui {

namespace detail {

template <class T>
concept HasValueMember = requires(const T& value) {
    value.value;
};
template <class T>
concept Described = boost::describe::has_describe_members<T>::value;

inline QString toText(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace detail

/// One member as QML takes it: texts, numbers and booleans as they are; ids and day or minute types by their
/// value; enumerators by their wire name; a moment as a local QDateTime; an empty optional as an invalid
/// value; a list as a QVariantList; a nested record as a QVariantMap.
template <class T> QVariant toVariant(const T& value) {
    if constexpr (std::is_same_v<T, bool> || std::is_floating_point_v<T>) {
        return QVariant(value);
    } else if constexpr (std::is_enum_v<T>) {
        return detail::toText(model::enumName(value));
    } else if constexpr (std::is_integral_v<T>) {
        return QVariant::fromValue(static_cast<qlonglong>(value));
    } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
        return detail::toText(value);
    } else if constexpr (std::is_same_v<T, model::Instant>) {
        return QDateTime::fromMSecsSinceEpoch(model::toMillis(value));
    } else if constexpr (requires {
                             value.has_value();
                             *value;
                         }) {
        return value.has_value() ? toVariant(*value) : QVariant();
    } else if constexpr (detail::Described<T>) {
        QVariantMap map;
        model::forEachMember<T>([&](std::string_view name, auto member) {
            map.insert(detail::toText(name), toVariant(value.*member));
        });
        return map;
    } else if constexpr (requires {
                             value.begin();
                             value.end();
                         }) {
        QVariantList list;
        for (const auto& part : value) {
            list.append(toVariant(part));
        }
        return list;
    } else {
        static_assert(detail::HasValueMember<T>, "a member type that QML cannot take");
        return toVariant(value.value);
    }
}

/// The member names of a described record, in the order of the description.
template <class T> QStringList rolesOf() {
    QStringList roles;
    model::forEachMember<T>([&](std::string_view name, auto) { roles.append(detail::toText(name)); });
    return roles;
}

/// One row; the key is the member `id` unless another text is given. Append further values for further roles.
template <class T> RecordRow rowOf(const T& record, const QString& key = {}) {
    RecordRow row{key, {}};
    model::forEachMember<T>(
        [&](std::string_view, auto member) { row.values.append(toVariant(record.*member)); });
    if (row.key.isEmpty()) {
        if constexpr (requires { record.id; }) {
            row.key = toVariant(record.id).toString();
        }
    }
    return row;
}

template <class T> QList<RecordRow> rowsOf(const std::vector<T>& records) {
    QList<RecordRow> rows;
    rows.reserve(static_cast<qsizetype>(records.size()));
    for (const T& record : records) {
        rows.append(rowOf(record));
    }
    return rows;
}

} // namespace atrium::ui
