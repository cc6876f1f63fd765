// SPDX-License-Identifier: GPL-3.0-or-later
// The design tokens as QML sees them: one object per process that every screen binds to, so that a hall's
// theme, the large type and the language change everywhere at once and without a restart.
#pragma once

#include "shared/ui/tokens/tokens.h"

#include <QColor>
#include <QJSValue>
#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

QT_BEGIN_NAMESPACE
class QJSEngine;
class QQmlEngine;
QT_END_NAMESPACE

namespace atrium::ui {

/// GUI thread only. C++ reaches it by instance(), QML as the singleton `Theme`.
/// Sizes are pixels, already multiplied by `scale` and, where they are type, by the large-type factor.
class Theme : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(Name theme READ theme WRITE setTheme NOTIFY changed FINAL)
    Q_PROPERTY(qreal scale READ scale WRITE setScale NOTIFY changed FINAL)
    Q_PROPERTY(bool largeType READ largeType WRITE setLargeType NOTIFY changed FINAL)
    Q_PROPERTY(bool lowReach READ lowReach WRITE setLowReach NOTIFY changed FINAL)
    Q_PROPERTY(bool dark READ dark NOTIFY changed FINAL)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged FINAL)
    Q_PROPERTY(QString fontFamily READ fontFamily CONSTANT FINAL)
    Q_PROPERTY(QString iconBase READ iconBase CONSTANT FINAL)
    Q_PROPERTY(int skeletonDelay READ skeletonDelay CONSTANT FINAL)
    Q_PROPERTY(QColor ink READ ink NOTIFY changed FINAL)
    Q_PROPERTY(QColor ink2 READ ink2 NOTIFY changed FINAL)
    Q_PROPERTY(QColor ink3 READ ink3 NOTIFY changed FINAL)
    Q_PROPERTY(QColor background READ background NOTIFY changed FINAL)
    Q_PROPERTY(QColor card READ card NOTIFY changed FINAL)
    Q_PROPERTY(QColor well READ well NOTIFY changed FINAL)
    Q_PROPERTY(QColor line READ line NOTIFY changed FINAL)
    Q_PROPERTY(QColor outline READ outline NOTIFY changed FINAL)
    Q_PROPERTY(QColor primary READ primary NOTIFY changed FINAL)
    Q_PROPERTY(QColor primaryBright READ primaryBright NOTIFY changed FINAL)
    Q_PROPERTY(QColor primaryLight READ primaryLight NOTIFY changed FINAL)
    Q_PROPERTY(QColor onPrimary READ onPrimary NOTIFY changed FINAL)
    Q_PROPERTY(QColor headerStart READ headerStart NOTIFY changed FINAL)
    Q_PROPERTY(QColor headerEnd READ headerEnd NOTIFY changed FINAL)
    Q_PROPERTY(QColor onHeader READ onHeader NOTIFY changed FINAL)
    Q_PROPERTY(QColor onHeader2 READ onHeader2 NOTIFY changed FINAL)
    Q_PROPERTY(QColor accent READ accent NOTIFY changed FINAL)
    Q_PROPERTY(QColor accentLight READ accentLight NOTIFY changed FINAL)
    Q_PROPERTY(QColor onAccent READ onAccent NOTIFY changed FINAL)
    Q_PROPERTY(QColor good READ good NOTIFY changed FINAL)
    Q_PROPERTY(QColor goodLight READ goodLight NOTIFY changed FINAL)
    Q_PROPERTY(QColor onGood READ onGood NOTIFY changed FINAL)
    Q_PROPERTY(QColor warning READ warning NOTIFY changed FINAL)
    Q_PROPERTY(QColor warningLight READ warningLight NOTIFY changed FINAL)
    Q_PROPERTY(QColor onWarning READ onWarning NOTIFY changed FINAL)
    Q_PROPERTY(QColor star READ star NOTIFY changed FINAL)
    Q_PROPERTY(QColor focus READ focus NOTIFY changed FINAL)
    Q_PROPERTY(QColor scrim READ scrim NOTIFY changed FINAL)
    Q_PROPERTY(QColor keyboard READ keyboard NOTIFY changed FINAL)
    Q_PROPERTY(QColor key READ key NOTIFY changed FINAL)
    Q_PROPERTY(QColor keyDisabled READ keyDisabled NOTIFY changed FINAL)
    Q_PROPERTY(QColor boardGround READ boardGround NOTIFY changed FINAL)
    Q_PROPERTY(QColor boardBar READ boardBar NOTIFY changed FINAL)
    Q_PROPERTY(QColor boardPanel READ boardPanel NOTIFY changed FINAL)
    Q_PROPERTY(QColor boardLine READ boardLine NOTIFY changed FINAL)
    Q_PROPERTY(QColor boardText READ boardText NOTIFY changed FINAL)
    Q_PROPERTY(QColor boardText2 READ boardText2 NOTIFY changed FINAL)
    Q_PROPERTY(QColor boardNumber READ boardNumber NOTIFY changed FINAL)
    Q_PROPERTY(QColor boardLitStart READ boardLitStart NOTIFY changed FINAL)
    Q_PROPERTY(QColor boardLitEnd READ boardLitEnd NOTIFY changed FINAL)
    Q_PROPERTY(int titleSize READ titleSize NOTIFY changed FINAL)
    Q_PROPERTY(int tileSize READ tileSize NOTIFY changed FINAL)
    Q_PROPERTY(int rowSize READ rowSize NOTIFY changed FINAL)
    Q_PROPERTY(int buttonSize READ buttonSize NOTIFY changed FINAL)
    Q_PROPERTY(int bodySize READ bodySize NOTIFY changed FINAL)
    Q_PROPERTY(int hintSize READ hintSize NOTIFY changed FINAL)
    Q_PROPERTY(int numberSize READ numberSize NOTIFY changed FINAL)
    Q_PROPERTY(int clockSize READ clockSize NOTIFY changed FINAL)
    Q_PROPERTY(int deskTitleSize READ deskTitleSize NOTIFY changed FINAL)
    Q_PROPERTY(int deskSectionSize READ deskSectionSize NOTIFY changed FINAL)
    Q_PROPERTY(int deskBodySize READ deskBodySize NOTIFY changed FINAL)
    Q_PROPERTY(int deskHintSize READ deskHintSize NOTIFY changed FINAL)
    Q_PROPERTY(int deskFigureSize READ deskFigureSize NOTIFY changed FINAL)
    Q_PROPERTY(int space1 READ space1 NOTIFY changed FINAL)
    Q_PROPERTY(int space2 READ space2 NOTIFY changed FINAL)
    Q_PROPERTY(int space3 READ space3 NOTIFY changed FINAL)
    Q_PROPERTY(int space4 READ space4 NOTIFY changed FINAL)
    Q_PROPERTY(int space5 READ space5 NOTIFY changed FINAL)
    Q_PROPERTY(int space6 READ space6 NOTIFY changed FINAL)
    Q_PROPERTY(int radiusCard READ radiusCard NOTIFY changed FINAL)
    Q_PROPERTY(int radiusButton READ radiusButton NOTIFY changed FINAL)
    Q_PROPERTY(int radiusKey READ radiusKey NOTIFY changed FINAL)
    Q_PROPERTY(int target READ target NOTIFY changed FINAL)
    Q_PROPERTY(int targetGap READ targetGap NOTIFY changed FINAL)
    Q_PROPERTY(int headerHeight READ headerHeight NOTIFY changed FINAL)
    Q_PROPERTY(int barHeight READ barHeight NOTIFY changed FINAL)
    Q_PROPERTY(int focusWidth READ focusWidth NOTIFY changed FINAL)
    Q_PROPERTY(int hairline READ hairline NOTIFY changed FINAL)
    Q_PROPERTY(int deskRadiusCard READ deskRadiusCard NOTIFY changed FINAL)
    Q_PROPERTY(int deskRadiusButton READ deskRadiusButton NOTIFY changed FINAL)
    Q_PROPERTY(int quick READ quick NOTIFY changed FINAL)
    Q_PROPERTY(int normal READ normal NOTIFY changed FINAL)
    Q_PROPERTY(int slow READ slow NOTIFY changed FINAL)
    Q_PROPERTY(int flickVelocity READ flickVelocity NOTIFY changed FINAL)
    Q_PROPERTY(int flickBrake READ flickBrake NOTIFY changed FINAL)

