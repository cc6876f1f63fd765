// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/codec/walker.h"
#include "shared/model/textlimits.h"

#include <boost/json/object.hpp>

#include <map>
#include <string>
#include <string_view>

// JSON schemas (2020-12, as OpenAPI 3.1 uses them) made from the description of the message types. Include in
// .cpp files only: it is heavy.
namespace atrium::http {

/// Schemas by name. Nested described types are inlined as references to their own entry only when they were
/// added by name before; others are written in place.
class SchemaRegistry {
public:
    /// Registers a described type under its wire name.
    template <class T> void add(const std::string& name) {
        m_names.emplace(typeKey<T>(), name);
        m_schemas.insert_or_assign(name, describe<T>());
    }
    /// For bodies that are no described type, e.g. { "password", "oldPassword" }.
    void addRaw(const std::string& name, boost::json::object schema) {
        m_schemas.insert_or_assign(name, std::move(schema));
    }
    [[nodiscard]] bool contains(const std::string& name) const { return m_schemas.contains(name); }
    [[nodiscard]] const std::map<std::string, boost::json::object>& all() const noexcept { return m_schemas; }

private:
    template <class T> static const void* typeKey() {
        static const char key = 0;
        return &key;
    }
    template <class T> boost::json::object reference() const {
        const auto found = m_names.find(typeKey<T>());
        if (found != m_names.end())
            return {{"$ref", "#/components/schemas/" + found->second}};
        return describe<T>();
    }
    template <class T> boost::json::object describe() const;

    std::map<const void*, std::string> m_names;
    std::map<std::string, boost::json::object> m_schemas;
};

template <class T> boost::json::object SchemaRegistry::describe() const {
    using namespace model;
    if constexpr (std::is_same_v<T, bool>) {
        return {{"type", "boolean"}};
    } else if constexpr (std::is_floating_point_v<T>) {
        return {{"type", "number"}};
    } else if constexpr (std::is_integral_v<T>) {
        return {{"type", "integer"}, {"format", sizeof(T) > 4 ? "int64" : "int32"}};
    } else if constexpr (std::is_same_v<T, std::string>) {
        return {{"type", "string"}};
    } else if constexpr (codec::kIsId<T>) {
        return {{"type", "string"}, {"maxLength", 64}};
    } else if constexpr (std::is_same_v<T, Instant>) {
        return {{"type", "integer"}, {"format", "int64"}, {"description", "milliseconds since 1970 UTC"}};
    } else if constexpr (std::is_same_v<T, Day>) {
        return {{"type", "integer"}, {"format", "int32"}, {"description", "yyyymmdd, 0: none"}};
    } else if constexpr (std::is_same_v<T, MinuteOfDay>) {
        return {{"type", "integer"}, {"minimum", 0}, {"maximum", 1440}};
    } else if constexpr (std::is_enum_v<T>) {
        boost::json::array words;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
            [&](auto enumerator) { words.emplace_back(enumerator.name); });
        return {{"type", "string"}, {"enum", std::move(words)}};
    } else if constexpr (codec::kIsOptional<T>) {
        return {{"oneOf", boost::json::array{reference<typename T::value_type>(), {{"type", "null"}}}}};
    } else if constexpr (codec::kIsVector<T>) {
        return {{"type", "array"}, {"items", reference<typename T::value_type>()}};
    } else if constexpr (codec::kIsMap<T>) {
        return {{"type", "object"}, {"additionalProperties", reference<typename T::mapped_type>()}};
    } else {
        boost::json::object properties;
        forEachMember<T>([&]<class Member>(std::string_view name, Member T::*) {
            boost::json::object schema = reference<Member>();
            if (const int longest = textLimit<T>(name).longest; longest > 0) {
                const bool list = schema.contains("items");
                (list ? schema["items"].as_object() : schema).insert_or_assign("maxLength", longest);
            }
            properties.emplace(boost::json::string_view(name.data(), name.size()), std::move(schema));
        });
        return {{"type", "object"}, {"properties", std::move(properties)}};
    }
}

/// Every message of shared/model/api.h and every record, in an order that lets the ones refer to the others.
void addModelSchemas(SchemaRegistry& registry);

} // namespace atrium::http
