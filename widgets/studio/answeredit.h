// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/studio/numberededit.h"

namespace quntai {

class AnswerHighlighter;

/** Where an answer is written; grows with its lines. */
class AnswerEdit : public NumberedEdit
{
    Q_OBJECT
public:
    explicit AnswerEdit(ThemeHost &host, QWidget *parent = nullptr);

    /** Variables of this answer besides those every one has: its entry's slots. */
    void setSlotNames(const QStringList &names);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    QSyntaxHighlighter *makeHighlighter() override;
    QStringList variables() const override;

private:
    int heightFor(int lines) const;

    AnswerHighlighter *m_colours = nullptr;  //!< not before the first look
    QStringList m_slots;
};

} // namespace quntai
