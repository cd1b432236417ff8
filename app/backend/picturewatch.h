// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/engine/engine.h"
#include "app/backend/gateway/blobstore.h"
#include "app/backend/picturereading.h"

#include <QCache>
#include <QThreadPool>

namespace quntai {

/** Has the words of members' pictures read and writes them down (message.read), where the policy of
 * the group wants that; whatever is decided on them follows from that event.
 *
 * A picture seen before (the same bytes) is not read again while it is remembered. What was not read
 * when the last process ended is read at the start. Main thread; files are read in a thread of its
 * own.
 */
class PictureWatch : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const QString &text)>;

    /** program: quntai-picturereader. engine must outlive it. */
    PictureWatch(Engine &engine, BlobStore blobs, const QString &program, QObject *parent = nullptr);
    ~PictureWatch() override;

    /** The engine's state is there. */
    void start(const State &state);
    /** The words of a picture that a person wants to send to the group, for checks; empty when there
     * are none, they cannot be read in time, or the group's policy does not want it. */
    void readOutgoing(const QString &sha256, const GroupId &group, QObject *context, Done done);
    PictureReading &reading() { return m_reading; }

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

    void takeIn(const EventList &events);
    void takeIn(const Event &event);
    void look(const Place &place);
    void look(const State &state, const Place &place);
    void read(const QString &sha256, bool urgent, QObject *context,
              std::function<void(const PictureReading::Words &)> done);
    void load(const QString &sha256, bool urgent, QObject *context, PictureReading::Done done);
    void noteTrouble(const Error &error);

    Engine &m_engine;
    const BlobStore m_blobs;
    PictureReading m_reading;
    QThreadPool m_worker;
    QCache<QString, PictureReading::Words> m_known;
    bool m_isOff = false;   //!< there is no program or no model
};

} // namespace quntai
