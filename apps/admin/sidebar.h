// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the tool, and at its foot the hall and whether the server answers.
#pragma once

#include <QAbstractButton>
#include <QHash>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QVBoxLayout;
QT_END_NAMESPACE

namespace atrium::admin {

/// One entry, drawn from the tokens.
class NavButton : public QAbstractButton {
    Q_OBJECT
public:
    NavButton(const QString& iconName, const QString& text, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_iconName;
};

/// GUI thread.
class SideBar : public QWidget {
    Q_OBJECT
public:
    explicit SideBar(QWidget* parent = nullptr);

    /// Adds the entry "nav-<page>".
    void addPage(const QString& page, const QString& iconName, const QString& text);
    void setPage(const QString& page);
    /// Keys go to the entry of the present page.
    void takeFocus();
    void setHall(const QString& name);
    void setPerson(const QString& name);
    void setConnection(bool online, const QString& words);
    /// The word on the language button: the other language's own name.
    void setOtherLanguage(const QString& name);

Q_SIGNALS:
    void pageWanted(const QString& page);
    void signOutWanted();
    void languageWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_entries;
    QHash<QString, NavButton*> m_buttons;
    NavButton* m_person;
    NavButton* m_language;
    QString m_hall;
    QString m_connection;
    bool m_online = false;
};

} // namespace atrium::admin
