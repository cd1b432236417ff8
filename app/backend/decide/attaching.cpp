// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/attaching.h"

#include "app/backend/decide/commander.h"
#include "app/backend/decide/discretion.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 120;

std::unexpected<Error> refused(const AttachmentRefusal &why, const QString &name)
{
    const auto word = QString::fromLatin1(wordOf(why.problem));
    const bool large = why.problem == AttachmentProblem::TooLarge;
    const auto message = large ? u"“%1” is larger than %2 bytes"_s.arg(name).arg(why.limit)
                               : u"“%1” cannot be sent to this group: %2"_s.arg(name, word);
    QJsonObject data{{u"rule"_s, u"attachment"_s}, {u"problem"_s, word}, {u"name"_s, name}};
    if (large)
        data.insert(u"limit"_s, why.limit);
    return failure(large ? ErrorKind::TooLarge : ErrorKind::Policy, message, data);
}

/** A file's name as a customer's computer can take it. */
bool isName(const QString &name)
{
    return !name.isEmpty() && name.size() <= longestName
        && std::ranges::none_of(name, [](QChar c) {
               return c.unicode() < 0x20 || c == u'/' || c == u'\\' || c.unicode() == 0x7f;
           });
}

Result<> checkOne(QStringView kind, const Attachment &attachment)
{
    if (!isName(attachment.name) || attachment.sha256.isEmpty() || !attachment.problem.isEmpty())
        return badField(u"attachments"_s, u"an attachment needs a plain name and a blob"_s);
    const auto why = refusalOf(kind, attachment);
    return why ? Result<>(refused(*why, attachment.name)) : Result<>();
}

/** What was read in a picture counts as written. */
Result<> checkWords(const Scene &scene, const GroupId &group, const QList<MemberId> &told,
                    const Attachment &picture)
{
    if (picture.text.trimmed().isEmpty())
        return {};
    const auto fits = checkGroupText(scene, group, told, picture.text);
    if (fits || fits.error().kind != ErrorKind::Policy)
        return {};
    auto error = fits.error();
    error.data.remove(u"redacted"_s);
    error.data.remove(u"spans"_s);
    error.data.insert(u"picture"_s, picture.name);
    return std::unexpected(error);
}

/** Pictures that still fit into one message with the text. */
class PictureRow
{
public:
    bool takes(const Attachment &attachment)
    {
        if (attachment.kind != MessageKind::Image || m_bytes + attachment.bytes > mostAttachmentBytes)
            return false;
        m_bytes += attachment.bytes;
        return true;
    }

private:
    qint64 m_bytes = 0;
};

} // namespace

QList<MessagePart> partsFor(QStringView connectorKind, const QString &text,
                            const QList<Attachment> &attachments)
{
    const bool alone = connectorKind == u"wecom";
    MessagePart first{text, {}};
    QList<MessagePart> rest;
    PictureRow row;
    for (const auto &attachment : attachments) {
        if (!alone && row.takes(attachment))
            first.attachments.append(attachment);
        else
            rest.append({{}, {attachment}});
    }
    if (!first.text.isEmpty() || !first.attachments.isEmpty())
        rest.prepend(first);
    return rest;
}

QString connectorKindOf(const Scene &scene, const GroupId &group)
{
    return scene.state.connectors.value(scene.group(group).info.channel).kind;
}

Result<> checkAttachments(const Scene &scene, const GroupId &group, const QList<MemberId> &told,
                          const QList<Attachment> &attachments)
{
    if (attachments.size() > mostAttachments)
        return refused({AttachmentProblem::TooMany, 0}, attachments.constLast().name);
    const auto kind = connectorKindOf(scene, group);
    for (const auto &attachment : attachments) {
        const auto fits = checkOne(kind, attachment).and_then([&] {
            return checkWords(scene, group, told, attachment);
        });
        if (!fits)
            return fits;
    }
    return {};
}

} // namespace quntai
