// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/actions/actionregistry.h"
#include "app/console/deskpage.h"
#include "app/console/pindesk.h"
#include "models/items/queuemodel.h"
#include "tests/console/windowrig.h"
#include "widgets/queue/pinbar.h"
#include "widgets/queue/queuepanel.h"

#include <QMenu>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

TopicId nth(int n)
{
    return {u"t-%1"_s.arg(n)};
}

} // namespace

/** Topics pinned at the desk: by key, menu and palette, reached by Alt and a digit, and still there
 * after a restart. */
class TestPins : public QObject, protected WindowRig
{
    Q_OBJECT

private:
    PinDesk &pins() const { return m_window->pins(); }
    PinBar &bar() const { return desk().queuePanel().pinBar(); }

    void openAtTheQueue()
    {
        QVERIFY(open());
        desk().queuePanel().view().setFocus();
    }
    QString shown() const
    {
        QStringList ids;
        for (const auto *row : bar().rows())
            ids.append(row->pin().topic.value);
        return ids.join(u' ');
    }
    static QAction *actionIn(const QMenu &menu, const QString &words)
    {
        for (auto *action : menu.actions()) {
            if (action->text().contains(words))
                return action;
        }
        return nullptr;
    }

private Q_SLOTS:
    void init()
    {
        begin();
        goLive();
        m_scribe->group();
        for (int n = 1; n <= 11; ++n) {
            m_scribe->open(nth(n));
            m_scribe->say(u"问题 %1"_s.arg(n), u"李海燕"_s, nth(n));
            m_scribe->escalate(nth(n), 60'000 * n);
        }
        openAtTheQueue();
    }
    void cleanup() { m_window.reset(); }

    void aKeyPinsAndUnpins()
    {
        QVERIFY(!bar().isVisible());
        desk().chooseTopic(nth(3));
        key(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(bar().isVisible());
        QCOMPARE(shown(), u"t-3"_s);
        QCOMPARE(bar().rows().first()->pin().keys, u"Alt+1"_s);
        QVERIFY(bar().rows().first()->pin().current);
        grabBoth(*m_host, *m_window, u"pins"_s);
        key(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(!bar().isVisible());
    }

    void digitsLeadToPinsAndThenToTheQueue()
    {
        const auto first = desk().nthTopic(0);
        const auto second = desk().nthTopic(1);
        key(Qt::Key_2, Qt::AltModifier);
        QCOMPARE(desk().topic(), second);  // nothing is pinned
        QVERIFY(pins().setPinned(nth(7), true));
        QVERIFY(pins().setPinned(first, true));
        key(Qt::Key_1, Qt::AltModifier);
        QCOMPARE(desk().topic(), nth(7));
        key(Qt::Key_2, Qt::AltModifier);
        QCOMPARE(desk().topic(), first);
        key(Qt::Key_3, Qt::AltModifier);
        QCOMPARE(desk().topic(), second);  // the queue's first that is not pinned
    }

    void theKeysCanBeChangedAndAreTold()
    {
        auto &registry = m_window->actions();
        QCOMPARE(registry.keyHint(u"desk.topic1"_s), u"Alt+1"_s);
        QVERIFY(!registry.find(u"desk.topic1"_s)->fixed);
        pins().setPinned(nth(4), true);
        registry.setKeys(u"desk.topic1"_s, {QKeySequence(Qt::CTRL | Qt::Key_J)});
        QCOMPARE(bar().rows().first()->pin().keys, u"Ctrl+J"_s);
        desk().chooseTopic(nth(1));
        key(Qt::Key_J, Qt::ControlModifier);
        QCOMPARE(desk().topic(), nth(4));
        for (const auto &id : {u"desk.pin"_s, u"desk.topic9"_s, u"window.notice"_s,
                               u"notices.group"_s}) {
            QVERIFY2(!registry.keys(id).isEmpty(), qPrintable(id));
            QVERIFY2(!registry.holderOf(registry.keys(id).value(0), id), qPrintable(id));
        }
    }

    void aRestartKeepsThem()
    {
        pins().setPinned(nth(5), true);
        pins().setPinned(nth(2), true);
        m_window.reset();
        QVERIFY(m_settings->flush());
        m_settings = std::make_unique<Settings>(m_settings->file());
        QVERIFY2(m_settings->trouble().isEmpty(), qPrintable(m_settings->trouble()));
        openAtTheQueue();
        QCOMPARE(shown(), u"t-5 t-2"_s);
        // What a topic is about is nobody else's business.
        QFile file(m_settings->file());
        QVERIFY(file.open(QFile::ReadOnly));
        const auto written = QString::fromUtf8(file.readAll());
        QVERIFY(written.contains(u"t-5"_s));
        QVERIFY(!written.contains(u"问题"_s));
    }

    void anotherPersonHasTheirOwn()
    {
        pins().setPinned(nth(5), true);
        m_window.reset();
        auto other = std::make_unique<ScriptedSession>(UserId{u"u-2"_s});
        other->replace(m_session->state());
        other->setLink(m_session->link());
        m_session.swap(other);
        openAtTheQueue();
        QVERIFY(!bar().isVisible());
        pins().setPinned(nth(6), true);
        m_window.reset();
        m_session.swap(other);
        openAtTheQueue();
        QCOMPARE(shown(), u"t-5"_s);
    }

    void oneThatEndedSaysSo()
    {
        pins().setPinned(nth(5), true);
        QVERIFY(!bar().rows().first()->pin().ended);
        QVERIFY(bar().rows().first()->pin().hot);
        m_scribe->write(TopicStateChanged{TopicState::Resolved, {}, {}, {}}, nth(5));
        QCoreApplication::processEvents();
        QCOMPARE(shown(), u"t-5"_s);
        QVERIFY(bar().rows().first()->pin().ended);
        QVERIFY(bar().rows().first()->accessibleName().contains(bar().rows().first()->pin().state));
        key(Qt::Key_1, Qt::AltModifier);
        QCOMPARE(desk().topic(), nth(5));
    }

    void oneTheBackendForgotGoes()
    {
        pins().setPinned(nth(5), true);
        auto state = m_session->state();
        state.topics.remove(nth(5));
        m_session->setLink({LinkState::Syncing, LinkProblem::None, {}, {}, {}, -1});
        m_session->replace(state);
        QCOMPARE(pins().pins().size(), 1);  // it may be on its way
        m_session->setLink({LinkState::Live, LinkProblem::None, {}, {}, {}, 3});
        QVERIFY(pins().pins().isEmpty());
        QVERIFY(!bar().isVisible());
    }

    void nineAndNoMore()
    {
        for (int n = 1; n <= 9; ++n)
            QVERIFY(pins().setPinned(nth(n), true));
        QVERIFY(!pins().setPinned(nth(10), true));
        QCOMPARE(bar().rows().size(), 9);
        desk().chooseTopic(nth(10));
        QVERIFY(!m_window->actions().whyNot(u"desk.pin"_s).isEmpty());
        key(Qt::Key_9, Qt::AltModifier);
        QCOMPARE(desk().topic(), nth(9));
        grabBoth(*m_host, *m_window, u"pins-nine"_s);
    }

    void rowsAreWorkedByKeyboard()
    {
        for (const int n : {1, 2, 3})
            pins().setPinned(nth(n), true);
        auto *row = bar().rows().at(2);
        row->setFocus();
        key(Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(shown(), u"t-1 t-3 t-2"_s);
        QVERIFY(bar().rows().at(1)->hasFocus());  // it went along
        key(Qt::Key_Return);
        QCOMPARE(desk().topic(), nth(3));
        bar().rows().at(1)->setFocus();
        key(Qt::Key_Delete);
        QCOMPARE(shown(), u"t-1 t-2"_s);
        QVERIFY(bar().rows().at(1)->hasFocus());
        QTest::mouseClick(bar().rows().at(0), Qt::LeftButton);
        QCOMPARE(desk().topic(), nth(1));
        QTest::mouseClick(&bar().headButton(), Qt::LeftButton);
        QVERIFY(bar().isFolded());
        QVERIFY(!bar().rows().at(0)->isVisible());
    }

    void theMenuPinsToo()
    {
        QMenu menu;
        pins().addTo(menu, nth(6));
        auto *pin = actionIn(menu, u"Pin"_s);
        QVERIFY(pin);
        pin->trigger();
        QVERIFY(pins().isPinned(nth(6)));
        QMenu again;
        pins().addTo(again, nth(6));
        actionIn(again, u"Unpin"_s)->trigger();
        QVERIFY(!pins().isPinned(nth(6)));
    }

    void hostileTitlesAreSeenLetterByLetter()
    {
        PinBar alone(*m_host);
        alone.setPins({{nth(1), 0, hostileText(), hostileText(), u"x"_s, {}, false, false, false}});
        QVERIFY(!alone.rows().first()->text().contains(QChar(0x202e)));
        QCOMPARE(namelessWidget(alone), QString());
    }
};

QTEST_MAIN(TestPins)
#include "tst_pins.moc"
