// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/pages/itempicker.h"

#include "apps/window-terminal/view/itemsearch.h"
#include "apps/window-terminal/view/words.h"
#include "shared/sync/qt/replica.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace atrium::windowterminal {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t kMostItems = 10;
constexpr int kItemRowHeight = 42;
constexpr int kItemRowSide = 12; ///< within its frame
constexpr int kItemRowFrame = 2;

/// A row that cuts a long name with an ellipsis; the tooltip tells the whole of it.
class ItemRow : public QPushButton {
public:
    explicit ItemRow(const QString& full) : m_full(full) {}

protected:
    void resizeEvent(QResizeEvent* event) override {
        QPushButton::resizeEvent(event);
        const int room = width() - 2 * (kItemRowSide + kItemRowFrame);
        // A name may hold the mark that a button would take for its key.
        setText(fontMetrics().elidedText(m_full, Qt::ElideRight, room).replace(u'&', u"&&"_s));
    }

private:
    QString m_full;
};

} // namespace

ItemPicker::ItemPicker(ItemSearch& search, sync::Replica& replica, const QString& prefix, QWidget* parent)
    : QWidget(parent), m_search(search), m_replica(replica), m_prefix(prefix), m_field(new QLineEdit),
      m_rows(new QVBoxLayout) {
    m_field->setObjectName(prefix + u"-item-search"_s);
    m_field->setPlaceholderText(tr("事项名称、拼音或首字母"));
    m_field->setAccessibleName(tr("查找事项"));
    m_field->setClearButtonEnabled(true);
    m_field->setMaxLength(60);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &ItemPicker::list);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_field);
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setStyleSheet(u"QScrollArea { background: transparent; }"_s);
    auto* page = new QWidget;
    auto* list = new QVBoxLayout(page);
    list->setContentsMargins(0, 0, 8, 0);
    m_rows->setSpacing(4);
    list->addLayout(m_rows);
    list->addStretch();
    area->setWidget(page);
    page->setAutoFillBackground(false); // setWidget() turned it on
    column->addWidget(area, 1);
}

void ItemPicker::reset(const std::optional<model::DepartmentId>& near) {
    m_near = near;
    m_only.reset();
    m_chosen.reset();
    m_field->clear();
    list();
    Q_EMIT chosenChanged();
}

void ItemPicker::resetTo(std::vector<model::ServiceItemId> only) {
    reset();
    m_only = std::move(only);
    list();
}

std::vector<model::ServiceItem> ItemPicker::wanted() const {
    if (m_only) {
        auto found = m_search.find(m_field->text(), m_replica.all<model::ServiceItem>().size());
        std::erase_if(found, [this](const model::ServiceItem& item) {
            return std::find(m_only->begin(), m_only->end(), item.id) == m_only->end();
        });
        return found;
    }
    if (!m_near || !m_field->text().trimmed().isEmpty())
        return m_search.find(m_field->text(), kMostItems);
    std::vector<model::ServiceItem> items;
    for (const auto& item : m_replica.all<model::ServiceItem>())
        if (item.active && item.departmentId == *m_near && items.size() < kMostItems)
            items.push_back(item);
    return items;
}

void ItemPicker::list() {
    qDeleteAll(std::exchange(m_buttons, {})); // at once: a name must not be there twice
    bool kept = false;
    for (const auto& item : wanted()) {
        auto* button = makeRow(item);
        m_rows->addWidget(button);
        m_buttons.append(button);
        kept = kept || m_chosen == item.id;
    }
    if (m_chosen && !kept) { // what one cannot see is not chosen
        m_chosen.reset();
        Q_EMIT chosenChanged();
    }
}

QPushButton* ItemPicker::makeRow(const model::ServiceItem& item) {
    const auto* department = m_replica.peek<model::Department>(item.departmentId);
    const QString name = inLanguage(item.name, item.nameEn);
    const QString where =
        department == nullptr
            ? QString()
            : inLanguage(department->shortName.empty() ? department->name : department->shortName,
                         department->nameEn);
    auto* button = new ItemRow(name + (where.isEmpty() ? QString() : u"    "_s + where));
    button->setObjectName(m_prefix + u"-item-"_s + text(item.id.value));
    button->setCheckable(true);
    button->setChecked(m_chosen == item.id);
    button->setFixedHeight(kItemRowHeight);
    button->setProperty("kind", u"row"_s);
    // A button does not cut its text by itself and would widen the page.
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    button->setStyleSheet(u"QPushButton { text-align: left; padding: 4px %1px; }"_s.arg(kItemRowSide));
    button->setToolTip(name + u'\n' + where);
    button->setAccessibleName(name + u' ' + where);
    const auto id = item.id;
    connect(button, &QPushButton::clicked, this, [this, id] { choose(id); });
    return button;
}

void ItemPicker::choose(const model::ServiceItemId& id) {
    m_chosen = m_chosen == id ? std::nullopt : std::optional(id);
    for (auto* button : std::as_const(m_buttons))
        button->setChecked(m_chosen &&
                           button->objectName() == m_prefix + u"-item-"_s + text(m_chosen->value));
    Q_EMIT chosenChanged();
}

bool ItemPicker::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_field && event->type() == QEvent::KeyPress && !m_buttons.isEmpty()) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down) {
            m_buttons.first()->setFocus(Qt::TabFocusReason);
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_buttons.first()->click();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace atrium::windowterminal
