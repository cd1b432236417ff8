// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lessonmodel.h"
#include "widgets/studio/sidepage.h"

namespace quntai {

/** One thing the bot learned from a person's decision: whose words, what they mean, who taught it
 * when and by what; to be taken back. */
class LessonView : public SidePage
{
    Q_OBJECT
public:
    explicit LessonView(ThemeHost &host, QWidget *parent = nullptr);

    void open(const LessonRow &row);
    LessonId lesson() const { return m_row.lesson.id; }
    void setWritable(bool writable);
    void setProblem(const QString &problem);

Q_SIGNALS:
    void undoWanted(const quntai::LessonId &lesson);
    void entryWanted(const quntai::EntryId &entry);

private:
    void addFacts();

    LessonRow m_row;
    QWidget *m_cards;
    PlainLabel *m_problem;
    ActionButton *m_undo;
    ActionButton *m_entry;
};

} // namespace quntai
