// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/imageprocess.h"
#include "models/session/session.h"
#include "widgets/pictures/picturesource.h"

#include <QCache>
#include <QHash>
#include <QSet>

namespace quntai {

/** Pictures of messages: their bytes come from the session, their pixels from the image program.
 *
 * Few are fetched at once, and what was wanted last comes first: whoever scrolls on does not wait
 * for what has gone by. Thumbnails stay in memory up to thumbnailBytes, the ones not painted for
 * longest go first. What could not be fetched is asked for again when the link is back; what cannot be decoded stays
 * refused.
 */
class PictureKeeper : public PictureSource
{
    Q_OBJECT
public:
    static constexpr int thumbnailBytes = 48 * 1024 * 1024;
    static constexpr int mostAtOnce = 4;
    static constexpr int mostWaiting = 64;
    static constexpr QSize wholeSize{4096, 4096};

    /** `program` is quntai-imagehelper. The session outlives it. */
    PictureKeeper(Session &session, const QString &program, QObject *parent = nullptr);

    Picture thumbnail(const QString &sha256) const override;
    void want(const QString &sha256) override;
    void whole(const QString &sha256, QObject *context,
               std::function<void(const Picture &)> done) override;

    ImageProcess &process() { return m_process; }

private:
    struct Refusal
    {
        QString why;
        bool forGood = false;
    };

    void next();
    void fetch(const QString &sha256, QSize most, std::function<void(const Picture &, bool)> done);
    void keep(const QString &sha256, const Picture &picture, bool forGood);
    void linkChanged();
    void forget();

    Session &m_session;
    ImageProcess m_process;
    QCache<QString, Picture> m_ready;
    QHash<QString, Refusal> m_refused;
    QSet<QString> m_coming;
    QStringList m_waiting;   //!< of m_coming; the one wanted last at the end
    int m_running = 0;
    int m_generation = 0;    //!< what was begun before it concerns nobody
    bool m_live = false;
};

/** Why a picture is not shown, in a few words that fit into its place. */
QString pictureProblemText(PictureProblem problem);

} // namespace quntai
