// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/models/common/dataof.h"
#include "tests/models/common/scriptedsession.h"
#include "tests/widgets/desk/desksample.h"
#include "tests/widgets/desk/onscreen.h"
#include "widgets/common/actionbutton.h"

#include <QTest>

#include <memory>

namespace quntai::tests {

/** A page of the console over a session of which the test is the backend; the link stands. */
template <class P>
struct PageRig
{
    PageRig(Role role, const QSet<QString> &rights)
    {
        session.setLink({LinkState::Live, LinkProblem::None, {}, {}, {}, 12});
        session.setRights(role, rights);
    }

    /** The page on screen, active and entered, over what was written so far. */
    void show(ThemeHost &host, const QSize &size)
    {
        page = std::make_unique<P>(host, session);
        page->resize(size);
        page->show();
        page->activateWindow();
        if (!QTest::qWaitForWindowActive(page.get()))
            qFatal("the page is not active");
        page->entered();
    }

    /** The next event of its stream, and what follows from it. */
    void write(EventData data, const GroupId &in = {})
    {
        const auto stream = isControl(data) ? QStringLiteral("c0") : QStringLiteral("p0");
        const auto at = ++seq[stream];
        session.feed({{stream, at, at - 1, {1'764'000'000'000 + at * 1000}, in, {}, std::move(data)}});
        QCoreApplication::processEvents();
    }
    void writeGroup(const GroupId &id)
    {
        Group group;
        group.id = id;
        group.name = QStringLiteral("滨江花园3群");
        group.channel = QStringLiteral("wecom");
        write(GroupChanged{group}, id);
    }
    /** What was submitted to the session and is a C, in order. */
    template <class C>
    QList<C> submitted() const
    {
        return dataOf<C>(session.submitted());
    }

    ActionButton *button(const QString &text) const
    {
        return buttonWith<ActionButton>(*page, text);
    }
    void press(const QString &text) const
    {
        auto *one = button(text);
        QVERIFY2(one, qPrintable(QStringLiteral("no button ") + text));
        QTest::mouseClick(one, Qt::LeftButton);
    }
    bool says(const QString &words) const { return labelSays(*page, words); }

    ScriptedSession session;
    QHash<QString, qint64> seq;  //!< the last of each stream
    std::unique_ptr<P> page;
};

} // namespace quntai::tests
