// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/flowcommands.h"
#include "widgets/common/themedwidget.h"

class QComboBox;

namespace quntai {

class PlainLabel;
class ScrollColumn;

/** The right column: what the flow would say in a group, to one member or to all; nothing is
 * sent. */
class FlowBench : public ThemedWidget
{
    Q_OBJECT
public:
    FlowBench(ThemeHost &host, QWidget *parent = nullptr);

    /** Names are untrusted. The choice stays while it is among them. */
    void setGroups(const QList<std::pair<GroupId, QString>> &groups);
    void setMembers(const QList<std::pair<MemberId, QString>> &members);
    GroupId group() const;
    MemberId member() const;  //!< empty: the whole group
    void showPreview(const FlowPreview &preview);
    /** Why there is nothing to see. */
    void showWhyNot(const QString &why);

Q_SIGNALS:
    void groupChanged();
    void memberChanged();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *field(const QString &name, QComboBox *box);
    void setNotes(const QStringList &notes, bool warning);

    QComboBox *m_group;
    QComboBox *m_member;
    ScrollColumn *m_body;
    QWidget *m_box;
    PlainLabel *m_text;
    PlainLabel *m_notes;
};

} // namespace quntai
