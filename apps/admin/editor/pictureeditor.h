// SPDX-License-Identifier: GPL-3.0-or-later
// Shows a stored picture and puts another in its place.
#pragma once

#include "apps/admin/editor/fieldeditor.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace atrium::admin {

/// The file is checked (PNG or JPEG by its bytes, at most 4 MiB, at most 4096 pixels a side) before it is
/// sent; the record is saved separately.
class PictureEditor : public FieldEditor {
    Q_OBJECT
public:
    PictureEditor(sync::HallClient& client, QWidget* parent);
    void setValue(const QVariant& value) override;
    [[nodiscard]] QVariant value() const override;
    void setReadOnly(bool readOnly) override;
    /// What the choice of a file leads to; also called by a drop.
    void upload(const QString& file);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void choose();
    void show(const QString& file);
    void say(const QString& words, bool wrong);

    sync::HallClient& m_client;
    QLabel* m_preview;
    QLabel* m_words;
    QPushButton* m_choose;
    QPushButton* m_remove;
    QString m_sha;
};

} // namespace atrium::admin
