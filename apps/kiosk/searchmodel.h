// SPDX-License-Identifier: GPL-3.0-or-later
// Search by letters that narrows as one types.
#pragma once

#include "shared/rules/search/index.h"
#include "shared/ui/types/recordlistmodel.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <future>
#include <string>
#include <vector>

QT_BEGIN_NAMESPACE
class QTimer;
QT_END_NAMESPACE

namespace atrium::sync {
class HallClient;
}

namespace atrium::kiosk {

class Catalogue;
class HallLoad;

/// `results` has the roles of Catalogue's items. The index is built on a thread of its own after start(), and
/// anew when the items change; typing meanwhile finds in the index there is. GUI thread.
class SearchModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the app")
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    Q_PROPERTY(QString available READ available NOTIFY changed FINAL)
    Q_PROPERTY(int found READ found NOTIFY changed FINAL)
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    Q_PROPERTY(atrium::ui::RecordListModel* results READ results CONSTANT FINAL)
public:
    SearchModel(sync::HallClient& client, const Catalogue& catalogue, HallLoad& load,
                QObject* parent = nullptr);
    ~SearchModel() override;

    /// Begins to build the index, once the replica's preload is done. Call it after the first frame.
    void start();

    QString text() const { return m_text; }
    /// Letters that would still find something, capital; a blank when none would.
    QString available() const;
    /// How many names fit, also beyond those listed.
    int found() const { return m_found; }
    bool ready() const { return m_ready; }
    ui::RecordListModel* results() { return &m_results; }

    Q_INVOKABLE void type(const QString& letter);
    Q_INVOKABLE void backspace();
    Q_INVOKABLE void clear();

Q_SIGNALS:
    void changed();

private:
    void build();
    void take();
    void refresh();

    sync::HallClient& m_client;
    const Catalogue& m_catalogue;
    QTimer* m_poll;
    ui::RecordListModel m_results;
    search::Index m_index;
    std::future<search::Index> m_building;
    std::vector<std::string> m_ids;     ///< what the numbers of m_index stand for
    std::vector<std::string> m_nextIds; ///< of the index being built
    QString m_text;
    int m_found = 0;
    bool m_started = false;
    bool m_ready = false;
    bool m_stale = false;
};

} // namespace atrium::kiosk
