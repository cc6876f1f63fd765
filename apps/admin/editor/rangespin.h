// SPDX-License-Identifier: GPL-3.0-or-later
// A number box that takes what is typed, also beyond its range, so that it can be said to be wrong; and that
// tells in a word what 0 means.
#pragma once

#include <QSpinBox>

#include <algorithm>
#include <limits>
#include <utility>

namespace atrium::admin {

/// A box that refuses a key in silence makes 5 of -5. The arrows stay within the range.
class RangeSpin : public QSpinBox {
public:
    RangeSpin(int low, int high, QWidget* parent) : QSpinBox(parent), m_low(low), m_high(high) {
        constexpr int kLowest = -999'999'999;
        setRange(kLowest, std::numeric_limits<int>::max());
        connect(this, &QSpinBox::valueChanged, this, &RangeSpin::dress);
    }
    /// unit: behind the number, may be empty. zero: stands instead of both while the value is 0 and nobody
    /// types; empty: 0 is a number as any other. (QSpinBox has such a word for its lowest value alone, and
    /// this one goes below 0.)
    void setWords(const QString& unit, QString zero) {
        m_unit = unit;
        m_zero = std::move(zero);
        dress();
    }
    /// As setValue(), without valueChanged().
    void put(int value) {
        const bool before = blockSignals(true);
        setValue(value);
        blockSignals(before);
        dress();
    }
    void stepBy(int steps) override { setValue(std::clamp(value() + steps, m_low, m_high)); }

protected:
    StepEnabled stepEnabled() const override {
        return (value() > m_low ? StepDownEnabled : StepNone) | (value() < m_high ? StepUpEnabled : StepNone);
    }
    QString textFromValue(int value) const override {
        return value == 0 && !m_zero.isEmpty() && !hasFocus() ? m_zero : QSpinBox::textFromValue(value);
    }
    void focusInEvent(QFocusEvent* event) override {
        dress(); // first: what is typed over is a number
        QSpinBox::focusInEvent(event);
    }
    void focusOutEvent(QFocusEvent* event) override {
        QSpinBox::focusOutEvent(event);
        dress();
    }

private:
    void dress() {
        const bool isWord = value() == 0 && !m_zero.isEmpty() && !hasFocus();
        setSuffix(isWord || m_unit.isEmpty() ? QString() : QChar(u' ') + m_unit); // writes the text anew
    }

    int m_low;
    int m_high;
    QString m_unit;
    QString m_zero;
};

} // namespace atrium::admin
