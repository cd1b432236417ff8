// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/state.h"

#include <QSet>

namespace quntai {

/** Where the console stands in each stream, and what it asks the backend for next.
 *
 * The rule: an event is the next one when its prev is not beyond our position; when it is, something
 * between is missing and the feed is opened again from where we stand. What we have is dropped. A
 * resume of a stream that brings nothing three times in a row is given up for a snapshot, so that no damage at
 * the other end keeps us in a loop. Pure: no clock, no socket.
 */
class Resume
{
public:
    enum class Step {
        Take,     //!< the next event; the position is already behind it
        Repeat,   //!< known; drop it
        Gap,      //!< something is missing; drop it and open the feed again when mustOpen()
        Foreign,  //!< of another generation or of a stream being replaced; drop it
    };

    static constexpr int failuresAllowed = 3;

    /** Positions of the state that was loaded; streams without epoch are asked for anew. */
    void restore(const QMap<QString, Position> &positions);

    /** The connection is new, or the feed must be opened again. */
    bool mustOpen() const { return m_mustOpen; }
    /** What feed.open asks to resume from; streams not named come as a snapshot. */
    QMap<QString, Position> open();
    /** One stream of the answer to feed.open. */
    void opened(const QString &stream, const Position &head, bool resumed);
    /** feed.open was refused because a position is ahead of the backend's. */
    void ahead(const QString &stream);
    /** feed.open was refused for another reason. */
    void refused();
    /** The link broke. */
    void lost() { m_mustOpen = true; }

    Step event(const QString &stream, const QString &epoch, qint64 prev, qint64 seq);
    /** Nothing visible happened after prev up to seq; prev 0: the sender does not say.
     *
     * On the wire a tick has no prev and needs none: it travels behind every visible event up to
     * its seq on one ordered connection, and while a hole is known it is not believed. */
    Step tick(const QString &stream, qint64 prev, qint64 seq);
    /** The stream's part of the state was replaced. */
    void replaced(const QString &stream, const Position &at);
    /** The snapshot in the making is of no use. */
    void snapshotFailed();

    /** feed.open has been answered and nothing since says that it must be asked again. */
    bool isOpen() const { return !m_mustOpen && !m_asked; }
    /** All streams of the last feed.open have reached the head it named. */
    bool isCaughtUp() const { return isOpen() && m_behind.isEmpty(); }
    bool awaitsSnapshot(const QString &stream) const { return m_awaited.contains(stream); }
    Position position(const QString &stream) const { return m_positions.value(stream); }
    const QMap<QString, Position> &positions() const { return m_positions; }

private:
    void moved(const QString &stream);
    Step gap();

    QMap<QString, Position> m_positions;
    QSet<QString> m_awaited;            //!< streams whose snapshot is on its way
    QMap<QString, qint64> m_behind;     //!< heads not reached yet
    QSet<QString> m_distrusted;         //!< streams that shall come as a snapshot
    QHash<QString, int> m_failures;     //!< resumes in a row that brought nothing of the stream
    bool m_mustOpen = true;
    bool m_asked = false;               //!< feed.open has no answer yet
};

} // namespace quntai
