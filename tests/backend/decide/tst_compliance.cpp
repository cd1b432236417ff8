// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/budget.h"
#include "models/domain/wordpattern.h"
#include "tests/backend/decide/refused.h"
#include "tests/backend/decide/rig.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;

namespace {

constexpr qint64 minuteMs = 60 * 1000;
constexpr qint64 hourMs = 60 * minuteMs;

Instant dueOf(const MessageQueued &queued, const Rig &rig)
{
    return queued.notBefore.isSet() ? queued.notBefore : rig.message(queued.message)->at;
}

/** The rig's clock stands at 06:13 by the clock of Shanghai; so many minutes after midnight. */
int minuteOf(Instant at)
{
    return int((at.ms / minuteMs + 480) % 1440);
}

} // namespace

/** What keeps a text from a group, or makes it wait. */
class TestCompliance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void patternsAreBounded_data();
    void patternsAreBounded();
    void noPatternRunsAway_data();
    void noPatternRunsAway();
    void peopleAreBlockedAndWarned();
    void wordsAreFoundUnderCover_data();
    void wordsAreFoundUnderCover();
    void theBotsWarnedTextIsReviewed();
    void badSetsAreRefused();
    void quietHours_data();
    void quietHours();
    void quietHoursPutNoticesOff();
    void quietHoursMayPutAnswersOff();
    void anAnswerPassesANotice();
    void noticesLeaveRoomForAnswers();
    void theAccountHasALimit();
    void aMemberHasALimit();
    void aPlatformHasALimitOfItsOwn();
    void freeFromNeverOverfills();
};

void TestCompliance::patternsAreBounded_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("good");
    const auto row = [](const QString &pattern, bool good) {
        QTest::newRow(qPrintable(pattern.left(40))) << pattern << good;
    };
    for (const auto &pattern :
         {u"\\d{11}"_s, u"加?微信"_s, u"v[x信]\\s*[:：]?\\s*\\w{5,20}"_s, u"(?:全网|史上)最低价?"_s, u"\\bQQ\\b"_s,
          u"[\\]a-z]{2,5}"_s, u"(ab){3}"_s, u"(?:abc)?d"_s, u"https?://[^ ]+"_s})
        row(pattern, true);
    for (const auto &pattern :
         {u"(a+)+"_s, u"(a|a)*b"_s, u"(?:a*)*"_s, u"(?:a?){30}"_s, u"((a+)b)+"_s, u"(a{1,9}){2,9}"_s,
          u".*.*.*.*x"_s, u"a{1,65}"_s, u"a{100}"_s, u"(a)\\1"_s, u"(?=a)b"_s, u"(?<!a)b"_s, u"(?R)"_s,
          u"(?<n>a)\\k<n>"_s, u"(*ACCEPT)a"_s, u"a*"_s, u"(?i)a"_s, u"ba{,3}"_s, u"a?b?c?d?e?f?g?h?i?j"_s, u"("_s, u"[a"_s, u"\\p{Han}"_s, QString(),
          QString(129, u'a')})
        row(pattern, false);
}

void TestCompliance::patternsAreBounded()
{
    QFETCH(QString, pattern);
    QFETCH(bool, good);
    const auto problem = wordPatternProblem(pattern);
    QVERIFY2(problem.isEmpty() == good, qPrintable(pattern + u" "_s + problem));
}

void TestCompliance::noPatternRunsAway_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::newRow("three open repetitions") << u"a*a*a*x"_s;
    QTest::newRow("long bounded ones") << u"a{0,64}a{0,64}a{0,64}x"_s;
    QTest::newRow("optional ones") << u"(?:a|aa)a?a?a*x"_s;
}

/** The longest text there is, and the worst pattern that is let in. */
void TestCompliance::noPatternRunsAway()
{
    QFETCH(QString, pattern);
    QVERIFY(wordPatternProblem(pattern).isEmpty());
    Rig rig;
    rig.setPolicy([&](Policy &policy) {
        policy.wordSets = {{u"慢"_s, WordAction::Block, {}, {pattern}}};
    });
    const auto topic = rig.topicOf(rig.say(rig.wang, u"转人工"_s)).id;
    const auto fence = rig.claim(rig.lin, topic);
    QElapsedTimer clock;
    clock.start();
    const auto sent = rig.run(rig.lin, SendMessage{topic, fence, rig.basis(), QString(4000, u'a'), {}, {}});
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    // Either it was read to the end, or what could not be read counts as found.
    if (!sent)
        QCOMPARE(sent.error().kind, ErrorKind::Policy);
}