public:
    /// Same values as ThemeId; the names are what a hall's setting stores.
    enum Name { GovernmentBlue, EmblemRed, HighContrast, Night };
    Q_ENUM(Name)

    /// The object that QML and the Widgets style share. Lives until the process ends.
    static Theme& instance();
    /// Called by the QML engine; also makes the icons available to that engine.
    static Theme* create(QQmlEngine* engine, QJSEngine* scriptEngine);

    Name theme() const { return m_theme; }
    void setTheme(Name name);
    qreal scale() const { return m_scale; }
    /// 1.0 at a shorter side of 1080. Values outside 0.25…4 are brought into that range.
    void setScale(qreal scale);
    bool largeType() const { return m_largeType; }
    void setLargeType(bool on);
    bool lowReach() const { return m_lowReach; }
    void setLowReach(bool on);
    bool dark() const;
    QString language() const { return m_language; }
    /// "zh_CN" or "en". LanguageSwitch listens and loads the translations.
    void setLanguage(const QString& language);
    QString fontFamily() const;
    QString iconBase() const;
    int skeletonDelay() const { return kSkeletonDelay; }

    /// Sets the scale from a screen or window of this size in pixels. `referenceSide` is the shorter side at
    /// which the scale is 1; a small screen that is read from a chair passes its own.
    Q_INVOKABLE void fitTo(int width, int height, int referenceSide = kReferenceSide);
    /// A size of the design (pixels at a shorter side of 1080) on this screen. A binding that calls it
    /// follows the screen's size.
    Q_INVOKABLE int px(qreal designPixels) const;
    /// A length of type: px() that also grows with the large type. A binding follows that too.
    Q_INVOKABLE int typePx(qreal designPixels) const;

    QColor ink() const { return colour(&Palette::ink); }
    QColor ink2() const { return colour(&Palette::ink2); }
    QColor ink3() const { return colour(&Palette::ink3); }
    QColor background() const { return colour(&Palette::background); }
    QColor card() const { return colour(&Palette::card); }
    QColor well() const { return colour(&Palette::well); }
    QColor line() const { return colour(&Palette::line); }
    QColor outline() const { return colour(&Palette::outline); }
    QColor primary() const { return colour(&Palette::primary); }
    QColor primaryBright() const { return colour(&Palette::primaryBright); }
    QColor primaryLight() const { return colour(&Palette::primaryLight); }
    QColor onPrimary() const { return colour(&Palette::onPrimary); }
    QColor headerStart() const { return colour(&Palette::headerStart); }
    QColor headerEnd() const { return colour(&Palette::headerEnd); }
    QColor onHeader() const { return colour(&Palette::onHeader); }
    QColor onHeader2() const { return colour(&Palette::onHeader2); }
    QColor accent() const { return colour(&Palette::accent); }
    QColor accentLight() const { return colour(&Palette::accentLight); }
    QColor onAccent() const { return colour(&Palette::onAccent); }
    QColor good() const { return colour(&Palette::good); }
    QColor goodLight() const { return colour(&Palette::goodLight); }
    QColor onGood() const { return colour(&Palette::onGood); }
    QColor warning() const { return colour(&Palette::warning); }
    QColor warningLight() const { return colour(&Palette::warningLight); }
    QColor onWarning() const { return colour(&Palette::onWarning); }
    QColor star() const { return colour(&Palette::star); }
    QColor focus() const { return colour(&Palette::focus); }
    QColor scrim() const { return colour(&Palette::scrim); }
    QColor keyboard() const { return colour(&Palette::keyboard); }
    QColor key() const { return colour(&Palette::key); }
    QColor keyDisabled() const { return colour(&Palette::keyDisabled); }
    QColor boardGround() const { return colour(&Palette::boardGround); }
    QColor boardBar() const { return colour(&Palette::boardBar); }
    QColor boardPanel() const { return colour(&Palette::boardPanel); }
    QColor boardLine() const { return colour(&Palette::boardLine); }
    QColor boardText() const { return colour(&Palette::boardText); }
    QColor boardText2() const { return colour(&Palette::boardText2); }
    QColor boardNumber() const { return colour(&Palette::boardNumber); }
    QColor boardLitStart() const { return colour(&Palette::boardLitStart); }
    QColor boardLitEnd() const { return colour(&Palette::boardLitEnd); }

    int titleSize() const { return typePx(kMeasures.title); }
    int tileSize() const { return typePx(kMeasures.tile); }
    int rowSize() const { return typePx(kMeasures.row); }
    int buttonSize() const { return typePx(kMeasures.button); }
    int bodySize() const { return typePx(kMeasures.body); }
    int hintSize() const { return typePx(kMeasures.hint); }
    int numberSize() const { return typePx(kMeasures.number); }
    int clockSize() const { return typePx(kMeasures.clock); }
    int deskTitleSize() const { return deskType(kMeasures.deskTitle); }
    int deskSectionSize() const { return deskType(kMeasures.deskSection); }
    int deskBodySize() const { return deskType(kMeasures.deskBody); }
    int deskHintSize() const { return deskType(kMeasures.deskHint); }
    int deskFigureSize() const { return deskType(kMeasures.deskFigure); }

    int space1() const { return px(kMeasures.space1); }
    int space2() const { return px(kMeasures.space2); }
    int space3() const { return px(kMeasures.space3); }
    int space4() const { return px(kMeasures.space4); }
    int space5() const { return px(kMeasures.space5); }
    int space6() const { return px(kMeasures.space6); }
    int radiusCard() const { return px(kMeasures.radiusCard); }
    int radiusButton() const { return px(kMeasures.radiusButton); }
    int radiusKey() const { return px(kMeasures.radiusKey); }
    int target() const { return px(kMeasures.target); }
    int targetGap() const { return px(kMeasures.targetGap); }
    int headerHeight() const { return px(kMeasures.headerHeight); }
    int barHeight() const { return px(kMeasures.barHeight); }
    int focusWidth() const { return px(kMeasures.focusWidth); }
    int hairline() const { return px(kMeasures.hairline); }
    int deskRadiusCard() const { return kMeasures.deskRadiusCard; }
    int deskRadiusButton() const { return kMeasures.deskRadiusButton; }

    int quick() const { return m_largeType ? 0 : kMotion.quick; }
    int normal() const { return m_largeType ? 0 : kMotion.normal; }
    int slow() const { return m_largeType ? 0 : kMotion.slow; }
    /// Pixels per second (and per second squared) of a flung list: it rests within 250 ms of the finger's
    /// leaving.
    int flickVelocity() const { return px(kMotion.flickVelocity); }
    int flickBrake() const { return px(kMotion.flickBrake); }

Q_SIGNALS:
    /// A colour, a size or a duration changed.
    void changed();
    void languageChanged(const QString& language);

private:
    // Not public: QML would otherwise construct an object of its own instead of calling create().
    Theme();

    QColor colour(Rgb Palette::*token) const;
    int deskType(int size) const;

    Name m_theme = GovernmentBlue;
    qreal m_scale = 1.0;
    bool m_largeType = false;
    bool m_lowReach = false;
    QString m_language;
    QJSValue m_script; ///< this object as the newest engine's scripts see it
};

} // namespace atrium::ui
