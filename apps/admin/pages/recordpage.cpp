// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/pages/recordpage.h"

#include "apps/admin/account.h"
#include "apps/admin/editor/recordform.h"
#include "apps/admin/editor/recordlist.h"
#include "apps/admin/pages/stalenotice.h"
#include "apps/admin/records/words.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/widgets/undobar.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostReferences = 4;

} // namespace

RecordForm* RecordPage::form() const {
    return m_kinds[m_tab].form;
}

QString RecordPage::words(const Record& record) const {
    return recordWord(kind(), record, m_client.replica());
}

bool RecordPage::dirty() const {
    return !m_base.isEmpty() && (m_isNew || !form()->editedFields().isEmpty());
}

bool RecordPage::mayLeave(std::function<void()> next) {
    if (!dirty())
        return true;
    m_next = [this, next = std::move(next)] {
        revert();
        if (next)
            next();
    };
    m_message->showMessage(tr("「%1」有未保存的修改，请先保存（Ctrl+S）。").arg(words(form()->record())),
                           tr("放弃修改"), 0);
    return false;
}

bool RecordPage::open(const QString& id) {
    if (!m_base.isEmpty() && !m_isNew && idOf(m_base) == id)
        return true;
    if (!mayLeave([this, id] { open(id); })) {
        m_kinds[m_tab].list->setCurrent(m_isNew ? QString() : idOf(m_base));
        return false;
    }
    const auto record = m_history.latest(kind(), id);
    if (!record)
        return false;
    show(*record, false);
    return true;
}

void RecordPage::show(const Record& record, bool isNew) {
    m_base = record;
    m_isNew = isNew;
    m_stale->dismiss();
    form()->setRecord(record, isNew);
    m_kinds[m_tab].list->setCurrent(isNew ? QString() : idOf(record));
    refresh();
}

void RecordPage::showFirst() {
    if (!m_base.isEmpty())
        return;
    const QList<Record> records = kind().all(m_client.replica());
    const QString marked = m_kinds[m_tab].list->current();
    if (!marked.isEmpty())
        open(marked);
    else if (records.size() == 1)
        show(records.constFirst(), false);
    else
        refresh();
}

void RecordPage::showTab(int index) {
    if (index == m_tab)
        return;
    if (!mayLeave([this, index] { m_tabs->setCurrentIndex(index); })) {
        m_tabs->setCurrentIndex(m_tab);
        return;
    }
    m_tab = index;
    m_base.clear();
    m_isNew = false;
    m_stale->dismiss();
    m_stack->setCurrentIndex(index);
    showFirst();
    refresh();
}

void RecordPage::addRecord() {
    if (!m_account.isAdministrator() || !mayLeave([this] { addRecord(); }))
        return;
    show(kind().blank(m_client.replica()), true);
    form()->focusFirst();
}

void RecordPage::revert() {
    m_message->dismiss();
    if (m_isNew) {
        m_base.clear();
        m_isNew = false;
        form()->showFaults({});
        showFirst();
        refresh();
        return;
    }
    if (m_base.isEmpty())
        return;
    if (const auto latest = m_history.latest(kind(), idOf(m_base))) {
        show(*latest, false);
        return;
    }
    m_base.clear();
    m_stale->dismiss();
    refresh();
}

void RecordPage::escape() {
    if (m_message->isVisibleTo(this))
        return m_message->dismiss();
    const bool typed = !m_base.isEmpty() && !form()->editedFields().isEmpty();
    if (!typed)
        return revert();
    m_next = [this] { revert(); };
    m_message->showMessage(tr("「%1」有未保存的修改。").arg(words(form()->record())), tr("放弃修改"), 0);
}

void RecordPage::undo() {
    if (mayStep())
        m_history.undo();
}

void RecordPage::redo() {
    if (mayStep())
        m_history.redo();
}

bool RecordPage::mayStep() {
    if (!dirty())
        return true;
    m_message->showMessage(
        tr("「%1」有未保存的修改，请先保存（Ctrl+S）或放弃（Esc）。").arg(words(form()->record())), {}, 0);
    return false;
}

void RecordPage::save() {
    if (m_base.isEmpty() || m_history.busy() || !dirty())
        return;
    const Record record = form()->record();
    const QList<Fault> faults = checkRecord(kind(), record, m_client.replica());
    form()->showFaults(faults);
    if (!faults.isEmpty()) {
        m_message->showMessage(
            tr("没有保存：%n 处需要改正，见表单中的 ▲ 提示。", nullptr, static_cast<int>(faults.size())));
        return;
    }
    m_sent = record;
    m_history.save(kind(), m_isNew ? std::nullopt : std::optional(m_base), record,
                   [this](const model::Result<Record>& answer) { saved(answer); });
}

