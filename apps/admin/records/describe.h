// SPDX-License-Identifier: GPL-3.0-or-later
// From a described struct to fields, and from edited values back to the struct. Include it in .cpp files
// only; the reflection is slow to compile.
#pragma once

#include "apps/admin/records/field.h"
#include "shared/model/records.h"
#include "shared/model/textlimits.h"
#include "shared/ui/types/describedrows.h"

#include <boost/describe/enumerators.hpp>

#include <optional>
#include <type_traits>
#include <vector>

namespace atrium::admin {

template <class T> inline constexpr bool kIsOptional = false;
template <class T> inline constexpr bool kIsOptional<std::optional<T>> = true;
template <class T> inline constexpr bool kIsVector = false;
template <class T> inline constexpr bool kIsVector<std::vector<T>> = true;

/// Kind of record an id type points to; empty for ids that are no references (a picture, a live record).
template <class IdType> QString kindOfId() {
    QString kind;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::add_pointer_t, model::SetupRecords>>(
        [&](auto pointer) {
            using R = std::remove_pointer_t<decltype(pointer)>;
            if constexpr (std::is_same_v<decltype(R::id), IdType>)
                kind = ui::detail::toText(model::RecordTraits<R>::kind);
        });
    return kind;
}

template <class E> QStringList enumerators() {
    QStringList names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto entry) { names.append(QString::fromUtf8(entry.name)); });
    return names;
}

template <class T> QList<Field> fieldsOf(const QString& prefix = {});

/// Fields of one member: one, or those of a nested record.
template <class M> QList<Field> fieldsOfMember(const QString& path) {
    Field field{.path = path,
                .type = FieldType::kept,
                .optional = false,
                .refersTo = {},
                .choices = {},
                .columns = {}};
    if constexpr (kIsOptional<M>) {
        auto inner = fieldsOfMember<typename M::value_type>(path);
        inner.front().optional = true;
        return inner;
    } else if constexpr (kIsVector<M>) {
        using Part = typename M::value_type;
        auto inner = fieldsOfMember<Part>(path);
        if constexpr (std::is_enum_v<Part>) {
            field.type = FieldType::choices;
            field.choices = inner.front().choices;
        } else if constexpr (ui::detail::Described<Part>) {
            field.type = FieldType::table;
            field.columns = fieldsOf<Part>();
        } else if constexpr (std::is_same_v<Part, std::string>) {
            field.type = FieldType::texts;
        } else {
            field.type = FieldType::references;
            field.refersTo = inner.front().refersTo;
        }
    } else if constexpr (std::is_same_v<M, bool>) {
        field.type = FieldType::boolean;
    } else if constexpr (std::is_integral_v<M>) {
        field.type = path == QLatin1String("version") ? FieldType::kept : FieldType::integer;
    } else if constexpr (std::is_same_v<M, std::string>) {
        field.type = FieldType::text;
    } else if constexpr (std::is_enum_v<M>) {
        field.type = FieldType::choice;
        field.choices = enumerators<M>();
    } else if constexpr (std::is_same_v<M, model::MinuteOfDay>) {
        field.type = FieldType::minuteOfDay;
    } else if constexpr (std::is_same_v<M, model::Day>) {
        field.type = FieldType::day;
    } else if constexpr (std::is_same_v<M, model::Sha256>) {
        field.type = FieldType::picture;
    } else if constexpr (ui::detail::Described<M>) {
        return fieldsOf<M>(path + QLatin1Char('.'));
    } else {
        field.refersTo = kindOfId<M>();
        field.type = field.refersTo.isEmpty() ? FieldType::kept : FieldType::reference;
    }
    return {field};
}

/// Every member of a described record in its order. A record's own id and the hall's id are kept, not edited.
template <class T> QList<Field> fieldsOf(const QString& prefix) {
    QList<Field> out;
    model::forEachMember<T>([&](std::string_view name, auto member) {
        using M = std::remove_cvref_t<decltype(std::declval<T>().*member)>;
        auto fields = fieldsOfMember<M>(prefix + ui::detail::toText(name));
        if (name == "id" || name == "hallId")
            fields.front().type = FieldType::kept;
        if (const int longest = model::textLimit<T>(name).longest; longest > 0)
            fields.front().longest = longest;
        out.append(fields);
    });
    return out;
}

/// The inverse of ui::toVariant(). What does not fit keeps the member's default.
template <class T> void fromVariant(const QVariant& value, T& out) {
    if constexpr (kIsOptional<T>) {
        if (value.isNull() || (value.typeId() == QMetaType::QString && value.toString().isEmpty()))
            out.reset();
        else
            fromVariant(value, out.emplace());
    } else if constexpr (kIsVector<T>) {
        out.clear();
        for (const QVariant& part : value.toList())
            fromVariant(part, out.emplace_back());
    } else if constexpr (std::is_same_v<T, bool>) {
        out = value.toBool();
    } else if constexpr (std::is_enum_v<T>) {
        (void)model::enumFromName(value.toString().toStdString(), out);
    } else if constexpr (std::is_arithmetic_v<T>) {
        out = static_cast<T>(value.toLongLong());
    } else if constexpr (std::is_same_v<T, std::string>) {
        out = value.toString().toStdString();
    } else if constexpr (std::is_same_v<T, model::Instant>) {
        out = model::fromMillis(value.toDateTime().toMSecsSinceEpoch());
    } else if constexpr (ui::detail::Described<T>) {
        const QVariantMap map = value.toMap();
        model::forEachMember<T>([&](std::string_view name, auto member) {
            const auto found = map.constFind(ui::detail::toText(name));
            if (found != map.cend())
                fromVariant(*found, out.*member);
        });
    } else {
        fromVariant(value, out.value); // ids, minutes, days
    }
}

} // namespace atrium::admin
