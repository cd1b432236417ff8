// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the bot learned from people's decisions, on the studio page.
#include "app/console/studiopage.h"

#include "models/items/lessonmodel.h"
#include "widgets/common/words/refusals.h"
#include "widgets/studio/lessonview.h"
#include "widgets/studio/studiolist.h"


namespace quntai {

void StudioPage::joinLessons()
{
    connect(m_list, &StudioList::lessonChosen, this, &StudioPage::openLesson);
    connect(m_lesson, &LessonView::entryWanted, this, &StudioPage::openEntry);
    const auto complain = [this](const Error &error) { m_lesson->setProblem(refusalText(error)); };
    connect(m_lesson, &LessonView::undoWanted, this, [this, complain](const LessonId &lesson) {
        m_undoing = session().submit(UndoLesson{lesson}, this, [complain](const Result<> &kept) {
            if (!kept)
                complain(kept.error());
        });
    });
    const auto settle = [this, complain](const CommandId &command, const Result<qint64> &result) {
        if (command != m_undoing || result)
            return;
        // It was said; it is not tried again by itself.
        session().discard(command);
        complain(result.error());
    };
    connect(&session(), &Session::commandSettled, this, settle);
    // Taken back, by whomever, while it is open.
    const auto follow = [this] {
        const bool open = shown() == m_lesson;
        if (open && !m_lessons->indexOf(m_lesson->lesson()).isValid())
            Q_EMIT m_lesson->closed();
    };
    connect(m_lessons, &QAbstractItemModel::rowsRemoved, this, follow);
    connect(m_lessons, &QAbstractItemModel::modelReset, this, follow);
}

void StudioPage::openLesson(const LessonId &lesson)
{
    const auto index = m_lessons->indexOf(lesson);
    if (!index.isValid())
        return;
    m_lesson->open(index.data(LessonModel::Value).value<LessonRow>());
    showPage(m_lesson);
}

} // namespace quntai
