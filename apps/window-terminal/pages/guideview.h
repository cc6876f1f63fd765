// SPDX-License-Identifier: GPL-3.0-or-later
// The guide of a service item beside the citizen: materials to ask for, conditions, limits, fee, basis.
#pragma once

#include <QScrollArea>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
QT_END_NAMESPACE

namespace atrium::model {
struct ServiceItem;
}

namespace atrium::windowterminal {

/// To read only; long guides scroll (the view takes the focus, so the arrow keys do it). GUI thread.
class GuideView : public QScrollArea {
    Q_OBJECT
public:
    explicit GuideView(QWidget* parent = nullptr);

    /// Null: the item is not known.
    void show(const model::ServiceItem* item);

private:
    QString m_shown; ///< id and version of what is drawn
};

} // namespace atrium::windowterminal
