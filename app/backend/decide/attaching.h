// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"
#include "models/domain/attachments.h"

namespace quntai {

/** What goes to a platform as one message. */
struct MessagePart
{
    QString text;
    QList<Attachment> attachments;

    bool operator==(const MessagePart &) const = default;
};

/** How a text and what goes with it become messages of the platform, in order; each has a delivery
 * of its own. OneBot shows pictures with the text while together they stay below 20 MiB, and takes
 * a file alone; WeCom's AI bot takes text, picture and file each alone. Pure. */
QList<MessagePart> partsFor(QStringView connectorKind, const QString &text,
                            const QList<Attachment> &attachments);

/** Kind of the connector that reaches the group; empty when none is known. */
QString connectorKindOf(const Scene &scene, const GroupId &group);

/** Refuses what cannot go: TooLarge or Policy, data.problem is a word of AttachmentProblem and
 * data.name the attachment's; InvalidParams when a name is none. What was read in pictures is
 * checked as text for the group is (checkGroupText); data.picture is then the name. */
Result<> checkAttachments(const Scene &scene, const GroupId &group, const QList<MemberId> &told,
                          const QList<Attachment> &attachments);

} // namespace quntai
