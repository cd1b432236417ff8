// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"
#include "widgets/handover/anchoredpopup.h"

namespace quntai {

class ActionButton;
class PlainLabel;

/** The entry an answer came from, to be read where one is: its question, what it says, its version. */
class SourcePanel : public AnchoredPopup
{
    Q_OBJECT
public:
    SourcePanel(ThemeHost &host, QWidget *parent);

    void open(const Entry &entry, QWidget *anchor);

protected:
    QWidget *firstField() const override;

private:
    PlainLabel *m_question;
    PlainLabel *m_facts;
    PlainLabel *m_answer;
    ActionButton *m_close;
};

} // namespace quntai
