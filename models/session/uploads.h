// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/blobdesk.h"

namespace quntai {

/** Brings the attachments of commands to the backend before the commands themselves, one after
 * another, and knows how far each is. Lives in the session's thread; the desk must live longer. */
class Uploads : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const Command &, const Result<> &)>;

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

    void goOn(const CommandId &id);
    void finish(const CommandId &id, const Result<> &result);

    BlobDesk &m_desk;
    QHash<CommandId, Run> m_runs;
};

} // namespace quntai
