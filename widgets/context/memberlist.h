// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"
#include "widgets/common/theme/themehost.h"

#include <QListView>

namespace quntai {

class MemberRows;

/** The members of the group with their roles: staff and bot first, then customers, by name. */
class MemberList : public QListView
{
    Q_OBJECT
public:
    explicit MemberList(ThemeHost &host, QWidget *parent = nullptr);

    /** askers are marked: they asked in this topic. */
    void setMembers(const QList<Member> &members, const QList<MemberId> &askers);

private:
    MemberRows *m_rows;
};

} // namespace quntai
