// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The studio's stops of the tour. Who may not write knowledge is shown the same pages to read.
#include "app/console/flowdesk.h"
#include "app/console/flowspage.h"
#include "app/console/mainwindow.h"
#include "app/console/studiodesk.h"
#include "app/console/studiopage.h"
#include "app/console/tour.h"
#include "widgets/flows/floweditor.h"
#include "widgets/studio/candidaterow.h"
#include "widgets/studio/entryeditor.h"
#include "widgets/studio/historyview.h"
#include "widgets/studio/importview.h"
#include "widgets/studio/studiolist.h"
#include "widgets/studio/testbench.h"

#include <QFile>
#include <QListWidget>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

void Tour::addStudio()
{
    addBoth(
        u"studio"_s,
        [this] {
            m_window.enter(MainWindow::Room::Studio);
            m_window.studio().openEntry({u"k-003"_s});
        },
        [this] { return m_window.studio().desk().isOpen(); });
}

void Tour::planStudio()
{
    sit(u"u-su"_s); // who writes the knowledge base
    const auto may = [this](const QString &method) { return m_session.rights().contains(method); };
    addBoth(u"studio-empty"_s, [this] { m_window.enter(MainWindow::Room::Studio); });
    addStudio();
    addBoth(u"studio-edit"_s, [this] {
        m_window.studio().editor().focusAnswer();
        press(Qt::Key_End, Qt::ControlModifier);
        write(u"\n**超过时限**我会转人工催办，{{退款日期}}前给您回复。"_s);
    });
    addBoth(
        u"studio-test"_s,
        [this] {
            m_window.studio().bench().setTriesDraft(true);
            m_window.studio().tryQuestion(u"信用卡退的钱几天能到啊"_s);
        },
        [this, may] {
            return !may(u"knowledge.test"_s)
                || m_window.studio().findChild<CandidateRow *>() != nullptr;
        });
    addBoth(
        u"studio-review"_s, [this] { m_window.studio().desk().submit(); },
        [this] {
            const auto draft = m_window.studio().desk().draft();
            return draft && draft->entry.state == EntryState::Review
                && !m_window.studio().desk().isDirty();
        });
    addBoth(u"studio-1280"_s, [this] { m_window.resize(1280, 720); });
    addBoth(
        u"studio-history"_s,
        [this] {
            m_window.resize(1440, 900);
            m_window.studio().showHistory();
        },
        [this] {
            const auto *history = m_window.studio().findChild<HistoryView *>();
            return history->findChild<QListWidget *>()->count() > 0;
        });
    addBoth(
        u"studio-import"_s,
        [this] {
            QFile file(m_folder + u"/import.csv"_s);
            if (file.open(QFile::WriteOnly))
                file.write(
                    u"编号,标准问,答案,相似问\nk-001,退款多久能到账,一般 1–3 个工作日到账。,\n"
                    ",礼品卡怎么用,结账时选礼品卡就行。,\"礼品卡在哪用\n购物卡能用吗\"\n"
                    ",,没有问题的一行,\n"_s.toUtf8());
            file.close();
            m_window.studio().importFile(file.fileName());
        },
        [this] { return m_window.studio().findChild<ImportView *>()->isVisible(); });
    addBoth(u"studio-gaps"_s, [this] {
        m_window.studio().findChild<StudioList *>()->showGaps();
        const auto gaps = m_session.state().gaps.keys();
        if (!gaps.isEmpty())
            m_window.studio().openGap(*std::min_element(gaps.cbegin(), gaps.cend()));
    });
    addBoth(u"studio-learned"_s, [this] {
        m_window.studio().findChild<StudioList *>()->showLessons();
        const auto &lessons = m_session.state().lessons;
        if (!lessons.isEmpty())
            m_window.studio().openLesson(lessons.last().id);
    });
    addBoth(
        u"flows"_s,
        [this] {
            m_window.enter(MainWindow::Room::Flows);
            m_window.flows().openFlow({u"welcome"_s});
        },
        [this] { return m_window.flows().desk().isOpen(); });
    addBoth(u"flows-wrong"_s, [this] {
        m_window.flows().editor().focusText();
        press(Qt::Key_End, Qt::ControlModifier);
        write(u"perMember: weekly\n"_s);
    });
    add({}, [this] {
        m_window.flows().desk().discard();
        m_window.studio().openEntry({u"k-003"_s});
        m_window.enter(MainWindow::Room::Desk);
    });
    sit(u"u-lin"_s);
}

} // namespace quntai
