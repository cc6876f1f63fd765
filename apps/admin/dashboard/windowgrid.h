// SPDX-License-Identifier: GPL-3.0-or-later
// Every window of the hall as a tile: its number, and in words and colour what it does now.
#pragma once

#include "shared/ui/tokens/tokens.h"

#include <QList>
#include <QWidget>

#include <optional>

namespace atrium::admin {

struct WindowTile {
    QString id;
    int number = 0;
    QString words; ///< 办理 A0122, 暂停 4 分, 空闲 …
    QString brief; ///< where there is no room for the words
    QString more;  ///< tooltip: who serves, since when
    ui::Rgb ui::Palette::*ground = nullptr;
    ui::Rgb ui::Palette::*ink = nullptr;
};

/// GUI thread.
class WindowGrid : public QWidget {
    Q_OBJECT
public:
    explicit WindowGrid(QWidget* parent = nullptr);
    void setTiles(const QList<WindowTile>& tiles);
    [[nodiscard]] const QList<WindowTile>& tiles() const { return m_tiles; }
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Somebody clicked a tile.
    void opened(const QString& windowId);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

public:
    /// Where a tile stands; every tile stands within the widget.
    [[nodiscard]] QRect place(int index) const;
    /// The words as they are drawn: whole unless nothing else helps.
    [[nodiscard]] QString shownWords(int index) const;

private:
    struct Layout {
        int across = 1;
        int width = 1;
        int height = 1;
        int gap = 0;
        bool oneLine = false; ///< number and words beside one another
    };
    [[nodiscard]] const Layout& layoutNow() const;
    [[nodiscard]] Layout measured() const;
    [[nodiscard]] QFont wordsFont() const;
    [[nodiscard]] QFont numberFont(bool oneLine) const;
    [[nodiscard]] Layout fitted(int across, bool oneLine) const;
    [[nodiscard]] int at(const QPoint& point) const;

    QList<WindowTile> m_tiles;
    mutable std::optional<Layout> m_layout; ///< until tiles, size or type change
};

} // namespace atrium::admin
