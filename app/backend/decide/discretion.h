// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"
#include "models/domain/privacy.h"

namespace quntai {

/** A text for somebody in a group, divided by the privacy guard. */
struct Divided
{
    QString shown;  //!< what the group may read; the text itself when nothing in it is private
    QString aside;  //!< for them alone, without what is another customer's; empty: not needed
    QString kind;   //!< of the first thing that was left out, a PersonalKind; empty: nothing was
};

/** Whom a text in the topic is told: those it names, else those who ask. */
QList<MemberId> toldIn(const Topic &topic, const QList<MemberId> &mentions);

/** Everything in a text that a group must not read: personal data, and orders of customers other
 * than those it is told. */
QList<PersonalData> privateIn(const Scene &scene, const GroupId &group,
                              const QList<MemberId> &told, const QString &text);
Divided divided(const Scene &scene, const GroupId &group, const QList<MemberId> &told,
                const QString &text);

/** Keeps what the group does not get as a draft for the first of those told; whoever approves it
 * sends it to that member alone. One of an earlier answer to the same question gives way. */
void draftAside(Scene &scene, const Topic &topic, const Author &author, const QString &aside,
                const MemberId &to, const MessageQueued &shown);

/** As checkText(), and refuses the orders of customers other than those told. The refusal brings
 * the text as it may be sent. */
Result<> checkGroupText(const Scene &scene, const GroupId &group, const QList<MemberId> &told,
                        const QString &text);
/** For a text that goes to one member alone: personal data is no fault of it, another customer's
 * order is. */
Result<> checkPrivateText(const Scene &scene, const GroupId &group, const MemberId &to,
                          const QString &text);

} // namespace quntai
