// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/message.h"
#include "widgets/timeline/rowcontent.h"

#include <QCoreApplication>

namespace quntai {

/// What the reader of timeline rows calls things, in the user's language.
class ReaderWords
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)

public:
    static QString chatter(int count) { return tr("+%n chatter", nullptr, count); }
    static QString others(int count) { return tr("%n message(s) of other topics", nullptr, count); }
    static QString newMessages() { return tr("New messages"); }
    static QString notReceived(const QString &why) { return tr("Not received: %1").arg(why); }
    static QString erased() { return tr("The text was erased"); }
    static QString quote(const QString &name, const QString &text)
    {
        return tr("%1: %2").arg(name, text);
    }
    static QString bot() { return tr("Bot"); }
    static QString agent() { return tr("Agent"); }
    static QString note() { return tr("Internal note"); }
    static QString whisper() { return tr("Whisper"); }
    static QString answers(const QStringList &names);
    static QString toBeSent() { return tr("To be sent"); }
    static QString readInPicture() { return tr("In the picture:"); }
    static QString spoken() { return tr("Spoken:"); }
    static QString transcript() { return tr("Transcript"); }
    static QString sending() { return tr("Sending"); }
    static QString uploading(int percent) { return tr("Uploading, %1 %").arg(percent); }
    static QString sent() { return tr("Sent"); }
    static QString failed() { return tr("Not sent"); }
    static QString refused() { return tr("Refused"); }
    static QString recalled() { return tr("Recalled"); }
    static QString unknown() { return tr("Outcome unknown"); }
    static QString unknownWhy() { return tr("No receipt came; it is not sent again by itself"); }
    static QString markSent() { return tr("Mark as sent"); }
    /// Word sets that warn of a text of ours.
    static QString warns(const QString &sets) { return tr("Words to watch: %1").arg(sets); }
    static QString flow(const QString &name) { return tr("Flow: %1").arg(name); }
    static QString aside(const QString &name) { return tr("Only %1 got this").arg(name); }
    static QString retry() { return tr("Send again"); }
    static QString offline() { return tr("Offline: sent after new messages have been checked"); }
    /// Held back by the send budget for that many seconds.
    static QString waiting(qint64 seconds);
    /// "A quoted", "A same person 0.97", "B 0.54?".
    static QString link(const Message &message, int lane, bool doubtful);
    /// "A 0.41?": the other topic a doubtful message may belong to.
    static QString second(const Message &message, int lane);
    /// The chip of a member who is no customer; nothing for customers.
    static std::optional<ChipSpec> memberRole(MemberRole role);
    /// Why chatter was folded, from addressing signals.
    static QString why(const QStringList &addressing);
};

} // namespace quntai
