// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/rowwords.h"

#include <QCoreApplication>

namespace quntai::RowWords {

using namespace Qt::StringLiterals;

namespace {

QString word(const char *text, int n = -1)
{
    return QCoreApplication::translate("Timeline", text, nullptr, n);
}

} // namespace

QString confirm()
{
    return word(QT_TRANSLATE_NOOP("Timeline", "Confirm"));
}
QString move()
{
    return word(QT_TRANSLATE_NOOP("Timeline", "Move to…"));
}
QString showMore()
{
    return word(QT_TRANSLATE_NOOP("Timeline", "Show more"));
}
QString ai()
{
    return word(QT_TRANSLATE_NOOP("Timeline", "AI-generated"));
}
QString correct()
{
    return word(QT_TRANSLATE_NOOP("Timeline", "Correct"));
}
QString unfold()
{
    return word(QT_TRANSLATE_NOOP("Timeline", "Show"));
}

QString messages(int count)
{
    return word(QT_TRANSLATE_N_NOOP("Timeline", "%n message(s)"), count);
}

QString recall(qint64 secondsLeft)
{
    const QString left = u"%1:%2"_s.arg(secondsLeft / 60).arg(secondsLeft % 60, 2, 10, QChar(u'0'));
    return word(QT_TRANSLATE_NOOP("Timeline", "Recall within %1")).arg(left);
}

QString sentIn(qint64 secondsLeft)
{
    return word(QT_TRANSLATE_N_NOOP("Timeline", "Sent in %n s"), int(secondsLeft));
}

QString undo()
{
    return word(QT_TRANSLATE_NOOP("Timeline", "Undo"));
}

QString moveInto(const QString &letter, const QString &title)
{
    return word(QT_TRANSLATE_NOOP("Timeline", "Move to %1 %2")).arg(letter, title);
}

QString attachment(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Image:
        return word(QT_TRANSLATE_NOOP("Timeline", "Picture"));
    case MessageKind::Voice:
        return word(QT_TRANSLATE_NOOP("Timeline", "Voice"));
    case MessageKind::Video:
        return word(QT_TRANSLATE_NOOP("Timeline", "Video"));
    case MessageKind::File:
        return word(QT_TRANSLATE_NOOP("Timeline", "File"));
    case MessageKind::Text:
    case MessageKind::Mixed:
    case MessageKind::Other:
        break;
    }
    return word(QT_TRANSLATE_NOOP("Timeline", "Attachment"));
}

QString action(RowAction action)
{
    switch (action) {
    case RowAction::FocusTopic:
        return word(QT_TRANSLATE_NOOP("Timeline", "Focus this topic"));
    case RowAction::ConfirmLink:
        return word(QT_TRANSLATE_NOOP("Timeline", "The message belongs to this topic"));
    case RowAction::MoveTo:
        return word(QT_TRANSLATE_NOOP("Timeline", "Move to another topic"));
    case RowAction::MoveToSecond:
        return word(QT_TRANSLATE_NOOP("Timeline", "It belongs to this topic instead"));
    case RowAction::Entity:
        return word(QT_TRANSLATE_NOOP("Timeline", "Show what is known about it"));
    case RowAction::OpenQuote:
        return word(QT_TRANSLATE_NOOP("Timeline", "Go to the quoted message"));
    case RowAction::OpenEntry:
        return word(QT_TRANSLATE_NOOP("Timeline", "Open the source"));
    case RowAction::MarkSent:
        return word(QT_TRANSLATE_NOOP("Timeline", "Mark as sent"));
    case RowAction::Retry:
        return word(QT_TRANSLATE_NOOP("Timeline", "Send again"));
    case RowAction::Edit:
        return word(QT_TRANSLATE_NOOP("Timeline", "Edit"));
    case RowAction::Discard:
        return word(QT_TRANSLATE_NOOP("Timeline", "Withdraw"));
    case RowAction::Recall:
        return word(QT_TRANSLATE_NOOP("Timeline", "Recall"));
    case RowAction::Correct:
        return word(QT_TRANSLATE_NOOP("Timeline", "Correct this answer"));
    case RowAction::Quote:
        return word(QT_TRANSLATE_NOOP("Timeline", "Quote"));
    case RowAction::More:
        return word(QT_TRANSLATE_NOOP("Timeline", "More"));
    case RowAction::Unfold:
        return word(QT_TRANSLATE_NOOP("Timeline", "Show the folded messages"));
    case RowAction::Verdict:
        return word(QT_TRANSLATE_NOOP("Timeline", "Show the evidence"));
    case RowAction::None:
    case RowAction::Body:
    case RowAction::ShowMore:
    case RowAction::File:
        break;
    case RowAction::Attachment:
        return word(QT_TRANSLATE_NOOP("Timeline", "Open the picture"));
    }
    return {};
}

} // namespace quntai::RowWords
