// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/desk/desksample.h"
#include "widgets/common/chiplabel.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/words/words.h"
#include "widgets/context/askerscard.h"
#include "widgets/context/contextpanel.h"
#include "widgets/context/pasttopicscard.h"
#include "widgets/context/promisescard.h"
#include "widgets/context/topicsummary.h"

#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const MemberId leo{u"wecom/leo"_s};

} // namespace

/** What the context panel says of customers beyond one message: whom it helped, what was promised,
 * what was asked before. */
class TestCustomerCards : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ThemeHost> m_host;
    std::unique_ptr<ContextPanel> m_panel;
    DeskSample m_sample;
    Instant m_now;

    Promise promise(const QString &id, qint64 dueInSeconds) const
    {
        Promise made;
        made.id = {id};
        made.group = m_sample.topic.group;
        made.topic = m_sample.topic.id;
        made.message = m_sample.messages.last()->id;
        made.by = {u"u-1"_s};
        made.name = u"周敏"_s;
        made.text = u"今天 18:00 前给您准信"_s;
        made.at = m_now.plusSeconds(-600);
        made.due = m_now.plusSeconds(dueInSeconds);
        return made;
    }

    template <class T = QAbstractButton>
    T *part(QWidget *card, const QString &row, const QString &name) const
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const auto *line = card->findChild<QWidget *>(row);
        return line ? line->findChild<T *>(name) : nullptr;
    }

    bool says(const QWidget &card, const QString &words) const
    {
        for (const auto *label : card.findChildren<PlainLabel *>()) {
            if (label->isVisible() && label->rawText().contains(words))
                return true;
        }
        return false;
    }

    void show()
    {
        m_panel->setTopic(m_sample.topic, m_sample.messages, &m_sample.customer, m_sample.members);
        QCoreApplication::processEvents();
    }

    void choose(const QString &words)
    {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu) {
            for (auto *other : m_panel->findChildren<QMenu *>())
                menu = other->isVisible() ? other : menu;
        }
        QVERIFY(menu);
        for (auto *action : menu->actions()) {
            if (action->text().contains(words)) {
                menu->setActiveAction(action);
                QTest::keyClick(menu, Qt::Key_Return);
                return;
            }
        }
        QFAIL(qPrintable(u"no such item: "_s + words));
    }

