// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"
#include "widgets/studio/sidepage.h"

namespace quntai {

class CompareView;

/** Somebody else wrote the same entry: theirs and mine side by side. Nothing is overwritten before
 * a person has chosen. */
class ConflictView : public SidePage
{
    Q_OBJECT
public:
    explicit ConflictView(ThemeHost &host, QWidget *parent = nullptr);

    /** who wrote theirs, and which version that is. */
    void open(const QString &who, const Entry &theirs, const Entry &mine);
    void setWritable(bool writable);

Q_SIGNALS:
    void theirsChosen();
    /** Mine goes on, knowing of theirs. */
    void mineChosen();

private:
    CompareView *m_compare;
    ActionButton *m_theirs;
    ActionButton *m_mine;
};

} // namespace quntai
