// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/kiosk/searchmodel.h"

#include "apps/kiosk/catalogue.h"
#include "apps/kiosk/hallload.h"
#include "shared/sync/qt/background.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/tokens/theme.h"

#include <QTimer>

#include <chrono>

namespace atrium::kiosk {

namespace {
constexpr std::size_t kListed = 60;
constexpr std::size_t kCounted = 1000;
constexpr int kLongestQuery = 24;
} // namespace

SearchModel::SearchModel(sync::HallClient& client, const Catalogue& catalogue, HallLoad& load,
                         QObject* parent)
    : QObject(parent), m_client(client), m_catalogue(catalogue), m_poll(new QTimer(this)),
      m_results(Catalogue::itemRoles()) {
    m_poll->setInterval(30);
    connect(m_poll, &QTimer::timeout, this, &SearchModel::take);
    connect(&client.replica(), &sync::Replica::changed, this, [this](const QString& kind) {
        if (m_started && (sync::Replica::isKind<model::ServiceItem>(kind) ||
                          sync::Replica::isKind<model::Department>(kind)))
            build();
    });
    connect(&client, &sync::HallClient::selfChanged, this, [this] {
        if (m_started)
            build();
    });
    connect(&client.replica(), &sync::Replica::preloaded, this, [this] {
        if (m_started && !m_ready)
            build();
    });
    connect(&load, &HallLoad::changed, this, &SearchModel::refresh);
    connect(
        &ui::Theme::instance(), &ui::Theme::languageChanged, this,
        [this] {
            if (m_started)
                build();
        },
        Qt::QueuedConnection);
}

SearchModel::~SearchModel() = default;

void SearchModel::start() {
    m_started = true;
    if (!m_client.replica().loading())
        build();
}

void SearchModel::build() {
    if (m_building.valid()) {
        m_stale = true;
        return;
    }
    m_stale = false;
    std::vector<std::string> names;
    m_nextIds.clear();
    const bool english = isEnglish();
    std::vector<std::uint32_t> weights;
    std::map<model::DepartmentId, bool> shown;
    const auto isShown = [&](const model::DepartmentId& id) {
        const auto [at, isNew] = shown.try_emplace(id);
        if (isNew)
            at->second = m_catalogue.isShown(id);
        return at->second;
    };
    std::map<std::string, std::uint32_t> taken;
    for (const auto& ticket : m_client.replica().all<model::Ticket>())
        ++taken[ticket.itemId.value];
    for (const auto& item : m_client.replica().all<model::ServiceItem>()) {
        if (!item.active || !isShown(item.departmentId))
            continue;
        m_nextIds.push_back(item.id.value);
        names.push_back(english && !item.nameEn.empty() ? item.nameEn : item.name);
        weights.push_back(taken[item.id.value]);
    }
    m_building = std::async(std::launch::async, [names = std::move(names), weights = std::move(weights)] {
        sync::yieldToScreen();
        std::vector<search::Entry> entries;
        entries.reserve(names.size());
        for (std::size_t at = 0; at < names.size(); ++at)
            entries.push_back({static_cast<std::uint32_t>(at), names[at], weights[at]});
        return search::Index::build(entries);
    });
    m_poll->start();
}

void SearchModel::take() {
    if (m_building.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        return;
    m_poll->stop();
    m_index = m_building.get();
    m_ids = std::move(m_nextIds);
    m_ready = true;
    refresh();
    if (m_stale)
        build();
}

void SearchModel::refresh() {
    QList<ui::RecordRow> rows;
    m_found = 0;
    if (m_ready && !m_text.isEmpty()) {
        const auto hits = m_index.find(m_text.toStdString(), {.limit = kCounted});
        m_found = static_cast<int>(hits.size());
        for (std::size_t at = 0; at < std::min(hits.size(), kListed); ++at)
            if (const auto* item =
                    m_client.replica().peek<model::ServiceItem>(model::ServiceItemId(m_ids[hits[at].id])))
                rows.append(m_catalogue.itemRow(*item));
    }
    m_results.update(rows);
    Q_EMIT changed();
}

QString SearchModel::available() const {
    if (!m_ready)
        return {};
    const auto letters = m_index.nextLetters(m_text.toStdString());
    QString open;
    for (std::size_t at = 0; at < 26; ++at)
        if (letters.test(at))
            open.append(QChar(u'A' + static_cast<char16_t>(at)));
    return open.isEmpty() ? QStringLiteral(" ") : open;
}

void SearchModel::type(const QString& letter) {
    if (m_text.size() >= kLongestQuery || letter.size() != 1)
        return;
    m_text += letter;
    refresh();
}

void SearchModel::backspace() {
    m_text.chop(1);
    refresh();
}

void SearchModel::clear() {
    m_text.clear();
    refresh();
}

} // namespace atrium::kiosk
