// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/studio/sidepage.h"

namespace quntai {

class DiffView;

/** Somebody else wrote the same flow: both texts side by side. Nothing is overwritten before a
 * person has chosen. */
class FlowConflict : public SidePage
{
    Q_OBJECT
public:
    explicit FlowConflict(ThemeHost &host, QWidget *parent = nullptr);

    /** who wrote theirs, and when. */
    void open(const QString &who, const QString &theirs, const QString &mine);
    void setWritable(bool writable);

Q_SIGNALS:
    void theirsChosen();
    /** Mine goes on, knowing of theirs. */
    void mineChosen();

private:
    PlainLabel *m_theirsTitle;
    PlainLabel *m_mineTitle;
    DiffView *m_left;
    DiffView *m_right;
    ActionButton *m_theirs;
    ActionButton *m_mine;
};

} // namespace quntai