void RecordPage::saved(const model::Result<Record>& answer) {
    if (answer) {
        QVariantMap since; // typed while the answer was on its way
        for (const QString& path : form()->editedFields())
            if (const QVariant now = valueAt(form()->record(), path); now != valueAt(m_sent, path))
                since.insert(path, now);
        show(*answer, false);
        for (auto at = since.cbegin(); at != since.cend(); ++at)
            form()->edit(at.key(), at.value());
        m_next = [this] { undo(); };
        const QStringList notes = answer->value(kNotes).toStringList();
        const QString done = tr("已保存「%1」").arg(words(*answer));
        if (notes.isEmpty())
            m_message->showMessage(done, tr("撤销"));
        else // stays until it was read
            m_message->showMessage(tr("%1。请注意：%2。").arg(done, notes.join(u"；"_s)), tr("撤销"), 0);
        return;
    }
    const model::Error& error = answer.error();
    const QString path = pathFromPointer(QString::fromStdString(error.path));
    if (error.code == model::ErrorCode::conflict && path.isEmpty() && !m_isNew) {
        checkStale();
        if (m_stale->isHidden())
            m_message->showMessage(tr("这条记录刚被别人改过，正在取最新内容…"), {}, 0);
        return;
    }
    if (!path.isEmpty())
        form()->showFaults({{path, errorWord(error)}});
    m_message->showMessage(tr("没有保存：%1").arg(errorWord(error)), {}, 0);
}

void RecordPage::removeRecord() {
    if (m_base.isEmpty() || m_isNew || m_history.busy())
        return;
    const QStringList users = referringRecords(kind(), idOf(m_base), m_client.replica(), kMostReferences + 1);
    if (!users.isEmpty()) {
        const QString more = users.size() > kMostReferences ? tr(" 等") : QString();
        m_message->showMessage(tr("不能删除「%1」：%2%3仍在用它。请先在那里改选别的，或把它停用。")
                                   .arg(words(m_base), users.mid(0, kMostReferences).join(u"、"_s), more),
                               {}, 0);
        return;
    }
    m_history.remove(kind(), m_base, [this](const model::Result<Record>& answer) {
        if (!answer) {
            m_message->showMessage(tr("没有删除：%1").arg(errorWord(answer.error())), {}, 0);
            checkStale();
            return;
        }
        const QString name = words(*answer);
        m_base.clear();
        m_stale->dismiss();
        refresh();
        m_next = [this] { undo(); };
        m_message->showMessage(tr("已删除「%1」").arg(name), tr("撤销"));
    });
}

void RecordPage::recordsChanged(const QString& kindName) {
    for (const Tab& tab : std::as_const(m_kinds)) {
        if (tab.kind->name() == u"device" && sync::Replica::isKind<model::DeviceStatus>(kindName))
            tab.list->refresh();
        if (tab.kind->name() != kindName)
            continue;
        tab.list->refresh();
        if (tab.kind == &kind())
            checkStale();
    }
    showFirst();
}

void RecordPage::checkStale() {
    // While a change of ours is under way its event may come before its answer.
    if (m_base.isEmpty() || m_isNew || m_history.busy())
        return;
    const auto now = m_history.latest(kind(), idOf(m_base));
    if (now && differingFields(kind().fields(), m_base, *now).isEmpty()) {
        m_base.insert(u"version"_s, now->value(u"version"_s));
        return;
    }
    if (dirty())
        m_stale->showDifference(kind(), m_base, now, m_client.replica(),
                                m_history.isOwn(kind(), idOf(m_base), now));
    else if (now)
        show(*now, false);
    else
        revert();
    refresh();
}

void RecordPage::takeLatest(bool keepMine) {
    const auto now = m_history.latest(kind(), idOf(m_base));
    if (!keepMine || !now)
        return revert();
    QVariantMap mine;
    for (const QString& path : form()->editedFields())
        mine.insert(path, valueAt(form()->record(), path));
    show(*now, false);
    for (auto at = mine.cbegin(); at != mine.cend(); ++at)
        form()->edit(at.key(), at.value());
}

QVariantMap RecordPage::describe() const {
    return {{u"kind"_s, kind().name()},
            {u"record"_s, idOf(m_base)},
            {u"count"_s, m_kinds[m_tab].list->count()},
            {u"dirty"_s, dirty()},
            {u"stale"_s, m_stale->isVisibleTo(this)},
            {u"faults"_s, form()->faults().size()},
            {u"canUndo"_s, m_history.canUndo()}};
}

} // namespace atrium::admin
