// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/topic.h"
#include "widgets/common/card.h"
#include "widgets/common/paint/chip.h"

namespace quntai {

class IconButton;
class PlainLabel;

/** One asker of a topic, as the card shows them. */
struct AskerRow
{
    MemberId member;
    QString name;       //!< in the group; untrusted
    AskerStage stage = AskerStage::Asking;
    QString detail;     //!< who answered or what they said, and when
    MessageId message;  //!< that shows it; empty: none does

    bool operator==(const AskerRow &) const = default;
};

/** Everybody who asked, in the order they did. Pure; texts in the language of the console. */
QList<AskerRow> askerRowsOf(const Topic &topic, const QList<Member> &members);

/** "not answered", "answered", "solved", "not solved". */
QString askerStageName(AskerStage stage);
ChipSpec askerStageChip(AskerStage stage);

/** Who asked in the topic and how far each has come; a person can put that right. Hidden while
 * nobody has asked. */
class AskersCard : public Card
{
    Q_OBJECT
public:
    AskersCard(ThemeHost &host, QWidget *parent = nullptr);

    /** mayMark: the person may say how far they have come. */
    void setAskers(const QList<AskerRow> &askers, bool mayMark);

Q_SIGNALS:
    void jumpTo(const quntai::MessageId &message);
    void marked(const quntai::MemberId &member, bool solved);

private:
    QWidget *rowFor(const AskerRow &asker);
    QWidget *markButton(const AskerRow &asker, bool solved, QWidget *row);

    QList<AskerRow> m_askers;
    bool m_mayMark = false;
    QList<QWidget *> m_rows;
};

} // namespace quntai
