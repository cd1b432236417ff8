// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tour's stops in Review.
#include "app/console/mainwindow.h"
#include "app/console/reviewpage.h"
#include "app/console/tour.h"
#include "widgets/review/draftpanel.h"

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewestDrafts = 3;

} // namespace

void Tour::addReview(int drafts)
{
    addBoth(
        u"review"_s, [this] { m_window.enter(MainWindow::Room::Review); },
        [this, drafts] {
            return m_window.review().drafts().rowCount() >= drafts
                && !m_window.review().draft().isEmpty();
        });
}

void Tour::planReview()
{
    addReview(fewestDrafts);
    addBoth(u"review-changed"_s, [this] {
        m_window.review().panel().focusText();
        press(Qt::Key_End, Qt::ControlModifier);
        write(u"超过这个时间还没有消息的话，把单号发给我，我来查。"_s);
    });
    addBoth(u"review-compare"_s, [this] { m_window.review().panel().showCompare(true); });
    addBoth(u"review-1280"_s, [this] { m_window.resize(1280, 720); });
    addBoth(u"review-reject"_s, [this] {
        m_window.resize(1440, 900);
        m_window.review().panel().showCompare(false);
        m_window.review().panel().openReject();
        write(u"没说检测单几点发"_s);
    });
    addBoth(u"review-folded"_s, [this] {
        press(Qt::Key_Escape);
        m_window.review().showFolded(true);
    });
    add({}, [this] {
        m_window.review().showFolded(false);
        m_window.enter(MainWindow::Room::Desk);
    });
}

} // namespace quntai
