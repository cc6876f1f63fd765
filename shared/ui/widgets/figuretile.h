// SPDX-License-Identifier: GPL-3.0-or-later
// One figure of a dashboard: what it counts, the figure, its unit, and how it stands.
#pragma once

#include <QFrame>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace atrium::ui {

/// GUI thread.
class FigureTile : public QFrame {
    Q_OBJECT
public:
    enum class Tone { plain, good, warning, accent };

    explicit FigureTile(const QString& label, QWidget* parent = nullptr);

    void setFigure(const QString& figure, const QString& unit = {});
    /// The line below; its words carry the meaning, the tone only supports them.
    void setHint(const QString& hint, Tone tone = Tone::plain);
    QString figure() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void describe();
    void fit();

    QLabel* m_label;
    QLabel* m_figure;
    QLabel* m_unit;
    QLabel* m_hint;
};

} // namespace atrium::ui
