// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/happeningrow.h"

#include <QCoreApplication>
#include <QDateTime>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QString secondsClock(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms).toString(u"HH:mm:ss"_s);
}

QString letterOf(const State &state, const TopicId &topic)
{
    const auto known = state.topics.constFind(topic);
    return known == state.topics.cend() ? u"?"_s : laneLetter(known->lane);
}

class HappeningWords
{
    Q_DECLARE_TR_FUNCTIONS(Happening)

public:
    HappeningWords(const Happening &happening, const State &state, const UserId &me)
        : m_told(happening), m_letter(letterOf(state, happening.topic)),
          m_into(letterOf(state, happening.into)), m_mine(happening.user == me && !me.isEmpty())
    {
    }

    Icon icon() const
    {
        using enum Happening::Kind;
        switch (m_told.kind) {
        case Opened:
            return Icon::Plus;
        case Escalated:
        case Cleared:
            return Icon::Flag;
        case Offered:
            return Icon::Transfer;
        case TakenOver:
            return Icon::Take;
        case LeaseEnded:
            return m_told.end == LeaseEnd::Transferred ? Icon::Transfer : Icon::Undo;
        case Ended:
            return Icon::Check;
        case Merged:
            return Icon::Merge;
        case Moved:
            return Icon::Split;
        case ConnectorGap:
            return Icon::Off;
        case Reviewed:
            return m_told.outcome == DraftEnd::Rejected ? Icon::X : Icon::Review;
        case Erased:
            return Icon::X;
        }
        return Icon::Flag;
    }

    QString title() const
    {
        using enum Happening::Kind;
        switch (m_told.kind) {
        case Opened:
            return tr("Topic %1 opened").arg(m_letter);
        case Escalated:
            return tr("Topic %1 escalated").arg(m_letter);
        case Cleared:
            return tr("Topic %1 needs nobody any more").arg(m_letter);
        case Offered:
            return tr("Topic %1 offered to %2").arg(m_letter, m_told.who);
        case TakenOver:
            return m_mine ? tr("You took over topic %1").arg(m_letter)
                          : tr("%1 took over topic %2").arg(m_told.who, m_letter);
        case LeaseEnded:
            return leaseEnd();
        case Ended:
            return ended();
        case Merged:
            return tr("Topic %1 merged into %2").arg(m_letter, m_into);
        case Moved:
            return tr("Messages moved into topic %1").arg(m_letter);
        case ConnectorGap:
            return tr("The connection was down from %1 to %2")
                .arg(secondsClock(m_told.from), secondsClock(m_told.to));
        case Reviewed:
            return reviewed();
        case Erased:
            return tr("Data of a person was erased");
        }
        return {};
    }

    QString detail() const
    {
        if (m_told.kind == Happening::Kind::ConnectorGap)
            return m_told.text.isEmpty() ? tr("Messages may be missing here") : m_told.text;
        QStringList parts{secondsClock(m_told.at)};
        const bool titled = m_told.kind == Happening::Kind::Reviewed;  // the title has its words
        if (!m_told.text.isEmpty() && !titled)
            parts.append(m_told.text);
        return parts.join(u" · "_s);
    }

private:
    QString leaseEnd() const
    {
        const QString who = m_mine ? tr("You") : m_told.who;
        switch (m_told.end) {
        case LeaseEnd::HandedBack:
            return tr("%1 handed topic %2 back to the bot").arg(who, m_letter);
        case LeaseEnd::Transferred:
            return tr("%1 transferred topic %2").arg(who, m_letter);
        case LeaseEnd::Expired:
            return tr("Topic %2 is free again: %1 was away too long").arg(who, m_letter);
        case LeaseEnd::Idle:
            return tr("Topic %1 went back to the bot after 30 min").arg(m_letter);
        case LeaseEnd::Forced:
            return tr("Topic %1 was taken from %2").arg(m_letter, who);
        case LeaseEnd::Untouched:
            return tr("Topic %1 waits again: %2 did nothing in it").arg(m_letter, who);
        case LeaseEnd::Snoozed:
            return tr("%1 put topic %2 off").arg(who, m_letter);
        case LeaseEnd::Released:
        case LeaseEnd::Resolved:
            break;
        }
        return tr("%1 left topic %2").arg(who, m_letter);
    }

    QString reviewed() const
    {
        const QString who = m_mine ? tr("You") : m_told.who;
        if (m_told.outcome == DraftEnd::Rejected)
            return tr("%1 rejected the draft: %2").arg(who, m_told.text);
        if (m_told.outcome == DraftEnd::Proposed)
            return tr("%1 changed the draft; a second person decides").arg(who);
        return m_told.outcome == DraftEnd::Edited ? tr("%1 changed the draft and sent it").arg(who)
                                                  : tr("%1 approved the draft").arg(who);
    }

    QString ended() const
    {
        return m_told.state == TopicState::AnsweredByPeer
            ? tr("Topic %1 answered by a member").arg(m_letter)
            : tr("Topic %1 resolved").arg(m_letter);
    }

    const Happening &m_told;
    const QString m_letter;
    const QString m_into;
    const bool m_mine;
};

} // namespace

RowContent happeningRow(const Happening &happening, const State &state, const UserId &me)
{
    const HappeningWords words(happening, state, me);
    RowContent row;
    row.kind = RowKind::System;
    row.topic = happening.topic;
    row.at = happening.at;
    row.icon = words.icon();
    row.title = words.title();
    row.detail = words.detail();
    row.tone = happening.kind == Happening::Kind::ConnectorGap ? Tone::Warning : Tone::Neutral;
    row.spoken = row.title + u"，"_s + row.detail;
    return row;
}

} // namespace quntai
