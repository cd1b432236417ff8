// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/apply.h"
#include "models/protocol/framecodec.h"
#include "models/protocol/statecodec.h"
#include "models/protocol/wire.h"
#include "models/session/happening.h"
#include "models/session/resume.h"

namespace quntai {

/** What the feed brought since the last time somebody looked. */
struct FeedNews
{
    Changes changes;
    QList<HappeningPtr> happenings;
    QStringList troubles;          //!< for people: events that cannot be shown
    bool reset = false;            //!< a part of the state was replaced; changes are what came after

    // For the store.
    QList<MessagePtr> messages;    //!< newest values, in order of arrival
    QList<Event> happened;
    QList<std::pair<GroupId, QList<qint64>>> erased;
    bool otherLedger = false;      //!< what is stored is of another generation
    QMap<QString, qint64> positions;  //!< reached in streams; to be acknowledged once stored
    int events = 0;

    bool isEmpty() const;
};

/** Turns what the link brings into the state: decides by Resume what is next, folds it, and
 * collects what changed until it is taken. Pure: no clock, no socket, no thread.
 *
 * A snapshot is put together beside the state in use and takes its place when it is whole.
 */
class FeedFold
{
public:
    void restore(State state, const QMap<QString, Position> &positions);

    const State &state() const { return m_state; }
    Resume &resume() { return m_resume; }
    const Resume &resume() const { return m_resume; }

    void take(const EventsFrame &frame);
    void take(const FeedTick &tick);
    /** False when the snapshot does not fit together and must be asked for anew. */
    bool take(SnapshotPart part);

    bool hasNews() const { return m_hasNews; }
    FeedNews takeNews();

private:
    void fold(const Event &event);
    void forgetOtherLedger(const QString &stream, const Position &now);

    State m_state;
    Resume m_resume;
    QHash<QString, SnapshotCollector> m_coming;
    FeedNews m_news;
    bool m_hasNews = false;
};

} // namespace quntai
