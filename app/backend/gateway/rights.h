// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/commands.h"
#include "models/domain/events.h"
#include "models/domain/result.h"
#include "models/domain/state.h"

#include <QSet>
#include <QStringList>

#include <span>
#include <string_view>

namespace quntai {

/** Where a role may call a method. OwnGroups: in the groups the user is assigned to. */
enum class Access { None, OwnGroups, Everywhere };

/** One row of the authorisation matrix; what has no row may not be called by anybody. */
struct MethodRight
{
    std::string_view method;
    Access agent;
    Access supervisor;
    Access editor;
    Access admin;
};

std::span<const MethodRight> methodRights();
Access accessTo(std::string_view method, Role role);
/** Methods a role may call, as session.hello lists them. */
QStringList methodsOf(Role role);

/** Whom the feed is for: role and groups of a user. Two viewers of the same kind see the same,
 * apart from whispers. */
class Viewer
{
public:
    Viewer() = default;
    explicit Viewer(const User &user);

    const UserId &user() const { return m_user; }
    Role role() const { return m_role; }
    /** The same text for viewers with the same rights and groups. */
    const QString &kind() const { return m_kind; }
    bool seesGroup(const GroupId &group) const;
    /** An event of this type and group, as far as that can be said without its data. */
    bool seesEvent(QStringView type, const GroupId &group) const;
    /** A whisper reaches the agent it is for, its author, and supervisors. */
    bool seesWhisper(const UserId &to, const Author &author) const;
    bool seesEveryWhisper() const;

private:
    UserId m_user;
    Role m_role = Role::Agent;
    bool m_allGroups = false;
    QSet<GroupId> m_groups;
    QString m_kind;
};

/** Whether the user may do this: Forbidden when the role has no such right or a group it touches
 * is not theirs, NotFound for a topic, draft or group that is not known. */
Result<> checkCommand(const State &state, const User &user, const CommandData &data);

} // namespace quntai