void TestCompliance::peopleAreBlockedAndWarned()
{
    Rig rig;
    rig.setPolicy([](Policy &policy) {
        policy.wordSets = {{u"竞品"_s, WordAction::Warn, {u"某某优选"_s}, {u"\\d{5,}群"_s}},
                           {u"引流"_s, WordAction::Block, {}, {u"加?v[x信]"_s}}};
    });
    const auto topic = rig.topicOf(rig.say(rig.wang, u"转人工"_s)).id;
    const auto fence = rig.claim(rig.lin, topic);
    const auto send = [&](const QString &text) {
        return rig.run(rig.lin, SendMessage{topic, fence, rig.basis(), text, {}, {}});
    };
    const auto refused = send(u"您加VX聊"_s);
    REFUSED(refused, Policy);
    QCOMPARE(refused.error().data.value(u"rule"_s).toString(), u"sensitive_word"_s);
    QCOMPARE(refused.error().data.value(u"set"_s).toString(), u"引流"_s);
    QCOMPARE(refused.error().data.value(u"word"_s).toString(), u"加VX"_s);
    const auto span = refused.error().data.value(u"spans"_s).toArray().first().toObject();
    QCOMPARE(span.value(u"start"_s).toInt(), 1);
    QCOMPARE(span.value(u"length"_s).toInt(), 3);
    QVERIFY(send(u"某 某优选也有，12345群在发"_s));
    QCOMPARE(rig.last<MessageQueued>().warnings, QStringList{u"竞品"_s});
    QCOMPARE(rig.lastSent()->warnings, QStringList{u"竞品"_s});
    QVERIFY(send(u"好的"_s));
    QVERIFY(rig.lastSent()->warnings.isEmpty());
}

void TestCompliance::wordsAreFoundUnderCover_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    QTest::newRow("plain") << u"根治"_s << true;
    QTest::newRow("spaces") << u"根 治"_s << true;
    QTest::newRow("traditional") << u"包治百病 根治"_s << true;
    QTest::newRow("a pattern through spaces") << u"加 微 信"_s << true;
    QTest::newRow("full width") << u"ＱＱ群"_s << true;
    QTest::newRow("small letters") << u"qq群"_s << true;
    QTest::newRow("other") << u"好的，谢谢"_s << false;
}

void TestCompliance::wordsAreFoundUnderCover()
{
    QFETCH(QString, text);
    QFETCH(bool, found);
    Rig rig;
    rig.setPolicy([](Policy &policy) {
        policy.wordSets = {{u"引流"_s, WordAction::Block, {}, {u"加微?信"_s, u"QQ群"_s}}};
    });
    const auto topic = rig.topicOf(rig.say(rig.wang, u"转人工"_s)).id;
    const auto fence = rig.claim(rig.lin, topic);
    const auto sent = rig.run(rig.lin, SendMessage{topic, fence, rig.basis(), text, {}, {}});
    QCOMPARE(!sent, found);
}

void TestCompliance::theBotsWarnedTextIsReviewed()
{
    Rig rig;
    const auto answer = rig.answersTo(rig.say(rig.leo, u"怎么开发票"_s)).value(0)->text;
    const auto word = answer.mid(u"【AI】"_s.size(), 4);
    rig.setPolicy([&](Policy &policy) {
        policy.wordSets = {{u"留意"_s, WordAction::Warn, {word}, {}}};
    });
    const auto asked = rig.say(rig.wang, u"怎么开发票"_s);
    QCOMPARE(rig.verdictOf(asked).action, Action::Review);
    const auto draft = rig.drafts().value(0);
    QCOMPARE(draft.reason, Reason::SensitiveWord);
    // A person may let it go, and it is marked.
    QVERIFY(rig.run(rig.lin, ApproveDraft{draft.id, draft.topic, rig.basis()}));
    QCOMPARE(rig.answersTo(asked).value(0)->warnings, QStringList{u"留意"_s});
}

void TestCompliance::badSetsAreRefused()
{
    Rig rig;
    const auto field = [&](const std::function<void(Policy &)> &change) {
        auto policy = rig.state.policy;
        change(policy);
        const auto put = rig.run(rig.boss, PutPolicy{policy});
        return put.error_or(Error{}).data.value(u"field"_s).toString();
    };
    QCOMPARE(field([](Policy &policy) {
                 policy.wordSets = {{u"a"_s, WordAction::Warn, {}, {u"x"_s, u"(a+)+"_s}}};
             }), u"wordSets[0].patterns[1]"_s);
    QCOMPARE(field([](Policy &policy) { policy.quiet.to = 1440; }), u"quiet.to"_s);
    QCOMPARE(field([](Policy &policy) { policy.noticeShare = 0; }), u"noticeShare"_s);
    QCOMPARE(field([](Policy &policy) { policy.accountPerHour = -1; }), u"accountPerHour"_s);
    QCOMPARE(field([](Policy &policy) {
                 policy.wordSets = {{u"a"_s, WordAction::Warn, {u"x"_s}, {u"\\d{6}"_s}}};
             }), QString());
}

