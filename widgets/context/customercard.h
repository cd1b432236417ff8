// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/topic.h"
#include "widgets/common/card.h"

namespace quntai {

class ChipLabel;
class FactGrid;
class FlowLayout;
class PlainLabel;
class PersonMark;

/** Who asks, as the outside system knows them; masked phone only. */
class CustomerCard : public Card
{
    Q_OBJECT
public:
    explicit CustomerCard(ThemeHost &host, QWidget *parent = nullptr);

    /** customer may be null: then only the name in the group is known. */
    void setCustomer(const Customer *customer, const QString &askerName);

private:
    void showFacts(const Customer &customer);
    void showTags(const QStringList &tags);

    PersonMark *m_avatar;
    PlainLabel *m_name;
    ChipLabel *m_level;
    PlainLabel *m_line;
    FactGrid *m_facts;
    FlowLayout *m_tags;
    PlainLabel *m_note;
};

} // namespace quntai
