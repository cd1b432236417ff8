// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/notices/groupnotices.h"
#include "app/console/notices/noticedesk.h"
#include "tests/models/items/scribe.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const UserId me{u"u-1"_s};
const UserId colleague{u"u-2"_s};
const TopicId topic{u"t-1"_s};
const QString question = u"退款到哪了"_s;

/** Keeps what would have been shown. */
class KeptSink : public NoticeSink
{
public:
    struct Shown
    {
        NoticeText text;
        TopicId topic;
        bool stays = false;
    };

    void show(const NoticeText &text, const TopicId &id, Severity, bool stays) override
    {
        shown.append({text, id, stays});
    }
    void sound() override { ++sounds; }
    void setWaiting(int count) override { waiting = count; }

    QList<Shown> shown;
    int sounds = 0;
    int waiting = -1;
};

NoticeRules everything()
{
    NoticeRules rules;
    rules.bySeverity = {{{true, true, true}, {true, false, false}, {false, false, false}}};
    rules.quietFrom = 22 * 60;
    rules.quietTo = 8 * 60;
    return rules;
}

} // namespace

class TestNotices : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ScriptedSession> m_session;
    std::unique_ptr<KeptSink> m_sink;
    std::unique_ptr<NoticeDesk> m_desk;
    std::unique_ptr<Scribe> m_scribe;
    bool m_looking = false;

