// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/topic.h"
#include "models/items/customerlookup.h"
#include "widgets/common/card.h"

#include <functional>

namespace quntai {

class ChipLabel;
class FactGrid;
class FlowLayout;
class IconButton;
class LookupPart;
class PlainLabel;
class PersonMark;

/** Who asks, as the outside system knows them; masked phone only. */
class CustomerCard : public Card
{
    Q_OBJECT
public:
    /** clock: the backend's time, for the age of what is shown. */
    CustomerCard(ThemeHost &host, std::function<Instant()> clock, QWidget *parent = nullptr);

    /** customer may be null: then only the name in the group is known. */
    void setCustomer(const Customer *customer, const QString &askerName);
    void setLookup(const CustomerLookup &lookup);
    /** Another person asks. */
    void forgetTyped();

Q_SIGNALS:
    void refreshWanted();
    void findWanted(const QString &text);

private:
    void buildHead();
    void refreshAge();
    void refreshLine();
    void showFacts(const Customer &customer);
    void showTags(const QStringList &tags);

    std::function<Instant()> m_clock;
    CustomerLookup m_lookup;
    QString m_otherName;   //!< of a known customer in the group
    bool m_isKnown = false;
    PlainLabel *m_age;
    IconButton *m_refresh;
    LookupPart *m_part;
    PersonMark *m_avatar;
    PlainLabel *m_name;
    ChipLabel *m_level;
    PlainLabel *m_line;
    FactGrid *m_facts;
    FlowLayout *m_tags;
    PlainLabel *m_note;
};

} // namespace quntai