private Q_SLOTS:
    void initTestCase() { m_host = makeHost(); }

    void init()
    {
        m_sample = deskSample();
        m_now = m_sample.now;
        m_panel = std::make_unique<ContextPanel>(*m_host, [this] { return m_now; });
        m_panel->resize(360, 900);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }

    void cleanup() { m_panel.reset(); }

    void askersAndTheirStages()
    {
        auto &topic = m_sample.topic;
        topic.askers = {topic.asker, leo};
        topic.waiting = {{leo, {u"q-2"_s}, m_now}};
        topic.outcomes = {{topic.asker, AskerStage::Unsolved, m_now, m_sample.messages.last()->id,
                           AuthorKind::Bot, m_now, {u"ask"_s}}};
        m_sample.members.append({leo, hostileText(), MemberRole::Customer, {}, {}});
        show();
        m_panel->setPromises({}, true);
        auto &card = m_panel->askers();
        QVERIFY(card.isVisible());
        QStringList chips;
        QCoreApplication::processEvents();
        for (const auto *chip : card.findChildren<ChipLabel *>()) {
            if (chip->isVisible())
                chips.append(chip->chip().text);
        }
        QCOMPARE(chips, (QStringList{askerStageName(AskerStage::Unsolved),
                                     askerStageName(AskerStage::Asking)}));
        QCOMPARE(namelessWidget(card), QString());
        QCOMPARE(richLabel(card), QString());
        grabBoth(*m_host, *m_panel, u"askers"_s);

        QSignalSpy marked(&card, &AskersCard::marked);
        auto *solved = part(&card, topic.asker.value, u"solved"_s);
        auto *unsolved = part(&card, topic.asker.value, u"unsolved"_s);
        QVERIFY(solved && unsolved && !unsolved->isEnabled());
        solved->setFocus();
        QTest::keyClick(solved, Qt::Key_Space);
        QCOMPARE(marked.size(), 1);
        QCOMPARE(marked.at(0).at(0).value<MemberId>(), topic.asker);
        QCOMPARE(marked.at(0).at(1).toBool(), true);
        // Who may not mark sees no buttons.
        m_panel->setPromises({}, false);
        QVERIFY(!part(&card, topic.asker.value, u"solved"_s));
    }

    void nobodyAsked()
    {
        m_sample.topic.waiting.clear();
        m_sample.topic.outcomes.clear();
        show();
        QVERIFY(!m_panel->askers().isVisible());
        QVERIFY(!m_panel->promises().isVisible());
    }

    void promisesCountDown()
    {
        show();
        m_panel->setPromises({promise(u"p-1"_s, 7200), promise(u"p-2"_s, -1500)}, true);
        auto &card = m_panel->promises();
        QVERIFY(card.isVisible());
        QCoreApplication::processEvents();
        QVERIFY(says(card, roughSpanText(7200)));
        QVERIFY(says(card, roughSpanText(1500)));
        QCOMPARE(namelessWidget(card), QString());
        QCOMPARE(richLabel(card), QString());
        m_now = m_now.plusSeconds(5400);
        QTRY_VERIFY_WITH_TIMEOUT(says(card, roughSpanText(1800)), 8000);
    }

    void settledByHand()
    {
        show();
        m_panel->setPromises({promise(u"p-1"_s, 7200)}, true);
        auto &card = m_panel->promises();
        QSignalSpy settled(&card, &PromisesCard::settled);
        QSignalSpy jumped(m_panel.get(), &ContextPanel::jumpTo);
        QSignalSpy changed(&card, &PromisesCard::changeWanted);
        grabBoth(*m_host, *m_panel, u"promises"_s);
        QTest::mouseClick(part(&card, u"p-1"_s, u"kept"_s), Qt::LeftButton);
        QCOMPARE(settled.size(), 1);
        QCOMPARE(settled.at(0).at(1).value<PromiseState>(), PromiseState::Kept);
        QTest::mouseClick(part(&card, u"p-1"_s, u"source"_s), Qt::LeftButton);
        QCOMPARE(jumped.size(), 1);
        QCOMPARE(jumped.at(0).at(0).value<MessageId>(), m_sample.messages.last()->id);
        QTest::mouseClick(part(&card, u"p-1"_s, u"more"_s), Qt::LeftButton);
        QTRY_VERIFY(QApplication::activePopupWidget());
        choose(PromisesCard::tr("It was not kept"));
        QCOMPARE(settled.size(), 2);
        QCOMPARE(settled.at(1).at(1).value<PromiseState>(), PromiseState::Broken);
        QTest::mouseClick(part(&card, u"p-1"_s, u"more"_s), Qt::LeftButton);
        QTRY_VERIFY(QApplication::activePopupWidget());
        choose(PromisesCard::tr("Change words or time…"));
        QCOMPARE(changed.size(), 1);
        // Settled ones can only be opened again.
        auto done = promise(u"p-1"_s, 7200);
        done.state = PromiseState::Kept;
        done.settledAt = m_now;
        m_panel->setPromises({done}, true);
        QVERIFY(!part(&card, u"p-1"_s, u"kept"_s));
        QVERIFY(part(&card, u"p-1"_s, u"more"_s));
        // Without the right there is only the way to the message.
        m_panel->setPromises({promise(u"p-1"_s, 60)}, false);
        QVERIFY(!part(&card, u"p-1"_s, u"more"_s));
        QVERIFY(part(&card, u"p-1"_s, u"source"_s));
    }

    void theSummaryNamesThem()
    {
        show();
        auto broken = promise(u"p-2"_s, -60);
        broken.state = PromiseState::Broken;
        auto dropped = promise(u"p-3"_s, 60);
        dropped.text = u"没有这回事"_s;
        dropped.state = PromiseState::Dropped;
        const auto summary = summarize(m_sample.topic, m_sample.messages,
                                       {promise(u"p-1"_s, 7200), broken, dropped});
        QVERIFY(summary.promised.text.contains(u"准信"));
        QVERIFY(!summary.promised.text.contains(u"没有这回事"));
        QCOMPARE(summary.promised.refs.value(0).id, m_sample.messages.last()->id);
        QCOMPARE(summary.promised.refs.value(0).number, int(m_sample.messages.size()));
        QVERIFY(summary.open.refs.contains(summary.promised.refs.value(0)));
        auto topic = m_sample.topic;
        topic.slots_ = {{u"取货日"_s, u"11月26日"_s, topic.asker, m_sample.messages.first()->id}};
        topic.ticks = {{{u"k-1"_s}, u"核对照片"_s, {u"u-1"_s}, u"周敏"_s, m_now}};
        topic.outcomes = {{topic.asker, AskerStage::Unsolved, m_now, m_sample.messages.first()->id,
                           AuthorKind::Bot, {}, {}}};
        const auto more = summarize(topic, m_sample.messages);
        QVERIFY(more.facts.text.contains(u"11月26日"));
        QVERIFY(more.facts.refs.size() >= 1);
        QVERIFY(more.tried.text.contains(u"核对照片"));
        QVERIFY(std::ranges::contains(more.tried.refs, m_sample.messages.first()->id,
                                      &MessageRef::id));
    }

    void pastTopicsByPages()
    {
        PastTopicsCard card(*m_host);
        card.resize(340, 400);
        card.show();
        QVERIFY(QTest::qWaitForWindowExposed(&card));
        PastTopics past;
        card.setPast(past, m_now);
        QVERIFY(says(card, PastTopicsCard::tr("Looking…")));
        past.standing = PastTopics::Standing::Known;
        card.setPast(past, m_now);
        QVERIFY(says(card, PastTopicsCard::tr("Nothing before this topic")));
        PastRow row;
        row.topic.topic = {u"t-old"_s};
        row.topic.group = {u"wecom/g2"_s};
        row.topic.title = hostileText();
        row.topic.state = TopicState::Resolved;
        row.topic.openedAt = m_now.plusSeconds(-9 * 86400);
        row.topic.byBot = true;
        row.topic.people = {u"周敏"_s, QString(200, u'名')};
        row.topic.message = {u"m-old"_s};
        row.groupName = u"一个名字非常非常长的社区团购提货群（春江花园二期东门自提点）"_s;
        past.rows = {row};
        past.more = true;
        card.setPast(past, m_now);
        QSignalSpy chosen(&card, &PastTopicsCard::chosen);
        QSignalSpy more(&card, &PastTopicsCard::moreWanted);
        auto *line = card.findChild<PastTopicRow *>();
        QVERIFY(line && line->width() <= card.width());
        QVERIFY(line->accessibleName().contains(u"周敏"));
        QTest::mouseClick(line, Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).value<PastTopic>().message, (MessageId{u"m-old"_s}));
        line->setFocus();
        QTest::keyClick(line, Qt::Key_Space);
        QCOMPARE(chosen.size(), 2);
        grabBoth(*m_host, card, u"pasttopics"_s);
        auto second = row;
        second.topic.topic = {u"t-older"_s};
        past.rows.append(second);
        past.more = false;
        card.setPast(past, m_now);
        QCOMPARE(card.findChildren<PastTopicRow *>().size(), 2);
        past.standing = PastTopics::Standing::Failed;
        past.problem = u"没有连接"_s;
        card.setPast(past, m_now);
        QVERIFY(says(card, u"没有连接"_s));
        for (auto *button : card.findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->text() == PastTopicsCard::tr("Try again"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(more.size(), 1);
        QCOMPARE(namelessWidget(card), QString());
    }
};

QTEST_MAIN(TestCustomerCards)

#include "tst_customercards.moc"
