// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/picturekeeper.h"

#include <QCoreApplication>
#include <QPointer>

namespace quntai {

namespace {

class PictureWords
{
    Q_DECLARE_TR_FUNCTIONS(PictureWords)

public:
    static QString of(PictureProblem problem)
    {
        switch (problem) {
        case PictureProblem::None: return {};
        case PictureProblem::Empty: return tr("Empty file");
        case PictureProblem::NotAPicture: return tr("Not a picture format");
        case PictureProblem::Damaged: return tr("Damaged picture");
        case PictureProblem::TooLarge: return tr("Too many pixels");
        case PictureProblem::TooLong: return tr("File too large");
        case PictureProblem::Unsupported: return tr("Format not supported");
        case PictureProblem::TimedOut: return tr("Decoding took too long");
        case PictureProblem::Died: return tr("Could not be decoded");
        }
        return {};
    }

    static QString of(const Error &error)
    {
        switch (error.kind) {
        case ErrorKind::NotFound: return tr("No longer kept");
        case ErrorKind::TooLarge: return tr("File too large");
        case ErrorKind::Conflict: return tr("Damaged on the way");
        case ErrorKind::Unauthenticated: return tr("Not allowed");
        default: return tr("Not loaded");
        }
    }
};

bool isForGood(const Error &error)
{
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::TooLarge;
}

} // namespace

QString pictureProblemText(PictureProblem problem)
{
    return PictureWords::of(problem);
}

PictureKeeper::PictureKeeper(Session &session, const QString &program, QObject *parent)
    : PictureSource(parent), m_session(session), m_process(program), m_ready(thumbnailBytes)
{
    connect(&session, &Session::linkChanged, this, &PictureKeeper::linkChanged);
    connect(&session, &Session::reset, this, &PictureKeeper::forget);
}

Picture PictureKeeper::thumbnail(const QString &sha256) const
{
    // Looking at a picture keeps it.
    if (const auto *ready = m_ready.object(sha256))
        return *ready;
    if (const auto refused = m_refused.constFind(sha256); refused != m_refused.cend())
        return {Picture::State::Failed, {}, {}, refused->why};
    Picture picture;
    picture.state = m_coming.contains(sha256) ? Picture::State::Coming : Picture::State::Unknown;
    return picture;
}

void PictureKeeper::want(const QString &sha256)
{
    if (m_coming.contains(sha256) || m_refused.contains(sha256) || m_ready.contains(sha256))
        return;
    m_coming.insert(sha256);
    m_waiting.append(sha256);
    if (m_waiting.size() > mostWaiting)
        m_coming.remove(m_waiting.takeFirst());
    next();
}

void PictureKeeper::next()
{
    while (m_running < mostAtOnce && !m_waiting.isEmpty()) {
        const auto sha256 = m_waiting.takeLast();
        ++m_running;
        fetch(sha256, thumbnailSize,
              [this, sha256, generation = m_generation](const Picture &picture, bool forGood) {
                  if (generation != m_generation)
                      return; // of a session that is over
                  --m_running;
                  keep(sha256, picture, forGood);
                  next();
              });
    }
}

void PictureKeeper::keep(const QString &sha256, const Picture &picture, bool forGood)
{
    m_coming.remove(sha256);
    if (picture.isReady())
        m_ready.insert(sha256, new Picture(picture), int(picture.image.sizeInBytes()));
    else
        m_refused.insert(sha256, {picture.why, forGood});
    Q_EMIT changed(sha256);
}

void PictureKeeper::whole(const QString &sha256, QObject *context,
                          std::function<void(const Picture &)> done)
{
    fetch(sha256, wholeSize, [asker = QPointer(context), done](const Picture &picture, bool) {
        if (asker)
            done(picture);
    });
}

void PictureKeeper::fetch(const QString &sha256, QSize most,
                          std::function<void(const Picture &, bool)> done)
{
    m_session.blob(sha256, this, [this, most, done](const Result<QByteArray> &bytes) {
        if (!bytes) {
            done({Picture::State::Failed, {}, {}, PictureWords::of(bytes.error())},
                 isForGood(bytes.error()));
            return;
        }
        m_process.decode(*bytes, most, this, [done](const ImageProcess::Decoded &decoded) {
            const bool ready = decoded.problem == PictureProblem::None;
            done({ready ? Picture::State::Ready : Picture::State::Failed, decoded.image,
                  decoded.whole, pictureProblemText(decoded.problem)},
                 true);
        });
    });
}

/** What failed for want of a link is worth another look now. */
void PictureKeeper::linkChanged()
{
    const bool live = m_session.link().state == LinkState::Live;
    if (live == std::exchange(m_live, live) || !live)
        return;
    QStringList again;
    for (auto it = m_refused.cbegin(); it != m_refused.cend(); ++it) {
        if (!it->forGood)
            again.append(it.key());
    }
    for (const auto &sha256 : std::as_const(again)) {
        m_refused.remove(sha256);
        Q_EMIT changed(sha256);
    }
}

void PictureKeeper::forget()
{
    if (m_session.link().state != LinkState::SignedOut)
        return;
    m_ready.clear();
    m_refused.clear();
    m_coming.clear();
    m_waiting.clear();
    m_running = 0;
    ++m_generation;
}

} // namespace quntai