private Q_SLOTS:
    void init()
    {
        m_looking = false;
        m_settings = std::make_unique<Settings>(
            m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())));
        m_session = std::make_unique<ScriptedSession>(me);
        m_session->setLink({LinkState::Live, LinkProblem::None, {}, {}, {}, 3});
        m_sink = std::make_unique<KeptSink>();
        m_desk = std::make_unique<NoticeDesk>(*m_session, *m_settings, *m_sink,
                                              [this] { return m_looking; });
        m_desk->setClock([] { return QTime(14, 0); });
        m_scribe = std::make_unique<Scribe>(*m_session);
        m_scribe->group();
        m_scribe->open(topic);
        m_scribe->say(question, u"李海燕"_s, topic);
    }

    void cleanup()
    {
        m_desk.reset();
        m_session.reset();
    }

    void aTopicThatNeedsAPersonIsToldOnce()
    {
        QCOMPARE(m_sink->shown.size(), 0);
        m_scribe->escalate(topic, 60'000);
        QCOMPARE(m_sink->shown.size(), 1);
        const auto &shown = m_sink->shown.constFirst();
        QVERIFY(shown.stays);
        QCOMPARE(shown.topic, topic);
        QCOMPARE(m_sink->sounds, 1);
        // Where, and nothing of what was written or who it was.
        QCOMPARE(shown.text.body, u"优选福利群"_s);
        m_scribe->say(u"人呢"_s, u"李海燕"_s, topic);
        QCOMPARE(m_sink->shown.size(), 1);
    }

    void contentIsShownOnlyWhereAllowed()
    {
        m_settings->set(settings::urgentContent, true);
        m_scribe->escalate(topic, 60'000);
        QVERIFY(m_sink->shown.constFirst().text.body.contains(u"李海燕"));
        m_scribe->grant(topic, me, 1);
        m_scribe->say(u"我的卡号是 6222"_s, u"李海燕"_s, topic);
        QCOMPARE(m_sink->shown.size(), 2);
        QCOMPARE(m_sink->shown.last().text.body, u"优选福利群"_s);
        QVERIFY(!m_sink->shown.last().stays);
    }

    void messagesOfMyTopicsOnly()
    {
        m_scribe->say(u"在吗"_s, u"李海燕"_s, topic);
        m_scribe->grant(topic, colleague, 1);
        m_scribe->say(u"在吗"_s, u"李海燕"_s, topic);
        QCOMPARE(m_sink->shown.size(), 0);
        m_scribe->grant(topic, me, 2);
        QCOMPARE(m_sink->shown.size(), 0);
        m_scribe->say(u"在吗"_s, u"李海燕"_s, topic);
        QCOMPARE(m_sink->shown.size(), 1);
        m_scribe->grant(topic, colleague, 3);
        QCOMPARE(m_sink->shown.size(), 2); // taken away
    }

    void offersToMeAndNobodyElse()
    {
        m_scribe->write(LeaseOffered{colleague, u"周敏"_s, {m_scribe->now + 20'000}, {}, {}}, topic);
        QCOMPARE(m_sink->shown.size(), 0);
        m_scribe->write(LeaseOffered{me, u"林悦"_s, {m_scribe->now + 20'000}, {}, {}}, topic);
        QCOMPARE(m_sink->shown.size(), 1);
        QVERIFY(m_sink->shown.constFirst().stays);
        QCOMPARE(m_sink->waiting, 1);
    }

    void spreadConcernsWhoWatches()
    {
        AlertRaised raised;
        raised.startedByName = u"李海燕"_s;
        raised.members = {{u"李海燕"_s}, {u"Leo"_s}, {u"王阿姨"_s}};
        raised.topics = {topic};
        m_scribe->write(raised);
        QCOMPARE(m_sink->shown.size(), 0);  // an agent, and none of their topics
        m_scribe->write(AlertCleared{AlertKind::Spread, u"calm"_s});
        m_scribe->grant(topic, me, 1);
        m_scribe->write(raised);
        QCOMPARE(m_sink->shown.size(), 1);
        QVERIFY(m_sink->shown.constFirst().stays);
        m_scribe->say(u"还没好"_s, u"李海燕"_s);  // the same one is no news
        QCOMPARE(m_sink->shown.size(), 1);
        m_scribe->write(LeaseEnded{1, me, LeaseEnd::Released, {}}, topic);
        m_scribe->write(AlertCleared{AlertKind::Spread, u"calm"_s});
        User boss;
        boss.id = me;
        boss.role = Role::Supervisor;
        m_scribe->write(UserChanged{boss, {}});
        m_scribe->write(raised);
        QCOMPARE(m_sink->shown.size(), 2);
    }

    void nothingWhileSomebodyLooks()
    {
        m_looking = true;
        m_scribe->escalate(topic, 60'000);
        QCOMPARE(m_sink->shown.size(), 0);
        QCOMPARE(m_sink->sounds, 0);
    }

    void whatWasSoBeforeIsNoNews()
    {
        m_looking = true;
        m_scribe->escalate(topic, 60'000);
        m_looking = false;
        auto state = m_session->state();
        m_session->replace(state); // a snapshot
        m_scribe->say(u"在吗"_s, u"李海燕"_s, topic);
        QCOMPARE(m_sink->shown.size(), 0);
        // Nor what a connection brings while it catches up.
        m_session->setLink({LinkState::Syncing, LinkProblem::None, {}, {}, {}, -1});
        m_scribe->grant(topic, me, 1);
        m_scribe->say(u"在吗"_s, u"李海燕"_s, topic);
        QCOMPARE(m_sink->shown.size(), 0);
        QCOMPARE(m_sink->waiting, 1);
    }

    void quietHours_data()
    {
        QTest::addColumn<QTime>("now");
        QTest::addColumn<bool>("quiet");
        QTest::newRow("before") << QTime(21, 59) << false;
        QTest::newRow("begin") << QTime(22, 0) << true;
        QTest::newRow("midnight") << QTime(0, 0) << true;
        QTest::newRow("last") << QTime(7, 59) << true;
        QTest::newRow("end") << QTime(8, 0) << false;
    }
    void quietHours()
    {
        QFETCH(QTime, now);
        QFETCH(bool, quiet);
        auto rules = everything();
        QVERIFY(!isQuiet(rules, now));
        rules.quietHours = true;
        QCOMPARE(isQuiet(rules, now), quiet);
        std::swap(rules.quietFrom, rules.quietTo); // by day
        QCOMPARE(isQuiet(rules, now), !quiet);
    }

    void theTableDecides()
    {
        auto rules = everything();
        const QTime noon(12, 0);
        const QTime night(23, 0);
        QCOMPARE(planFor(NoticeKind::Escalated, rules, noon, false),
                 (NoticePlan{true, true, true, true}));
        QCOMPARE(planFor(NoticeKind::Answered, rules, noon, false),
                 (NoticePlan{true, false, false, false}));
        QCOMPARE(planFor(NoticeKind::ConnectorDown, rules, noon, false), NoticePlan{});
        QCOMPARE(planFor(NoticeKind::Escalated, rules, noon, true), NoticePlan{});
        rules.quietHours = true;
        QCOMPARE(planFor(NoticeKind::Offered, rules, night, false),
                 (NoticePlan{true, true, false, true}));
        QCOMPARE(planFor(NoticeKind::Answered, rules, night, false), NoticePlan{});
        rules.bySeverity[0].show = false;
        QCOMPARE(planFor(NoticeKind::Offered, rules, noon, false), NoticePlan{});
    }

    void aGroupsRuleDecides_data()
    {
        QTest::addColumn<GroupRule>("rule");
        QTest::addColumn<bool>("escalated");
        QTest::addColumn<bool>("offered");
        QTest::addColumn<bool>("answered");
        QTest::newRow("all") << GroupRule{} << true << true << true;
        QTest::newRow("escalations") << GroupRule{GroupNotices::Escalations, {}} << true << true
                                     << false;
        QTest::newRow("mine") << GroupRule{GroupNotices::Mine, {}} << false << true << true;
        QTest::newRow("none") << GroupRule{GroupNotices::None, {}} << false << false << false;
        QTest::newRow("chosen") << GroupRule{GroupNotices::Chosen, {NoticeKind::Answered}}
                                << false << false << true;
    }
    void aGroupsRuleDecides()
    {
        QFETCH(GroupRule, rule);
        QFETCH(bool, escalated);
        QFETCH(bool, offered);
        QFETCH(bool, answered);
        QCOMPARE(lets(rule, NoticeKind::Escalated), escalated);
        QCOMPARE(lets(rule, NoticeKind::Offered), offered);
        QCOMPARE(lets(rule, NoticeKind::Answered), answered);
        // And as it comes, of that group alone.
        QVERIFY(setGroupRule(*m_settings, m_scribe->g0, rule));
        QCOMPARE(groupRule(*m_settings, m_scribe->g0), rule);
        m_scribe->escalate(topic, 60'000);
        QCOMPARE(m_sink->shown.size(), escalated ? 1 : 0);
        QCOMPARE(m_sink->sounds, escalated ? 1 : 0);
        setGroupRule(*m_settings, {u"another"_s}, {GroupNotices::None, {}});
        m_scribe->write(LeaseOffered{me, u"林悦"_s, {m_scribe->now + 20'000}, {}, {}}, topic);
        QCOMPARE(m_sink->shown.size(), (escalated ? 1 : 0) + (offered ? 1 : 0));
        QCOMPARE(m_sink->waiting, 1);  // what waits is counted all the same
    }

    void aRuleIsKeptAndDamageIsNone()
    {
        const GroupRule chosen{GroupNotices::Chosen, {NoticeKind::Breached, NoticeKind::Answered}};
        setGroupRule(*m_settings, {u"g-2"_s}, chosen);
        setGroupRule(*m_settings, {u"g-1"_s}, {GroupNotices::Mine, {}});
        QVERIFY(m_settings->flush());
        Settings again(m_settings->file());
        QVERIFY(again.trouble().isEmpty());
        QCOMPARE(groupRules(again).size(), 2);
        QCOMPARE(groupRules(again).first().first, GroupId{u"g-1"_s});
        QCOMPARE(groupRule(again, {u"g-2"_s}), chosen);
        setGroupRule(again, {u"g-1"_s}, {});
        QCOMPARE(groupRules(again).size(), 1);
        again.set(settings::groupNotices, {{u"g-3"_s, {u"whatever"_s, u"else"_s}},
                                           {u"g-4"_s, {}}});
        QCOMPARE(groupRule(again, {u"g-3"_s}), GroupRule{});
        QCOMPARE(groupRule(again, {u"g-4"_s}), GroupRule{});
        resetGroupRules(again);
        QVERIFY(groupRules(again).isEmpty());
    }

    void anEventNobodyWantsComesFromNoGroup()
    {
        QVERIFY(wantsKind(*m_settings, NoticeKind::Escalated));
        setWantsKind(*m_settings, NoticeKind::Escalated, false);
        m_scribe->escalate(topic, 60'000);
        QCOMPARE(m_sink->shown.size(), 0);
        setWantsKind(*m_settings, NoticeKind::Escalated, true);
        QVERIFY(m_settings->get(settings::unwantedKinds).isEmpty());
        QCOMPARE(allKinds().size(), qsizetype(enumWords<NoticeKind>.size()));
        QVERIFY(!groupKinds().contains(NoticeKind::ConnectorDown));
    }

    /** Who is in the window may be in another room. */
    void whatPressesIsToldAlsoToWhoLooks()
    {
        QSignalSpy pressing(m_desk.get(), &NoticeDesk::pressing);
        m_looking = true;
        m_scribe->escalate(topic, 60'000);
        QCOMPARE(m_sink->shown.size(), 0);
        QCOMPARE(pressing.size(), 1);
        const auto notice = pressing.at(0).at(0).value<Notice>();
        const auto text = pressing.at(0).at(1).value<NoticeText>();
        QCOMPARE(notice.topic, topic);
        QCOMPARE(text.body, u"优选福利群"_s);  // no content unless allowed
        QVERIFY(stillPresses(m_session->state(), me, notice));
        m_scribe->write(LeaseOffered{colleague, u"周敏"_s, {m_scribe->now + 20'000}, {}, {}}, topic);
        QVERIFY(stillPresses(m_session->state(), me, notice));  // it may lapse
        m_scribe->grant(topic, colleague, 1);
        QVERIFY(!stillPresses(m_session->state(), me, notice));
        m_scribe->say(u"在吗"_s, u"李海燕"_s, topic);
        QCOMPARE(pressing.size(), 1);  // a message is none
        setGroupRule(*m_settings, m_scribe->g0, {GroupNotices::None, {}});
        m_scribe->write(LeaseEnded{1, colleague, LeaseEnd::Released, {}}, topic);
        m_scribe->escalate(topic, 60'000);
        QCOMPARE(pressing.size(), 1);
    }

    void anOfferPressesWhileItStands()
    {
        QSignalSpy pressing(m_desk.get(), &NoticeDesk::pressing);
        m_scribe->write(LeaseOffered{me, u"林悦"_s, {m_scribe->now + 20'000}, {}, {}}, topic);
        QCOMPARE(pressing.size(), 1);
        const auto notice = pressing.at(0).at(0).value<Notice>();
        QCOMPARE(notice.kind, NoticeKind::Offered);
        QVERIFY(stillPresses(m_session->state(), me, notice));
        QVERIFY(!stillPresses(m_session->state(), colleague, notice));
        m_scribe->grant(topic, me, 1);
        QVERIFY(!stillPresses(m_session->state(), me, notice));
        QVERIFY(!stillPresses(State{}, me, notice));
    }

    void anAskingPressesSupervisorsUntilItEnds()
    {
        QSignalSpy pressing(m_desk.get(), &NoticeDesk::pressing);
        m_settings->set(settings::urgentContent, true);
        m_scribe->grant(topic, colleague, 1);
        const HelpAsked asked{colleague, u"周敏"_s, {}, {}, u"能免运费吗"_s};
        m_scribe->write(asked, topic);
        QCOMPARE(pressing.size(), 0);  // an agent is not asked
        m_scribe->write(HelpEnded{HelpEnd::Withdrawn, colleague, {}}, topic);
        User boss;
        boss.id = me;
        boss.role = Role::Supervisor;
        m_scribe->write(UserChanged{boss, {}});
        m_scribe->write(asked, topic);
        QCOMPARE(pressing.size(), 1);
        const auto notice = pressing.at(0).at(0).value<Notice>();
        QCOMPARE(notice.kind, NoticeKind::Asked);
        QCOMPARE(notice.who, u"周敏"_s);
        QCOMPARE(notice.words, u"能免运费吗"_s);
        QVERIFY(m_sink->shown.last().stays);
        m_scribe->say(u"在吗"_s, u"李海燕"_s, topic);
        QCOMPARE(pressing.size(), 1);
        QVERIFY(stillPresses(m_session->state(), me, notice));
        QVERIFY(!stillPresses(m_session->state(), colleague, notice));
        m_scribe->write(HelpEnded{HelpEnd::Answered, me, {}}, topic);
        QVERIFY(!stillPresses(m_session->state(), me, notice));
    }

    void anInvitationPressesUntilItIsAnswered()
    {
        QSignalSpy pressing(m_desk.get(), &NoticeDesk::pressing);
        m_scribe->grant(topic, colleague, 1);
        m_scribe->write(GuestChanged{me, u"林悦"_s, GuestState::Invited, colleague, u"周敏"_s, {}},
                        topic);
        QCOMPARE(pressing.size(), 1);
        const auto notice = pressing.at(0).at(0).value<Notice>();
        QCOMPARE(notice.kind, NoticeKind::Invited);
        QCOMPARE(notice.words, topic.value);  // its title, for the invitation says nothing
        QVERIFY(stillPresses(m_session->state(), me, notice));
        m_scribe->write(GuestChanged{me, u"林悦"_s, GuestState::Joined, me, u"林悦"_s, {}}, topic);
        QVERIFY(!stillPresses(m_session->state(), me, notice));
        QCOMPARE(pressing.size(), 1);
    }

    void hostileWordsAreSeenLetterByLetter()
    {
        Notice notice;
        notice.groupName = u"群\u202e"_s;
        notice.words = u"a\nb"_s + QString(500, u'字');
        const auto text = noticeText(notice, true);
        QVERIFY(!text.body.contains(QChar(0x202e)));
        QVERIFY(text.body.size() < 250);
        QCOMPARE(text.body.count(u'\n'), 1);
    }
};

QTEST_GUILESS_MAIN(TestNotices)
#include "tst_notices.moc"