void TestCompliance::quietHours_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("until");
    QTest::newRow("none") << 0 << 0 << 300 << 300;
    QTest::newRow("before") << 720 << 780 << 719 << 719;
    QTest::newRow("at the start") << 720 << 780 << 720 << 780;
    QTest::newRow("within") << 720 << 780 << 779 << 780;
    QTest::newRow("at the end") << 720 << 780 << 780 << 780;
    QTest::newRow("in the evening") << 1320 << 480 << 1380 << 1440 + 480;
    QTest::newRow("after midnight") << 1320 << 480 << 10 << 480;
    QTest::newRow("by day") << 1320 << 480 << 480 << 480;
}

void TestCompliance::quietHours()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(int, at);
    QFETCH(int, until);
    const qint64 midnight = 20'000 * 24 * hourMs - 8 * hourMs;
    const QuietHours quiet{from, to, 480, false};
    QCOMPARE(quietUntil(quiet, {midnight + at * minuteMs}).ms, midnight + until * minuteMs);
}

void TestCompliance::quietHoursPutNoticesOff()
{
    Rig rig;
    rig.setPolicy([](Policy &policy) { policy.quiet = {22 * 60, 8 * 60, 480, false}; });
    QVERIFY(minuteOf(rig.now) < 8 * 60);
    const auto asked = rig.say(rig.wang, u"转人工"_s);
    QCOMPARE(rig.topicOf(asked).state, TopicState::Escalated);
    const auto notice = rig.last<MessageQueued>();
    QVERIFY(notice.answers.isEmpty());
    QCOMPARE(minuteOf(notice.notBefore), 8 * 60);
    // Answers go, and so do people's texts.
    QVERIFY(!rig.answersTo(rig.say(rig.leo, u"怎么开发票"_s)).value(0)->notBefore.isSet());
    const auto fence = rig.claim(rig.lin, rig.topicOf(asked).id);
    QVERIFY(rig.run(rig.lin, SendMessage{rig.topicOf(asked).id, fence, rig.basis(), u"我在"_s, {}, {}}));
    QVERIFY(!rig.lastSent()->notBefore.isSet());
}

void TestCompliance::quietHoursMayPutAnswersOff()
{
    Rig rig;
    rig.setPolicy([&](Policy &policy) {
        GroupPolicy rule;
        rule.groups = {rig.group};
        rule.quiet = QuietHours{22 * 60, 8 * 60, 480, true};
        policy.groups = {rule};
        policy.budgetPerMinute = 1;
    });
    const auto first = rig.answersTo(rig.say(rig.leo, u"怎么开发票"_s)).value(0);
    const auto second = rig.answersTo(rig.say(rig.wang, u"退款多久能到账"_s)).value(0);
    QCOMPARE(minuteOf(first->notBefore), 8 * 60);
    QCOMPARE(second->notBefore, first->notBefore.plusSeconds(60));
}

void TestCompliance::anAnswerPassesANotice()
{
    Rig rig;
    rig.setPolicy([](Policy &policy) {
        policy.budgetPerMinute = 2;
        policy.noticeShare = 500;
    });
    rig.say(rig.leo, u"怎么开发票"_s);
    rig.say(rig.wang, u"转人工"_s);
    const auto notice = rig.last<MessageQueued>();
    QVERIFY(notice.answers.isEmpty() && notice.notBefore > rig.now);
    const auto answer = rig.answersTo(rig.say(rig.haiyan, u"怎么当团长"_s)).value(0);
    QVERIFY2(!answer->notBefore.isSet() || answer->notBefore < notice.notBefore,
             qPrintable(toIsoString(answer->notBefore)));
}

void TestCompliance::noticesLeaveRoomForAnswers()
{
    Rig rig;
    rig.setPolicy([](Policy &policy) {
        policy.budgetPerMinute = 5;
        policy.noticeShare = 400;
    });
    const QString calls[] = {u"转人工，快递员态度不好"_s, u"找个人，我要投诉店长"_s,
                             u"转人工，门店地址不对"_s, u"找个人，合同的事"_s};
    for (int i = 0; i < 4; ++i)
        rig.say({u"ch/y%1"_s.arg(i)}, calls[i]);
    const auto notices = rig.all<MessageQueued>();
    QVERIFY(notices.size() >= 3);
    QCOMPARE(std::ranges::count_if(notices, [&](const MessageQueued &queued) {
                 return dueOf(queued, rig) <= rig.now;
             }), 2);
    const QString questions[] = {u"怎么开发票"_s, u"退款多久能到账"_s, u"积分怎么用"_s};
    for (int i = 0; i < 3; ++i) {
        const auto asked = rig.say({u"ch/z%1"_s.arg(i)}, questions[i]);
        QVERIFY(!rig.answersTo(asked).value(0)->notBefore.isSet());
    }
    const auto late = rig.say({u"ch/z9"_s}, u"荔枝怎么保存"_s);
    QVERIFY(rig.answersTo(late).value(0)->notBefore.isSet());
}

