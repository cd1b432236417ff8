// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/engine/engine.h"
#include "app/backend/gateway/blobstore.h"
#include "app/backend/picturereading.h"

#include <QCache>
#include <QHash>
#include <QSet>

namespace quntai {

/** Has the words of members' pictures read and writes them down (message.read), where the policy of
 * the group wants that; whatever is decided on them follows from that event.
 *
 * A picture seen before (the same bytes) is not read again while it is remembered. What was not read
 * when the last process ended is read at the start. Main thread.
 */
class PictureWatch : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const Result<QString> &text)>;

    /** program: quntai-picturereader. engine must outlive it. */
    PictureWatch(Engine &engine, BlobStore blobs, const QString &program, QObject *parent = nullptr);

    /** The engine's state is there. */
    void start(const State &state);
    /** The words of a picture that a person wants to send, for checks; empty when there are none. done
     * comes once, unless context is gone. NotFound: nothing can be read here. Unavailable,
     * RateLimited: not in time, or too many wait; it may be asked again, and is read meanwhile where
     * that goes. */
    void readOutgoing(const QString &sha256, QObject *context, Done done);
    /** A blob was erased with a person's data: nothing of what was read in it stays. */
    void forget(const QString &sha256);
    PictureReading &reading() { return m_reading; }
    /** How long somebody is kept waiting for the words. */
    void setPatience(int ms) { m_patienceMs = ms; }

    static constexpr int leastSure = 55;     //!< percent; below it the words are noise
    static constexpr int outgoingMs = 10'000;

private:
    /** A picture of a message that has not been read. */
    struct Place
    {
        GroupId group;
        TopicId topic;
        MessageId message;
        int index = 0;
        QString sha256;
    };
    /** Somebody who wants to send it. */
    struct Asker
    {
        QPointer<QObject> context;
        Done done;
    };

    void takeIn(const EventList &events);
    void takeIn(const Event &event);
    void look(const Place &place);
    void look(const State &state, const Place &place);
    void read(const QString &sha256, std::function<void(const PictureReading::Words &)> done);
    void load(const QString &sha256, bool urgent, PictureReading::Done done);
    void answer(const QString &sha256, const Result<PictureReading::Words> &words);
    void noteTrouble(const Error &error);

    Engine &m_engine;
    const BlobStore m_blobs;
    PictureReading m_reading;
    QCache<QString, PictureReading::Words> m_known;
    QSet<QString> m_forgotten;  //!< and not sent again since; somebody may be reading one yet
    QHash<QString, QList<Asker>> m_asked;  //!< pictures that are being read for somebody
    int m_patienceMs = outgoingMs;
    bool m_isOff = false;   //!< there is no program or no model
};

} // namespace quntai
