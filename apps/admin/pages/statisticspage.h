// SPDX-License-Identifier: GPL-3.0-or-later
// The hall's statistics over any period: figures, chart, table and heat map; as a file and on paper.
#pragma once

#include "apps/admin/statistics/statisticsfiles.h"
#include "shared/model/result.h"

#include <QVariantMap>
#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QLabel;
class QPrinter;
class QPushButton;
class QStackedLayout;
class QTableWidget;
QT_END_NAMESPACE

namespace atrium::sync {
class HallClient;
}
namespace atrium::ui {
class CardFrame;
class EmptyState;
class FigureTile;
class UndoBar;
} // namespace atrium::ui

namespace atrium::admin {

class Account;
class HeatMap;
class StatisticsChart;
class StatisticsWish;

/// GUI thread; client and account must outlive it.
class StatisticsPage : public QWidget {
    Q_OBJECT
public:
    StatisticsPage(sync::HallClient& client, Account& account, QWidget* parent = nullptr);

    [[nodiscard]] QVariantMap describe() const;
    /// Writes the table as shown; by the ending of the path as XLSX or CSV. Says what became of it.
    bool save(const QString& path);
    void print(QPrinter& printer) const;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    enum class State { loading, failed, empty, ready };

    void buildHead(QBoxLayout& column);
    void buildFigures(QBoxLayout& column);
    void buildBody(QBoxLayout& column);
    void fetch();
    void taken(const model::Result<model::Statistics>& answer);
    void enter(State state, const QString& why = {});
    void showTotals();
    void showTable();
    void showPauses();
    void askWhere(const QString& suffix);
    void askPrinter();
    [[nodiscard]] StatisticsHead head() const;

    sync::HallClient& m_client;
    Account& m_account;
    StatisticsWish* m_wish;
    QLabel* m_note;
    QPushButton* m_csv;
    QPushButton* m_xlsx;
    QPushButton* m_print;
    ui::FigureTile* m_issued = nullptr;
    ui::FigureTile* m_finished = nullptr;
    ui::FigureTile* m_wait = nullptr;
    ui::FigureTile* m_level = nullptr;
    ui::FigureTile* m_handling = nullptr;
    ui::FigureTile* m_occupancy = nullptr;
    QStackedLayout* m_stack = nullptr;
    ui::EmptyState* m_instead = nullptr;
    QWidget* m_body = nullptr;
    QTableWidget* m_table = nullptr;
    StatisticsChart* m_chart = nullptr;
    HeatMap* m_heat = nullptr;
    ui::CardFrame* m_heatCard = nullptr;
    ui::UndoBar* m_message = nullptr;
    State m_state = State::loading;
    std::optional<model::Statistics> m_statistics; ///< as shown
    StatisticsTable m_lines;
    bool m_asking = false;
    bool m_again = false;
};

} // namespace atrium::admin
