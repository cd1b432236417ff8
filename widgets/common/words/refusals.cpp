// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/words/refusals.h"

#include "widgets/common/words/attachmentwords.h"
#include "widgets/common/words/words.h"

#include <QCoreApplication>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QString word(const char *text)
{
    return QCoreApplication::translate("Refusal", text);
}

QString unreadText()
{
    return word(QT_TRANSLATE_NOOP("Refusal", "A picture of this text could not be checked for what "
                                             "may not be sent to a group. It is kept; send it again "
                                             "later, or cut out the part that is needed."));
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
    if (rule == u"picture_unread")
        return unreadText();
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

/** Files that did not get to the backend, however often it was tried. */
QString unbroughtText(const Error &error)
{
    const auto cause = error.data.value(u"cause"_s).toString();
    if (cause == u"unread")
        return unreadText();
    if (cause == errorKindName(ErrorKind::RateLimited)) {
        return word(QT_TRANSLATE_NOOP("Refusal", "Too many pictures and files that you brought wait "
                                                 "at the backend. This text is kept; send it again "
                                                 "in ten minutes."));
    }
    if (cause == errorKindName(ErrorKind::StorageFull)) {
        return word(QT_TRANSLATE_NOOP("Refusal", "The backend has no room for the pictures and "
                                                 "files of this text. It is kept; tell an "
                                                 "administrator, then send it again."));
    }
    return word(QT_TRANSLATE_NOOP("Refusal", "The pictures and files of this text did not get to "
                                             "the backend in several tries. It is kept; look at "
                                             "the network, then send it again."));
}

/** Null: nothing but to wait. */
const char *adviceFor(LinkProblem problem)
{
    switch (problem) {
    case LinkProblem::Unreachable:
        return QT_TRANSLATE_NOOP("Refusal", "Look at the network of this computer first; if it is "
                                            "well, ask an administrator whether the backend runs.");
    case LinkProblem::HostUnknown:
        return QT_TRANSLATE_NOOP("Refusal", "Check how the address is written; an address of the "
                                            "company's own network may need its VPN.");
    case LinkProblem::NobodyThere:
        return QT_TRANSLATE_NOOP("Refusal", "Check address and port; if they are right, ask an "
                                            "administrator to start the backend.");
    case LinkProblem::NoBackend:
        return QT_TRANSLATE_NOOP("Refusal", "Check address and port; if a proxy stands before the "
                                            "backend, ask an administrator whether the backend "
                                            "runs.");
    case LinkProblem::Silent:
        return QT_TRANSLATE_NOOP("Refusal", "A firewall may hold it back, or the port is wrong; "
                                            "if neither, ask an administrator to look at the "
                                            "backend.");
    case LinkProblem::NotTrusted:
        return QT_TRANSLATE_NOOP("Refusal", "Your password was not sent. Ask an administrator for "
                                            "a certificate that this computer trusts.");
    case LinkProblem::OtherName:
        return QT_TRANSLATE_NOOP("Refusal", "Your password was not sent. Check the address; it "
                                            "must be the one the certificate names.");
    case LinkProblem::OutOfDate:
        return QT_TRANSLATE_NOOP("Refusal", "Your password was not sent. Look at the clock of this "
                                            "computer; if it is right, the certificate has to be "
                                            "renewed.");
    case LinkProblem::Garbled:
        return QT_TRANSLATE_NOOP("Refusal", "Check the address; console and backend must be of "
                                            "versions that fit.");
    default: return nullptr;
    }
}

} // namespace

QString refusalText(const Error &error)
{
    if (const auto attachment = attachmentProblemText(error); !attachment.isEmpty())
        return attachment;
    const bool file = error.data.value(u"field"_s).toString() == u"attachments";
    if (file && error.kind == ErrorKind::NotFound) {
        return word(QT_TRANSLATE_NOOP("Refusal", "A picture or file of this text is not there any "
                                                 "more. Attach it again."));
    }
    if (file && error.kind == ErrorKind::Internal)
        return unbroughtText(error);
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
    case LinkProblem::HostUnknown:
        return word(QT_TRANSLATE_NOOP("Refusal", "The name of the server is not known here."));
    case LinkProblem::NobodyThere:
        return word(QT_TRANSLATE_NOOP("Refusal",
                                      "The connection was refused: nothing listens at that "
                                      "port."));
    case LinkProblem::NoBackend:
        return word(QT_TRANSLATE_NOOP("Refusal", "What answers there is no Quntai backend."));
    case LinkProblem::Lost:
        return word(QT_TRANSLATE_NOOP("Refusal", "The connection to the backend broke."));
    case LinkProblem::Silent:
        return word(QT_TRANSLATE_NOOP("Refusal", "The backend does not answer."));
    case LinkProblem::NotTrusted:
        return word(QT_TRANSLATE_NOOP("Refusal", "The backend's certificate is not trusted."));
    case LinkProblem::OtherName:
        return word(QT_TRANSLATE_NOOP("Refusal", "The certificate is of another server."));
    case LinkProblem::OutOfDate:
        return word(QT_TRANSLATE_NOOP("Refusal",
                                      "The backend's certificate is not valid at this time."));
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
    case LinkProblem::Woke:
        return word(QT_TRANSLATE_NOOP("Refusal", "This computer slept; whether the backend is "
                                                 "still there is being asked."));
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

QString linkAdvice(LinkProblem problem, const QUrl &server)
{
    if (problem == LinkProblem::WrongSignIn) {
        return word(QT_TRANSLATE_NOOP("Refusal", "Mind capital letters; an administrator can set a "
                                                 "new password."));
    }
    if (problem == LinkProblem::NotAllowed)
        return word(QT_TRANSLATE_NOOP("Refusal", "Ask an administrator."));
    const auto *advice = adviceFor(problem);
    if (!advice || server.isEmpty())
        return advice ? word(advice) : QString();
    return word(QT_TRANSLATE_NOOP("Refusal", "Tried %1. %2"))
        .arg(server.toDisplayString(), word(advice));
}

} // namespace quntai
