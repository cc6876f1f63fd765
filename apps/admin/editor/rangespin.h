// SPDX-License-Identifier: GPL-3.0-or-later
// A number box that takes what is typed, also beyond its range, so that it can be said to be wrong.
#pragma once

#include <QSpinBox>

#include <algorithm>
#include <limits>

namespace atrium::admin {

/// A box that refuses a key in silence makes 5 of -5. The arrows stay within the range.
class RangeSpin : public QSpinBox {
public:
    RangeSpin(int low, int high, QWidget* parent) : QSpinBox(parent), m_low(low), m_high(high) {
        constexpr int kLowest = -999'999'999;
        setRange(kLowest, std::numeric_limits<int>::max());
    }
    void stepBy(int steps) override { setValue(std::clamp(value() + steps, m_low, m_high)); }

protected:
    StepEnabled stepEnabled() const override {
        return (value() > m_low ? StepDownEnabled : StepNone) | (value() < m_high ? StepUpEnabled : StepNone);
    }

private:
    int m_low;
    int m_high;
};

} // namespace atrium::admin
