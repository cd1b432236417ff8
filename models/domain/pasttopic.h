// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/satisfaction.h"

#include <QStringList>

namespace quntai {

/** A topic of a member as it is now, or as it ended. */
struct PastTopic
{
    TopicId topic;
    GroupId group;
    QString title;          //!< first words of its first question; untrusted
    TopicState state = TopicState::New;
    Instant openedAt;
    Instant lastAt;         //!< of the newest message or change of state
    MessageId message;      //!< that opened it
    qint64 seq = 0;         //!< of that message, to find it in the history
    bool byBot = false;     //!< the bot said something in it
    QStringList people;     //!< names of ours who did, in order of their first words; at most 4
    AskerStage stage = AskerStage::Asking;  //!< how far that member came

    static constexpr qsizetype mostPeople = 4;

    bool operator==(const PastTopic &) const = default;
    static constexpr auto fields()
    {
        using P = PastTopic;
        return FieldList{required("topic", &P::topic), required("group", &P::group),
                          optional("title", &P::title), required("state", &P::state),
                          required("openedAt", &P::openedAt), required("lastAt", &P::lastAt),
                          optional("message", &P::message), optional("seq", &P::seq),
                          optional("byBot", &P::byBot), optional("people", &P::people),
                          optional("stage", &P::stage)};
    }
};

} // namespace quntai
