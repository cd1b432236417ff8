// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/queuemodel.h"
#include "tests/models/items/scribe.h"
#include "tests/widgets/desk/desksample.h"
#include "widgets/queue/queueview.h"

#include <QSignalSpy>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const TopicId t1{u"t-1"_s};
const TopicId t2{u"t-2"_s};

/** Counts how often all rows are laid out, and painting. */
class CountingView : public QueueView
{
public:
    using QueueView::QueueView;
    void doItemsLayout() override
    {
        ++layouts;
        QueueView::doItemsLayout();
    }
    int layouts = 0;
    int paints = 0;

protected:
    bool viewportEvent(QEvent *event) override
    {
        paints += event->type() == QEvent::Paint ? 1 : 0;
        return QueueView::viewportEvent(event);
    }
};

} // namespace

class TestQueueView : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ThemeHost> m_host;
    std::unique_ptr<ScriptedSession> m_session;
    std::unique_ptr<Scribe> m_scribe;
    std::unique_ptr<QueueModel> m_model;
    std::unique_ptr<CountingView> m_view;

    int height(const TopicId &topic) const
    {
        return m_view->visualRect(m_model->indexOf(topic)).height();
    }

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }

    void init()
    {
        m_session = std::make_unique<ScriptedSession>();
        m_scribe = std::make_unique<Scribe>(*m_session);
        m_scribe->group();
        m_scribe->open(t1);
        m_scribe->open(t2);
        m_model = std::make_unique<QueueModel>(m_session.get());
        m_view = std::make_unique<CountingView>(*m_host, *m_model, [this] { return m_session->now(); });
        m_view->resize(300, 500);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        QTRY_VERIFY(m_view->paints > 0);
    }

    void cleanup() { m_view.reset(); }

    void aRowThatChangesIsPaintedAndNothingIsLaidOut()
    {
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
        m_scribe->say(u"还有吗"_s, u"王芳"_s, t1);
        QCoreApplication::processEvents();
        changed.clear();
        moved.clear();
        const auto layouts = m_view->layouts;
        const auto paints = m_view->paints;
        m_scribe->say(u"到货了吗"_s, u"王芳"_s, t1);
        QTRY_VERIFY(m_view->paints > paints);
        QVERIFY(!changed.isEmpty());
        QCOMPARE(moved.size(), 0);
        QCOMPARE(m_view->layouts, layouts);
    }

    void aRowThatGrowsMovesThoseBelow()
    {
        const auto low = height(t1);
        m_scribe->escalate(t1, 900'000);
        QTRY_VERIFY(height(t1) > low);
        m_scribe->escalate(t2, 900'000);
        QTRY_COMPARE(height(t2), height(t1));
        const auto upper = m_view->visualRect(m_model->indexOf(t1));
        const auto lower = m_view->visualRect(m_model->indexOf(t2));
        QVERIFY2(!upper.intersects(lower), "rows do not cover each other");
        // Before the layout that was asked for has run, a change must not hinder it.
        m_scribe->open({u"t-3"_s});
        m_scribe->say(u"还有吗"_s, u"王芳"_s, t1);
        QTRY_VERIFY(m_model->indexOf({u"t-3"_s}).isValid());
        QTRY_VERIFY(m_view->visualRect(m_model->indexOf({u"t-3"_s})).height() > 0);
    }
};

QTEST_MAIN(TestQueueView)
#include "tst_queueview.moc"
