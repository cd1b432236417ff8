// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures in the timeline: asked for when their row is seen, painted where their place was kept.
#include "widgets/timeline/timelineview.h"

#include <QApplication>
#include <QClipboard>

#include <algorithm>

namespace quntai {

void TimelineView::setPictures(PictureSource *pictures)
{
    if (m_pictures)
        m_pictures->disconnect(this);
    m_pictures = pictures;
    if (m_pictures)
        connect(m_pictures, &PictureSource::changed, this, &TimelineView::pictureChanged);
    schedule();
}

void TimelineView::wantPictures()
{
    if (!m_pictures)
        return;
    for (const RowFlow::Placed &placed : m_flow.visible()) {
        for (const AttachmentBox &box : placed.laid->content.attachments) {
            if (box.canBeLookedAt())
                m_pictures->want(box.sha256);
        }
    }
}

void TimelineView::pictureChanged(const QString &sha256)
{
    for (const RowFlow::Placed &placed : m_flow.visible()) {
        const QList<AttachmentBox> &boxes = placed.laid->content.attachments;
        for (qsizetype i = 0; i < qMin(boxes.size(), placed.laid->layout.attachments.size()); ++i) {
            if (boxes[i].sha256 == sha256)
                viewport()->update(placed.laid->layout.attachments[i].translated(0, placed.y));
        }
    }
    // One that may be asked for again.
    schedule();
}

bool TimelineView::isPictureHere(const AttachmentBox &box) const
{
    return m_pictures && box.canBeLookedAt() && m_pictures->thumbnail(box.sha256).isReady();
}

QString TimelineView::spokenRow(int row) const
{
    const RowContent content = contentOf(row);
    QStringList parts{content.spoken};
    for (const AttachmentBox &box : content.attachments) {
        const Picture picture = m_pictures && box.canBeLookedAt()
            ? m_pictures->thumbnail(box.sha256)
            : Picture();
        if (picture.state == Picture::State::Failed)
            parts.append(picture.why);
    }
    return parts.join(u'，');
}

void TimelineView::copyPicture(const QString &sha256)
{
    m_pictures->whole(sha256, this, [](const Picture &picture) {
        if (picture.isReady())
            QApplication::clipboard()->setImage(picture.image);
    });
}

} // namespace quntai
