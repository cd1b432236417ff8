// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The report's stops of the tour.
#include "app/console/mainwindow.h"
#include "app/console/reportpage.h"
#include "app/console/tour.h"
#include "widgets/report/reportview.h"

#include <QDate>

namespace quntai {

using namespace Qt::StringLiterals;

void Tour::addReport()
{
    addBoth(
        u"report"_s,
        [this] {
            m_window.enter(MainWindow::Room::Report);
            m_window.report().view().head().setRange(ReportHead::Range::Month);
        },
        [this] { return m_window.report().isAnswered(); });
}

/** Nothing has come yet: who sits down for the first time, and who asks for the first report. */
void Tour::planFirstLook()
{
    sitLoading(u"u-he"_s); // reports are not for agents
    addBoth(
        u"wall-loading"_s, [this] { m_window.enter(MainWindow::Room::Wall); },
        [this] { return m_session.link().state == LinkState::Syncing; });
    goOn();
    addBoth(u"report-loading"_s, [this] {
        m_halt(true);
        m_window.enter(MainWindow::Room::Report);
    });
    goOn();
}

void Tour::planReport()
{
    const auto shown = [this] { return m_window.report().isAnswered(); };
    planFirstLook();
    addReport();
    addBoth(u"report-1280"_s, [this] { m_window.resize(1280, 720); }, shown);
    addBoth(
        u"report-tables"_s,
        [this] {
            m_window.resize(1440, 900);
            m_window.report().view().head().showTables(true);
        },
        shown);
    addBoth(
        u"report-empty"_s,
        [this] {
            auto &head = m_window.report().view().head();
            head.showTables(false);
            head.setOwnDays(QDate(2001, 1, 1), QDate(2001, 1, 7));
            head.setRange(ReportHead::Range::Own);
        },
        shown);
    add({}, [this] {
        m_window.report().view().head().setRange(ReportHead::Range::Month);
        m_window.enter(MainWindow::Room::Desk);
    });
    sit(u"u-lin"_s);
}

} // namespace quntai
