// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/blobdesk.h"

namespace quntai {

/** Brings the attachments of commands to the backend before the commands themselves, one after
 * another, and knows how far each is.
 *
 * What cannot be done now is tried again by whoever asked; after mostTries in a row of which none
 * brought a file more than those before, the answer is final: Internal, with data.field
 * "attachments" and data.cause, the word of the last error's kind or "unread": a picture could not be
 * read for its check. Lives in the session's thread;
 * the desk must live longer. */
class Uploads : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const Command &, const Result<> &)>;

    static constexpr int mostTries = 8;  //!< with the pauses of OutboxDelivery two minutes and more

    explicit Uploads(BlobDesk &desk, QObject *parent = nullptr) : QObject(parent), m_desk(desk) {}

    /** done comes later, once, unless the command is dropped; what was begun for it before is. */
    void begin(const Command &command, const GroupId &group, Done done);
    bool isOn(const CommandId &command) const { return m_runs.contains(command); }
    void drop(const CommandId &command);
    void dropAll();
    Upload of(const CommandId &command) const;

Q_SIGNALS:
    void moved(const quntai::CommandId &command);

private:
    struct Run
    {
        Command command;
        GroupId group;
        Done done;
        qsizetype next = 0;    //!< of the attachments
        qint64 sentBefore = 0; //!< bytes of those that are there
        qint64 sent = 0;       //!< of the one on its way
        int ticket = 0;
    };

    /** What the tries of a command came to. */
    struct Tries
    {
        int vain = 0;          //!< in a row
        qsizetype brought = 0; //!< files, at most
    };

    void goOn(const CommandId &id);
    Result<> judged(const Run &run, const Result<> &result);
    void finish(const CommandId &id, const Result<> &result);

    BlobDesk &m_desk;
    QHash<CommandId, Run> m_runs;
    QHash<CommandId, Tries> m_tries;  //!< of those that could not be brought yet
};

} // namespace quntai
