// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/editor/pictureeditor.h"

#include "apps/admin/records/words.h"
#include "shared/model/adminapi.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QImageReader>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPreview = 132;
constexpr qint64 kLargest = 4LL * 1024 * 1024;
constexpr int kLongestSide = 4096;

} // namespace

PictureEditor::PictureEditor(sync::HallClient& client, QWidget* parent)
    : FieldEditor(parent), m_client(client), m_preview(new QLabel(this)), m_words(new QLabel(this)),
      m_choose(new QPushButton(tr("选择图片…"), this)), m_remove(new QPushButton(tr("移除"), this)) {
    setAcceptDrops(true);
    m_words->setObjectName(u"picture-words"_s);
    m_preview->setFixedSize(kPreview, kPreview);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setStyleSheet(
        u"background: %1; border-radius: 10px;"_s.arg(ui::widgetColor(&ui::Palette::well).name()));
    m_words->setWordWrap(true);
    auto* side = new QVBoxLayout;
    side->addWidget(m_choose, 0, Qt::AlignLeft);
    side->addWidget(m_remove, 0, Qt::AlignLeft);
    side->addWidget(m_words);
    side->addStretch();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_preview, 0, Qt::AlignTop);
    row->addLayout(side, 1);
    setFocusProxy(m_choose);
    connect(m_choose, &QPushButton::clicked, this, &PictureEditor::choose);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        setValue(QVariant());
        Q_EMIT edited();
    });
    connect(&m_client.media(), &sync::MediaCache::ready, this,
            [this](const QString& sha, const QString& path) {
                if (sha == m_sha)
                    show(path);
            });
    connect(&m_client.media(), &sync::MediaCache::failed, this, [this](const QString& sha) {
        if (sha == m_sha)
            say(tr("图片暂时取不到。"), true);
    });
    setValue(QVariant());
}

void PictureEditor::setValue(const QVariant& value) {
    m_sha = value.toString();
    say(m_sha.isEmpty() ? tr("没有图片。可把文件拖到这里。") : QString(), false);
    m_remove->setVisible(!m_sha.isEmpty());
    show(m_sha.isEmpty() ? QString() : m_client.media().path(model::Sha256(m_sha.toStdString())));
}

QVariant PictureEditor::value() const {
    return m_sha.isEmpty() ? QVariant() : QVariant(m_sha);
}

void PictureEditor::setReadOnly(bool readOnly) {
    m_choose->setEnabled(!readOnly);
    m_remove->setEnabled(!readOnly);
    setAcceptDrops(!readOnly);
}

void PictureEditor::show(const QString& file) {
    QPixmap picture;
    if (file.isEmpty() || !picture.load(file))
        picture = ui::lucideIcon(u"image"_s, ui::widgetColor(&ui::Palette::ink3))
                      .pixmap(kPreview / 2, kPreview / 2);
    else
        picture = picture.scaled(m_preview->size(), Qt::KeepAspectRatio, Qt::SmoothTransformation);
    m_preview->setPixmap(picture);
}

void PictureEditor::say(const QString& words, bool wrong) {
    m_words->setText(words);
    ui::setKind(*m_words, wrong ? u"accent"_s : u"hint"_s);
}

void PictureEditor::choose() {
    auto* dialog = new QFileDialog(this, tr("选择图片"), {}, tr("图片 (*.png *.jpg *.jpeg)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &PictureEditor::upload);
    dialog->open();
}

void PictureEditor::upload(const QString& file) {
    QImageReader reader(file);
    reader.setDecideFormatFromContent(true);
    const QByteArray format = reader.format();
    const QSize size = reader.size();
    if (format != "png" && format != "jpeg")
        return say(tr("这不是 PNG 或 JPEG 图片，请另选一个文件。"), true);
    if (size.width() > kLongestSide || size.height() > kLongestSide)
        return say(tr("图片太大：每边最多 %1 像素，请缩小后再选。").arg(kLongestSide), true);
    QFile source(file);
    if (source.size() > kLargest)
        return say(tr("文件超过 4 MiB，请压缩后再选。"), true);
    if (!source.open(QIODevice::ReadOnly))
        return say(tr("文件打不开：%1").arg(source.errorString()), true);
    say(tr("正在上传…"), false);
    m_choose->setEnabled(false);
    sync::CallOptions options;
    options.contentType = "image/" + format;
    m_client.api().raw(
        "POST", "/media", source.readAll(), this,
        [this](const model::Result<QByteArray>& answer) {
            m_choose->setEnabled(true);
            if (!answer)
                return say(errorWord(answer.error()), true);
            const auto stored = model::fromJson<model::MediaStored>(answer->toStdString());
            if (!stored || stored->sha256.empty())
                return say(tr("服务器的回答读不懂，图片没有换。"), true);
            setValue(QString::fromStdString(stored->sha256.value));
            say(tr("已上传，保存后生效。"), false);
            Q_EMIT edited();
        },
        options);
}

void PictureEditor::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void PictureEditor::dropEvent(QDropEvent* event) {
    const auto urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.constFirst().isLocalFile())
        upload(urls.constFirst().toLocalFile());
}

} // namespace atrium::admin
