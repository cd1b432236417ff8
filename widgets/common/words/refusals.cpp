// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/words/refusals.h"

#include "widgets/common/words/words.h"

#include <QCoreApplication>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QString word(const char *text)
{
    return QCoreApplication::translate("Refusal", text);
}

QString policyText(const Error &error)
{
    const auto rule = error.data.value(u"rule"_s).toString();
    if (rule == u"recall_window")
        return word(QT_TRANSLATE_NOOP("Refusal", "The time to recall this message is over."));
    if (rule == u"recall_unsupported") {
        return word(QT_TRANSLATE_NOOP("Refusal", "This platform cannot take back what was sent."));
    }
    if (rule == u"stopped")
        return word(QT_TRANSLATE_NOOP("Refusal", "The bot is stopped; nothing of it is sent."));
    if (rule == u"second_reviewer") {
        return word(QT_TRANSLATE_NOOP("Refusal", "You changed this draft; another person decides "
                                                 "on it."));
    }
    if (rule == u"privacy") {
        return word(QT_TRANSLATE_NOOP("Refusal", "%1 may not be sent to a group."))
            .arg(personalKindName(error.data.value(u"data"_s).toString()));
    }
    if (rule == u"sensitive_word") {
        return word(QT_TRANSLATE_NOOP("Refusal", "“%1” may not be sent to a group."))
            .arg(error.data.value(u"word"_s).toString());
    }
    return error.message;
}

QString holderText(const Error &error)
{
    auto holder = error.data.value(u"name"_s).toString();
    if (holder.isEmpty())
        holder = error.data.value(u"holder"_s).toString();
    return holder.isEmpty()
        ? word(QT_TRANSLATE_NOOP("Refusal", "You do not hold this topic. Take it over first."))
        : word(QT_TRANSLATE_NOOP("Refusal", "%1 holds this topic.")).arg(holder);
}

} // namespace

QString refusalText(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Stale:
        return word(QT_TRANSLATE_NOOP("Refusal",
                                      "There are newer messages in this topic. Look at "
                                      "them, then send again."));
    case ErrorKind::NotHolder:
        return holderText(error);
    case ErrorKind::Policy:
        return policyText(error);
    case ErrorKind::Forbidden:
        return word(QT_TRANSLATE_NOOP("Refusal", "You may not do this here."));
    case ErrorKind::NotFound:
        return word(QT_TRANSLATE_NOOP("Refusal", "What this is about is gone."));
    case ErrorKind::Conflict:
        return word(QT_TRANSLATE_NOOP("Refusal",
                                      "Somebody changed it meanwhile. Look again, then "
                                      "decide."));
    case ErrorKind::TooLarge:
        return word(QT_TRANSLATE_NOOP("Refusal", "The text is too long. Shorten it."));
    case ErrorKind::RateLimited:
        return word(QT_TRANSLATE_NOOP("Refusal", "Too much at once. Try again in a moment."));
    case ErrorKind::StorageFull:
        return word(QT_TRANSLATE_NOOP("Refusal",
                                      "The disk is full. Your text is kept; free some "
                                      "space and try again."));
    case ErrorKind::Unavailable:
        return word(QT_TRANSLATE_NOOP("Refusal", "The backend cannot do it now. Try again later."));
    case ErrorKind::Unauthenticated:
        return word(QT_TRANSLATE_NOOP("Refusal",
                                      "The sign-in has expired. Sign in again; what you "
                                      "wrote is kept."));
    default:
        return error.message;
    }
}

QString linkText(const LinkStatus &link)
{
    switch (link.problem) {
    case LinkProblem::None:
        return link.reason;
    case LinkProblem::Unreachable:
        return word(QT_TRANSLATE_NOOP("Refusal", "The backend cannot be reached."));
    case LinkProblem::Lost:
        return word(QT_TRANSLATE_NOOP("Refusal", "The connection to the backend broke."));
    case LinkProblem::Silent:
        return word(QT_TRANSLATE_NOOP("Refusal", "The backend does not answer."));
    case LinkProblem::NotTrusted:
        return word(QT_TRANSLATE_NOOP("Refusal", "The backend's certificate is not trusted."));
    case LinkProblem::Unsafe:
        return word(QT_TRANSLATE_NOOP("Refusal",
                                      "Only wss:// is allowed, and ws:// on this "
                                      "computer."));
    case LinkProblem::Garbled:
        return word(QT_TRANSLATE_NOOP("Refusal",
                                      "What answers there is no Quntai backend of a "
                                      "version that fits."));
    case LinkProblem::Restarting:
        return word(QT_TRANSLATE_NOOP("Refusal", "The backend restarts."));
    case LinkProblem::Busy:
        return word(QT_TRANSLATE_NOOP("Refusal", "The backend is busy."));
    case LinkProblem::WrongSignIn:
        return word(QT_TRANSLATE_NOOP("Refusal", "Name or password is wrong."));
    case LinkProblem::Expired:
        return word(QT_TRANSLATE_NOOP("Refusal",
                                      "The sign-in has expired. Sign in again; what you "
                                      "wrote is kept."));
    case LinkProblem::Elsewhere:
        return word(QT_TRANSLATE_NOOP("Refusal", "This account has signed in elsewhere."));
    case LinkProblem::NotAllowed:
        return word(QT_TRANSLATE_NOOP("Refusal", "This account may not be used."));
    }
    return link.reason;
}

} // namespace quntai
