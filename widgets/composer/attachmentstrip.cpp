// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer/attachmentstrip.h"

#include "widgets/common/flow/flowlayout.h"
#include "widgets/composer/attachmenttile.h"
#include "widgets/pictures/picturesource.h"

#include <algorithm>

namespace quntai {

AttachmentStrip::AttachmentStrip(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent), m_flow(new FlowLayout(space::x2, this))
{
    setAccessibleName(tr("Pictures and files"));
    hide();
}

void AttachmentStrip::setPictures(PictureSource *pictures)
{
    if (m_pictures)
        m_pictures->disconnect(this);
    m_pictures = pictures;
    if (pictures)
        connect(pictures, &PictureSource::changed, this, &AttachmentStrip::pictureChanged);
}

AttachmentTile *AttachmentStrip::tile(qsizetype index) const
{
    return m_tiles.value(index);
}

/** Tiles that stay keep their place, and the one that has the focus keeps it. */
void AttachmentStrip::setFiles(const QList<ComposerFile> &files)
{
    const auto focused = std::ranges::find_if(m_tiles, &QWidget::hasFocus) - m_tiles.begin();
    const bool hadFocus = focused < m_tiles.size();
    m_files = files;
    while (m_tiles.size() > files.size())
        delete m_tiles.takeLast();
    while (m_tiles.size() < files.size())
        m_tiles.append(makeTile(int(m_tiles.size())));
    for (qsizetype i = 0; i < files.size(); ++i) {
        m_tiles[i]->setFile(files[i]);
        m_tiles[i]->setThumbnail({});
        pictureChanged(files[i].file.sha256);
    }
    setVisible(!files.isEmpty());
    updateGeometry();
    if (!hadFocus)
        return;
    if (files.isEmpty())
        Q_EMIT left();
    else
        m_tiles[std::min<qsizetype>(focused, files.size() - 1)]->setFocus();
}

AttachmentTile *AttachmentStrip::makeTile(int index)
{
    auto *tile = new AttachmentTile(host(), this);
    m_flow->addWidget(tile);
    connect(tile, &AttachmentTile::removeWanted, this,
            [this, index] { Q_EMIT removeWanted(index); }, Qt::QueuedConnection);
    connect(tile, &AttachmentTile::clicked, this, [this, index] { Q_EMIT openWanted(index); });
    connect(tile, &AttachmentTile::stepWanted, this, [this, index](int step) { go(index, step); });
    tile->show();
    return tile;
}

void AttachmentStrip::go(int from, int step)
{
    if (auto *next = m_tiles.value(from + step))
        next->setFocus(Qt::TabFocusReason);
}

void AttachmentStrip::pictureChanged(const QString &sha256)
{
    if (!m_pictures || sha256.isEmpty())
        return;
    for (qsizetype i = 0; i < m_files.size(); ++i) {
        if (m_files[i].file.sha256 != sha256 || m_files[i].file.kind != MessageKind::Image)
            continue;
        const auto picture = m_pictures->thumbnail(sha256);
        if (picture.isReady())
            m_tiles[i]->setThumbnail(picture.image);
        else
            m_pictures->want(sha256);
    }
}

} // namespace quntai
