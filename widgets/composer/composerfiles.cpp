// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures and files that go with a reply: the second part of Composer.
#include "widgets/common/iconbutton.h"
#include "widgets/common/plainlabel.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/replyedit.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace quntai {

void Composer::joinFiles()
{
    setAcceptDrops(true);
    connect(m_attach, &IconButton::clicked, this, &Composer::askForFiles);
    connect(m_edit, &ReplyEdit::mediaGiven, this, &Composer::takeMedia);
    connect(m_strip, &AttachmentStrip::removeWanted, this, &Composer::fileRemoved);
    connect(m_strip, &AttachmentStrip::openWanted, this, &Composer::fileOpened);
    connect(m_strip, &AttachmentStrip::left, this, &Composer::focusEditor);
}

void Composer::askForFiles()
{
    if (m_mode == Mode::Reply)
        Q_EMIT filesWanted();
    else
        setFileProblems({m_unlocked ? tr("A note takes no pictures or files; switch to the reply.")
                                    : tr("Take the topic over first.")});
}

/** Dropped or pasted: files where they are, or the picture itself. */
void Composer::takeMedia(const QMimeData &data)
{
    if (m_mode != Mode::Reply) {
        askForFiles();
        return;
    }
    QStringList paths;
    for (const auto &url : data.urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    if (!paths.isEmpty())
        Q_EMIT filesGiven(paths);
    else if (const auto picture = qvariant_cast<QImage>(data.imageData()); !picture.isNull())
        Q_EMIT pictureGiven(picture);
}

void Composer::setFiles(const QList<ComposerFile> &files)
{
    m_strip->setFiles(files);
    refresh();
}

void Composer::setFileProblems(const QStringList &sentences)
{
    m_fileProblems->setPlainText(sentences.join(u' '));
    m_fileProblems->setVisible(!sentences.isEmpty());
}

/** There is something to send, and all of it can go. */
bool Composer::isComplete() const
{
    const bool written = !text().trimmed().isEmpty();
    if (m_mode == Mode::Note)
        return written;
    const auto ready = [](const ComposerFile &file) { return !file.coming && file.problem.isEmpty(); };
    return (written || !files().isEmpty()) && std::ranges::all_of(files(), ready);
}

void Composer::dragEnterEvent(QDragEnterEvent *event)
{
    const auto *data = event->mimeData();
    if (!data->hasUrls() && !data->hasImage())
        return;
    event->acceptProposedAction();
    m_dropping = true;
    update();
}

void Composer::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropping = false;
    update();
}

void Composer::dropEvent(QDropEvent *event)
{
    m_dropping = false;
    update();
    takeMedia(*event->mimeData());
    event->acceptProposedAction();
}

} // namespace quntai