void TestCompliance::theAccountHasALimit()
{
    Rig rig;
    rig.setPolicy([](Policy &policy) { policy.accountPerMinute = 2; });
    const GroupId other{u"ch/other"_s};
    const GroupId elsewhere{u"qq/g"_s};
    for (const auto &[id, channel] : {std::pair{other, u"ch"_s}, {elsewhere, u"qq"_s}}) {
        rig.record({id, {}, GroupChanged{{id, u"群"_s, channel, GroupKind::External, BotMode::Auto, 2, {}}}});
        for (int i = 0; i < 2; ++i) {
            MessageQueued sent;
            sent.message = {u"%1-%2"_s.arg(id.value).arg(i)};
            sent.author = {AuthorKind::Bot, {}, u"小禾"_s};
            sent.text = u"到货了"_s;
            if (id == other || i == 0)
                rig.record({id, {}, sent});
        }
    }
    const auto first = rig.answersTo(rig.say(rig.leo, u"怎么开发票"_s)).value(0);
    QVERIFY(first->notBefore >= rig.log.first().at.plusSeconds(60));
    rig.setPolicy([](Policy &policy) { policy.accountPerMinute = 0; });
    Rig free;
    QVERIFY(!free.answersTo(free.say(free.leo, u"怎么开发票"_s)).value(0)->notBefore.isSet());
}

void TestCompliance::aMemberHasALimit()
{
    Rig rig;
    rig.setPolicy([](Policy &policy) { policy.memberPerMinute = 1; });
    const auto first = rig.answersTo(rig.say(rig.leo, u"怎么开发票"_s)).value(0);
    QVERIFY(!first->notBefore.isSet());
    const auto second = rig.answersTo(rig.say(rig.leo, u"怎么当团长"_s)).value(0);
    QCOMPARE(second->notBefore, first->at.plusSeconds(60));
}

/** Against counting every window. */
/** WeCom takes 30 texts a minute of one chat, whatever a policy says. */
void TestCompliance::aPlatformHasALimitOfItsOwn()
{
    for (const auto *kind : {"wecom", "onebot11"}) {
        Rig rig;
        rig.setPolicy([](Policy &policy) { policy.budgetPerMinute = 100; });
        rig.record({{}, {}, ConnectorChanged{{u"ch"_s, QString::fromLatin1(kind), {},
                                              ConnectorState::Connected, {}, {}, {}}}});
        for (int i = 0; i < 30; ++i) {
            MessageQueued queued;
            queued.message = {u"out-%1"_s.arg(i)};
            queued.author = {AuthorKind::Agent, u"u-lin"_s, u"林悦"_s};
            queued.text = u"您好"_s;
            rig.record({rig.group, {}, queued});
        }
        const auto asked = rig.say(rig.wang, u"怎么开发票"_s, {{}, {}, true});
        const auto answer = rig.answersTo(asked).value(0);
        QVERIFY(answer);
        QCOMPARE(answer->notBefore.isSet(), kind == std::string_view("wecom"));
    }
}

void TestCompliance::freeFromNeverOverfills()
{
    bool given = false;
    auto seed = quint32(qEnvironmentVariableIntValue("QUNTAI_SEED", &given));
    if (!given)
        seed = QRandomGenerator::global()->generate() & 0x7FFFFFFF;
    qInfo("QUNTAI_SEED=%u", seed);
    QRandomGenerator random(seed);
    const auto fullest = [](const QList<Instant> &times, qint64 span) {
        qsizetype most = 0;
        for (const auto &start : times)
            most = std::max<qsizetype>(most, std::ranges::count_if(times, [&](Instant time) {
                return time >= start && time.ms < start.ms + span;
            }));
        return most;
    };
    for (int round = 0; round < 300; ++round) {
        const int limit = 1 + int(random.bounded(4));
        QList<Instant> times;
        for (int i = 0; i < 25; ++i) {
            const Instant wish{qint64(1000 + random.bounded(120'000))};
            const auto at = freeFrom(times, wish, limit, 10);
            QVERIFY(at >= wish);
            auto with = times;
            with.append(at);
            QVERIFY(fullest(with, 10'000) <= limit);
            // No earlier moment would do, among those where something changes.
            QList<Instant> earlier{wish};
            for (const auto &time : times)
                earlier.append(Instant{time.ms + 10'000});
            for (const auto &moment : earlier) {
                if (moment < wish || moment >= at)
                    continue;
                auto instead = times;
                instead.append(moment);
                QVERIFY(fullest(instead, 10'000) > limit);
            }
            times = with;
        }
    }
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestCompliance)
#include "tst_compliance.moc"
