// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/widgets/widgettheme.h"

#include "shared/ui/icons/lucide.h"
#include "shared/ui/types/scratchfolder.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QStyle>
#include <QStyleFactory>
#include <QWidget>

namespace atrium::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

ThemeId currentTheme = ThemeId::governmentBlue; // GUI thread only, set by applyWidgetTheme()

// Names in {braces} are tokens; numbers in [brackets] are type sizes that grow with large type;
// <arrows> are picture files.
constexpr QLatin1StringView kSheet(R"(
* { font-size: [body]px; }
QWidget { color: {ink}; }
QMainWindow, QDialog, QScrollArea, QStackedWidget { background: {background}; }
QToolTip { background: {ink}; color: {card}; border: none; padding: 6px 8px; }
QLabel { background: transparent; }
QLabel[kind="title"] { font-size: [title]px; font-weight: bold; }
QLabel[kind="section"] { font-size: [section]px; font-weight: bold; }
QLabel[kind="hint"] { font-size: [hint]px; color: {ink2}; }
QLabel[kind="figure"] { font-size: [figure]px; font-weight: bold; }
QLabel[kind="good"] { color: {good}; } QLabel[kind="warning"] { color: {warning}; } QLabel[kind="accent"] { color: {accent}; }
QFrame[kind="card"] > QLabel[kind="good"], QFrame[kind="card"] > QLabel[kind="warning"], QFrame[kind="card"] > QLabel[kind="accent"] { font-size: [hint]px; }
QFrame[kind="card"] { background: {card}; border: 1px solid {line}; border-radius: (card)px; }
QPushButton { background: {card}; color: {ink}; border: 1px solid {outline}; border-radius: (button)px; padding: 8px 18px; min-height: 24px; outline: none; }
QPushButton:hover { background: {well}; } QPushButton:pressed { background: {primaryLight}; }
QPushButton:focus { border: 2px solid {focus}; padding: 7px 17px; }
QPushButton:disabled { color: {ink3}; border-color: {line}; background: {well}; }
QPushButton:checked { background: {primaryLight}; color: {primary}; border: 2px solid {primary}; padding: 7px 17px; font-weight: bold; }
QPushButton[kind="primary"] { background: {primary}; color: {onPrimary}; border-color: {primary}; font-weight: bold; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed { background: {primaryBright}; }
QPushButton[kind="danger"] { background: {accent}; color: {onAccent}; border-color: {accent}; font-weight: bold; }
QPushButton[kind="tinted"] { background: {primaryLight}; color: {primary}; border-color: {primaryLight}; font-weight: bold; }
QPushButton[kind="primary"]:focus, QPushButton[kind="danger"]:focus, QPushButton[kind="tinted"]:focus { border: 2px solid {ink}; }
QPushButton[kind="primary"]:disabled, QPushButton[kind="danger"]:disabled, QPushButton[kind="tinted"]:disabled { background: {well}; color: {ink3}; border-color: {line}; }
QLineEdit, QTextEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit, QTimeEdit, QDateTimeEdit {
  background: {card}; color: {ink}; border: 1px solid {outline}; border-radius: (button)px; padding: 6px 10px; min-height: 24px;
  selection-background-color: {primary}; selection-color: {onPrimary}; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QDateEdit:focus, QTimeEdit:focus, QDateTimeEdit:focus { border: 2px solid {focus}; padding: 5px 9px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QComboBox:disabled, QTimeEdit:disabled { background: {well}; color: {ink2}; border-color: {line}; }
QLineEdit[kind="told"] { background: transparent; border: none; padding: 7px 0; }
QLineEdit[invalid="true"] { border: 2px solid {accent}; background: {accentLight}; }
QComboBox::drop-down, QDateEdit::drop-down, QDateTimeEdit::drop-down { border: none; width: 28px; }
QComboBox::down-arrow, QDateEdit::down-arrow, QDateTimeEdit::down-arrow { image: url(<down>); width: 18px; height: 18px; }
QSpinBox::up-button, QDoubleSpinBox::up-button, QTimeEdit::up-button { border: none; width: 24px; subcontrol-position: top right; }
QSpinBox::down-button, QDoubleSpinBox::down-button, QTimeEdit::down-button { border: none; width: 24px; subcontrol-position: bottom right; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow, QTimeEdit::up-arrow { image: url(<up>); width: 14px; height: 14px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow, QTimeEdit::down-arrow { image: url(<down>); width: 14px; height: 14px; }
QTableCornerButton::section { background: {card}; border: none; border-bottom: 1px solid {line}; }
QComboBox QAbstractItemView { background: {card}; border: 1px solid {outline}; selection-background-color: {primaryLight}; selection-color: {ink}; }
QTableView, QTreeView, QListView { background: {card}; alternate-background-color: {well}; border: 1px solid {line}; border-radius: (button)px; gridline-color: {line};
  selection-background-color: {primaryLight}; selection-color: {ink}; outline: none; }
QTableView::item, QTreeView::item, QListView::item { padding: 6px 8px; }
QTableView::item:focus, QTreeView::item:focus, QListView::item:focus { border: 1px solid {focus}; }
QHeaderView { background: {card}; border: none; }
QHeaderView::section { background: {card}; color: {ink2}; border: none; border-bottom: 1px solid {line}; padding: 8px; font-size: [hint]px; font-weight: normal; }
QTabBar::tab { padding: 10px 18px; color: {ink2}; background: transparent; border-bottom: 3px solid transparent; }
QTabBar::tab:selected { color: {primary}; border-bottom-color: {primary}; font-weight: bold; }
QTabWidget::pane { border: none; border-top: 1px solid {line}; }
QMenu { background: {card}; border: 1px solid {line}; padding: 6px; } QMenu::item { padding: 8px 24px; border-radius: 6px; } QMenu::item:selected { background: {primaryLight}; color: {ink}; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; } QCheckBox:disabled, QRadioButton:disabled { color: {ink3}; }
QCheckBox::indicator, QRadioButton::indicator { width: 20px; height: 20px; border: 1px solid {outline}; border-radius: 5px; background: {card}; } QRadioButton::indicator { border-radius: 10px; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid {focus}; }
QCheckBox::indicator:checked { background: {primary}; border-color: {primary}; image: url(<check>); } QRadioButton::indicator:checked { background: {primary}; }
QCheckBox::indicator:checked:disabled { background: {ink3}; border-color: {ink3}; }
QProgressBar { background: {line}; border: none; border-radius: 5px; max-height: 10px; } QProgressBar::chunk { background: {primary}; border-radius: 5px; }
QScrollBar:vertical { background: transparent; width: 12px; } QScrollBar:horizontal { background: transparent; height: 12px; }
QScrollBar::handle { background: {ink3}; border-radius: 5px; margin: 1px; min-height: 32px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; } QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: {line}; }
)");

// Style sheets take pictures from files only. The folder lives as long as the process and holds the arrows in
// the colour of each theme that was used.
QString arrowFile(const QString& icon, const QColor& color) {
    static const ScratchFolder folder;
    const QString path = folder.filePath(icon + u'-' + color.name().mid(1) + u".png"_s);
    constexpr int kSide = 36; // twice the largest use, for screens with a factor
    if (folder.isValid() && !QFile::exists(path) &&
        !drawLucide(icon, color, QSize(kSide, kSide)).save(path)) {
        qWarning("Cannot write %s", qUtf8Printable(path));
    }
    return path;
}

struct Token {
    const char* name;
    Rgb Palette::*value;
};

constexpr Token kTokens[] = {
    {"ink", &Palette::ink},
    {"ink2", &Palette::ink2},
    {"ink3", &Palette::ink3},
    {"background", &Palette::background},
    {"card", &Palette::card},
    {"well", &Palette::well},
    {"line", &Palette::line},
    {"outline", &Palette::outline},
    {"focus", &Palette::focus},
    {"primary", &Palette::primary},
    {"primaryBright", &Palette::primaryBright},
    {"primaryLight", &Palette::primaryLight},
    {"onPrimary", &Palette::onPrimary},
    {"accent", &Palette::accent},
    {"accentLight", &Palette::accentLight},
    {"onAccent", &Palette::onAccent},
    {"good", &Palette::good},
    {"goodLight", &Palette::goodLight},
    {"warning", &Palette::warning},
    {"warningLight", &Palette::warningLight},
};

// Draws the SVG at the size and factor asked for, instead of scaling one picture.
class LucideEngine : public QIconEngine {
public:
    LucideEngine(QString name, QColor color) : m_name(std::move(name)), m_color(std::move(color)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State /*state*/) override {
        const QColor color = mode == QIcon::Disabled ? widgetColor(&Palette::ink3) : m_color;
        const qreal factor = painter->device()->devicePixelRatioF();
        painter->drawImage(rect, drawLucide(m_name, color, (QSizeF(rect.size()) * factor).toSize()));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine* clone() const override { return new LucideEngine(m_name, m_color); }
    bool isNull() override { return !hasLucide(m_name); }

private:
    QString m_name;
    QColor m_color;
};

} // namespace

QString widgetStyleSheet(ThemeId theme, double typeFactor) {
    const Palette& colours = palette(theme);
    QString sheet = kSheet;
    for (const Token& token : kTokens) {
        sheet.replace(u"{%1}"_s.arg(QLatin1StringView(token.name)),
                      QColor::fromRgb(colours.*token.value).name(QColor::HexRgb));
    }
    const auto size = [&](const QString& name, int value) {
        sheet.replace(u"[%1]"_s.arg(name), QString::number(qRound(value * typeFactor)));
    };
    size(u"body"_s, kMeasures.deskBody);
    size(u"title"_s, kMeasures.deskTitle);
    size(u"section"_s, kMeasures.deskSection);
    size(u"hint"_s, kMeasures.deskHint);
    size(u"figure"_s, kMeasures.deskFigure);
    const QColor ink = QColor::fromRgb(colours.ink2);
    sheet.replace(u"<down>"_s, arrowFile(u"chevron-down"_s, ink));
    sheet.replace(u"<up>"_s, arrowFile(u"chevron-up"_s, ink));
    sheet.replace(u"<check>"_s, arrowFile(u"check"_s, QColor::fromRgb(colours.onPrimary)));
    sheet.replace(u"(card)"_s, QString::number(kMeasures.deskRadiusCard));
    sheet.replace(u"(button)"_s, QString::number(kMeasures.deskRadiusButton));
    return sheet;
}

QPalette widgetPalette(ThemeId theme) {
    const Palette& colours = palette(theme);
    const auto colour = [&](Rgb Palette::*token) { return QColor::fromRgb(colours.*token); };
    QPalette result;
    result.setColor(QPalette::Window, colour(&Palette::background));
    result.setColor(QPalette::WindowText, colour(&Palette::ink));
    result.setColor(QPalette::Base, colour(&Palette::card));
    result.setColor(QPalette::AlternateBase, colour(&Palette::well));
    result.setColor(QPalette::Text, colour(&Palette::ink));
    result.setColor(QPalette::PlaceholderText, colour(&Palette::ink2));
    result.setColor(QPalette::Button, colour(&Palette::card));
    result.setColor(QPalette::ButtonText, colour(&Palette::ink));
    result.setColor(QPalette::Highlight, colour(&Palette::primary));
    result.setColor(QPalette::HighlightedText, colour(&Palette::onPrimary));
    result.setColor(QPalette::Link, colour(&Palette::primary));
    result.setColor(QPalette::ToolTipBase, colour(&Palette::ink));
    result.setColor(QPalette::ToolTipText, colour(&Palette::card));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        result.setColor(QPalette::Disabled, role, colour(&Palette::ink3));
    }
    return result;
}

void applyWidgetTheme(QApplication& application, ThemeId theme, double typeFactor) {
    currentTheme = theme;
    application.setStyle(QStyleFactory::create(u"Fusion"_s));
    application.setPalette(widgetPalette(theme));
    application.setStyleSheet(widgetStyleSheet(theme, typeFactor));
}

ThemeId widgetTheme() {
    return currentTheme;
}

QColor widgetColor(Rgb Palette::*token) {
    return QColor::fromRgb(palette(currentTheme).*token);
}

QIcon lucideIcon(const QString& name, const QColor& color) {
    return QIcon(new LucideEngine(name, color)); // QIcon owns its engine
}

void setKind(QWidget& widget, const QString& kind) {
    widget.setProperty("kind", kind);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

} // namespace atrium::ui
