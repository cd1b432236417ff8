// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures and files at the desk: another part of DeskPage.
#include "app/console/deskpage.h"
#include "app/console/picturekeeper.h"
#include "app/console/replydesk.h"
#include "app/console/replyfiles.h"
#include "models/items/timelinemodel.h"
#include "widgets/composer/composer.h"
#include "widgets/pictures/pictureviewer.h"
#include "widgets/timeline/timelineview.h"

#include <QFileDialog>
#include <QStandardPaths>

namespace quntai {

void DeskPage::joinPictures()
{
    m_view->setPictures(m_pictures);
    connect(m_view, &TimelineView::openAttachment, this, &DeskPage::openPicture);
    auto &composer = m_reply->composer();
    composer.setPictures(m_pictures);
    connect(&composer, &Composer::filesWanted, this, &DeskPage::chooseFiles);
    connect(&m_reply->files(), &ReplyFiles::openWanted, this,
            [this](const Attachment &picture) { viewPicture(picture); });
}

const PictureSource &DeskPage::pictures() const
{
    return *m_pictures;
}

void DeskPage::openPicture(const MessageId &message, int index)
{
    const auto value = shown(message);
    const auto picture = value ? value->attachments.value(index) : Attachment();
    if (picture.kind != MessageKind::Image || picture.sha256.isEmpty())
        return;
    auto *viewer = viewPicture(picture);
    // Where it stands among those of the group, as often as somebody goes on from it.
    auto place = std::make_shared<PicturePlace>(message, index);
    const auto refresh = [this, viewer, place] {
        const auto all = picturesHere();
        const auto at = all.indexOf(*place);
        viewer->setSteps(at > 0, at >= 0 && at + 1 < all.size());
    };
    connect(viewer, &PictureViewer::stepWanted, this, [this, viewer, place, refresh](int step) {
        const auto all = picturesHere();
        const auto at = all.indexOf(*place);
        if (at < 0 || at + step < 0 || at + step >= all.size())
            return;
        *place = all.at(at + step);
        const auto next = shown(place->first);
        if (next)
            showIn(*viewer, next->attachments.value(place->second));
        refresh();
    });
    refresh();
}

/** Pictures of the stream as far as it is loaded, oldest first. */
QList<DeskPage::PicturePlace> DeskPage::picturesHere() const
{
    QList<PicturePlace> all;
    for (int row = 0; row < m_timeline->rowCount(); ++row) {
        const auto message
            = m_timeline->index(row, 0).data(TimelineModel::MessageValue).value<MessagePtr>();
        for (int i = 0; message && i < message->attachments.size(); ++i) {
            const auto &one = message->attachments.at(i);
            if (one.kind == MessageKind::Image && !one.sha256.isEmpty())
                all.append({message->id, i});
        }
    }
    return all;
}

PictureViewer *DeskPage::viewPicture(const Attachment &picture)
{
    auto *viewer = new PictureViewer(host(), picture.name, this);
    showIn(*viewer, picture);
    return viewer;
}

void DeskPage::showIn(PictureViewer &viewer, const Attachment &picture)
{
    viewer.setName(picture.name);
    viewer.setWords(picture.text);
    // One that comes late is not shown in the place of another.
    viewer.setProperty("sha256", picture.sha256);
    m_pictures->whole(picture.sha256, &viewer,
                      [viewer = &viewer, sha256 = picture.sha256](const Picture &whole) {
                          if (viewer->property("sha256").toString() == sha256)
                              viewer->setPicture(whole);
                      });
}

void DeskPage::chooseFiles()
{
    const auto where = m_filesFrom.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::PicturesLocation)
        : m_filesFrom;
    auto *dialog = new QFileDialog(this, tr("Attach pictures or files"), where);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this, dialog](const QStringList &paths) {
        m_filesFrom = dialog->directory().absolutePath();
        m_reply->files().addPaths(paths);
        m_reply->composer().focusEditor();
    });
    dialog->open();
}

} // namespace quntai
