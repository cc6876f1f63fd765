// SPDX-License-Identifier: GPL-3.0-or-later
// A label of one line that cuts a long text with an ellipsis and tells the whole of it in the tooltip.
#pragma once

#include <QLabel>

namespace atrium::windowterminal {

/// GUI thread.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(const QString& kind = {}, QWidget* parent = nullptr);

    void setFullText(const QString& text);

    QSize minimumSizeHint() const override { return {40, QLabel::minimumSizeHint().height()}; }
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fit();

    QString m_full;
};

} // namespace atrium::windowterminal
