// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/db.h"

#include <Poco/Data/AbstractBinding.h>
#include <Poco/Data/AbstractExtraction.h>
#include <Poco/Data/AbstractExtractor.h>
#include <Poco/Data/Preparation.h>

// Binds and reads whole rows of Value through Poco::Data, without one object per column.
// Included by postgresdb.cpp only.
namespace atrium::store {

/// All placeholders of one statement. The values must outlive the execution.
class ValuesBinding final : public Poco::Data::AbstractBinding {
public:
    void aim(const Values& values) {
        m_values = &values;
        m_bound = false;
    }
    [[nodiscard]] std::size_t numOfColumnsHandled() const override { return m_values->size(); }
    [[nodiscard]] std::size_t numOfRowsHandled() const override { return 1; }
    [[nodiscard]] bool canBind() const override { return !m_bound; }
    void reset() override { m_bound = false; }

    void bind(std::size_t pos) override {
        auto binder = getBinder();
        for (const Value& value : *m_values) {
            if (const auto* number = std::get_if<std::int64_t>(&value))
                binder->bind(pos, static_cast<const Poco::Int64&>(*number), getDirection());
            else if (const auto* real = std::get_if<double>(&value))
                binder->bind(pos, *real, getDirection());
            else if (const auto* text = std::get_if<std::string>(&value))
                binder->bind(pos, *text, getDirection());
            else
                binder->bind(pos, Poco::Data::Keywords::null, getDirection());
            ++pos;
        }
        m_bound = true;
    }

private:
    const Values* m_values = nullptr;
    bool m_bound = false;
};

/// All result columns of one query, appended row by row.
class RowsExtraction final : public Poco::Data::AbstractExtraction {
public:
    explicit RowsExtraction(ColumnTypes types) : m_types(std::move(types)) {}

    std::vector<Row> take() { return std::exchange(m_rows, {}); }

    [[nodiscard]] std::size_t numOfColumnsHandled() const override { return m_types.size(); }
    [[nodiscard]] std::size_t numOfRowsHandled() const override { return m_rows.size(); }
    [[nodiscard]] std::size_t numOfRowsAllowed() const override { return getLimit(); }

    std::size_t extract(std::size_t pos) override {
        auto extractor = getExtractor();
        Row row;
        row.reserve(m_types.size());
        for (const ColumnType type : m_types) {
            Value value;
            if (type == ColumnType::integer) {
                Poco::Int64 number = 0;
                if (extractor->extract(pos, number))
                    value = static_cast<std::int64_t>(number);
            } else if (type == ColumnType::real) {
                double number = 0;
                if (extractor->extract(pos, number))
                    value = number;
            } else {
                std::string text;
                if (extractor->extract(pos, text))
                    value = std::move(text);
            }
            row.push_back(std::move(value));
            ++pos;
        }
        m_rows.push_back(std::move(row));
        return 1;
    }

    Poco::Data::AbstractPreparation::Ptr createPreparation(PreparatorPtr& preparator,
                                                           std::size_t pos) override {
        return new Poco::Data::Preparation<Poco::Int64>(preparator, pos, m_unused);
    }

private:
    ColumnTypes m_types;
    std::vector<Row> m_rows;
    Poco::Int64 m_unused = 0;
};

} // namespace atrium::store
