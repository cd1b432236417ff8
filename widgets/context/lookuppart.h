// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/customerlookup.h"
#include "widgets/common/themedwidget.h"

class QLineEdit;
class QTimer;

namespace quntai {

class ActionButton;
class PlainLabel;

/** Under who asks: that they are being looked up, that the system does not know them, or why it
 * said nothing; and where they are not known, a field to find them by number or id.
 */
class LookupPart : public ThemedWidget
{
    Q_OBJECT
public:
    explicit LookupPart(ThemeHost &host, QWidget *parent = nullptr);

    void setLookup(const CustomerLookup &lookup);
    /** Somebody else is shown: what was typed was about another person. */
    void clearField();

Q_SIGNALS:
    /** A phone number or an id of the system, as it was typed. */
    void findWanted(const QString &text);

private:
    void find();
    void refreshFind();

    CustomerLookup m_lookup;
    PlainLabel *m_text;
    QWidget *m_blocks;     //!< in the shape of what is to come
    QTimer *m_blocksSoon;
    QWidget *m_findRow;
    QLineEdit *m_field;
    ActionButton *m_find;
};

} // namespace quntai
