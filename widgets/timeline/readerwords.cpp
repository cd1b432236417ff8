// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/readerwords.h"

#include "models/domain/topic.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/timeline/timelinereader.h"

namespace quntai {

using namespace Qt::StringLiterals;

QString ReaderWords::answers(const QStringList &names)
{
    QStringList shown;
    for (const QString &name : names.first(qMin<qsizetype>(3, names.size())))
        shown.append(visibleText(name, 24));
    if (names.size() > 3)
        shown.append(u"+%1"_s.arg(names.size() - 3));
    return tr("To %1").arg(shown.join(tr(", ")));
}

QString ReaderWords::waiting(qint64 seconds)
{
    return seconds > 0 ? tr("Send budget used up, out in about %n s", nullptr, int(seconds))
                       : tr("Waiting for its turn");
}

QString ReaderWords::link(const Message &message, int lane, bool doubtful)
{
    const QString letter = laneLetter(lane);
    const QString value = confidenceText(message.linkConfidence);
    if (doubtful)
        return tr("%1 %2?").arg(letter, value);
    switch (message.link) {
    case LinkRule::New:
        return tr("%1 new topic").arg(letter);
    case LinkRule::Quote:
        return tr("%1 quoted").arg(letter);
    case LinkRule::Mention:
        return tr("%1 mentioned").arg(letter);
    case LinkRule::SameAsker:
        return tr("%1 same person %2").arg(letter, value);
    case LinkRule::Similar:
        return tr("%1 similar %2").arg(letter, value);
    case LinkRule::Answer:
        return tr("%1 answer").arg(letter);
    case LinkRule::Human:
        return tr("%1 chosen by a person").arg(letter);
    }
    return letter;
}

QString ReaderWords::second(const Message &message, int lane)
{
    return tr("%1 %2?").arg(laneLetter(lane), confidenceText(message.secondConfidence));
}

std::optional<ChipSpec> ReaderWords::memberRole(MemberRole role)
{
    switch (role) {
    case MemberRole::GroupAdmin:
        return ChipSpec{.text = tr("Group admin"), .line = true};
    case MemberRole::Staff:
        return ChipSpec{.text = tr("Staff"), .tone = Tone::Agent};
    case MemberRole::Bot:
        return ChipSpec{.text = tr("Bot"), .tone = Tone::Bot};
    case MemberRole::Customer:
        break;
    }
    return std::nullopt;
}

QString ReaderWords::why(const QStringList &addressing)
{
    QStringList words;
    for (const QString &signal : addressing) {
        if (signal == u"at_member" || signal == u"quote_member")
            words.append(tr("said to a member"));
        else if (signal == u"no_question")
            words.append(tr("no question"));
        else if (signal == u"no_words")
            words.append(tr("no words"));
    }
    words.removeDuplicates();
    return words.join(tr(", "));
}

/// Head first, then what decides whether to listen on, then the text.
QString spokenRow(const RowContent &row)
{
    QStringList parts;
    const auto add = [&parts](const QString &part) {
        if (!part.isEmpty())
            parts.append(visibleText(part));
    };
    if (row.kind == RowKind::Day || row.kind == RowKind::Fold || row.kind == RowKind::System
        || row.kind == RowKind::News) {
        add(row.title);
        add(row.detail);
        return parts.join(u"，"_s);
    }
    if (row.lane >= 0)
        add(QCoreApplication::translate("Timeline", "Topic %1").arg(laneLetter(row.lane)));
    add(row.name);
    for (const ChipSpec &role : row.roles)
        add(role.text);
    add(row.time);
    if (!row.quote.isEmpty())
        add(QCoreApplication::translate("Timeline", "quotes %1").arg(row.quote));
    add(row.text);
    for (const AttachmentBox &box : row.attachments)
    {
        add(box.detail + u' ' + box.name);
        add(box.problem);
    }
    if (!row.words.isEmpty())
        add(row.wordsFrom + u' ' + row.words);
    if (row.verdict) {
        add(QCoreApplication::translate("Timeline", "emotion %1").arg(row.verdict->emotion.level));
        if (row.verdict->emotion.trend >= meter::emotionTrend)
            add(QCoreApplication::translate("Timeline", "rising"));
        add(row.verdict->decision.text);
    }
    for (const SourceRef &source : row.sources) {
        if (source.tone != Tone::Neutral)
            add(source.title);
    }
    if (row.delivery)
        add(row.delivery->text);
    return parts.join(u"，"_s);
}

} // namespace quntai
