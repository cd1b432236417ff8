// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The report's stops of the tour.
#include "app/console/mainwindow.h"
#include "app/console/reportpage.h"
#include "app/console/tour.h"
#include "widgets/report/reportview.h"

namespace quntai {

using namespace Qt::StringLiterals;

void Tour::planReport()
{
    const auto shown = [this] { return m_window.report().isAnswered(); };
    sit(u"u-he"_s);  // reports are not for agents
    addBoth(u"report"_s,
            [this] {
                m_window.enter(MainWindow::Room::Report);
                m_window.report().view().head().setRange(ReportHead::Range::Month);
            },
            shown);
    addBoth(u"report-1280"_s, [this] { m_window.resize(1280, 720); }, shown);
    addBoth(u"report-tables"_s,
            [this] {
                m_window.resize(1440, 900);
                m_window.report().view().head().showTables(true);
            },
            shown);
    add({}, [this] {
        m_window.report().view().head().showTables(false);
        m_window.enter(MainWindow::Room::Desk);
    });
    sit(u"u-lin"_s);
}

} // namespace quntai
