// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/promises.h"
#include "app/backend/language/satisfaction.h"
#include "models/domain/promise.h"
#include "tests/models/common/seed.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int offset = 480;

/** By the company's clock. */
Instant at(const QString &text)
{
    const auto local = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm"_s);
    return {QDateTime(local.date(), local.time(), QTimeZone::UTC).toMSecsSinceEpoch()
            - offset * 60'000LL};
}

QString local(Instant when)
{
    return when.isSet()
        ? QDateTime::fromMSecsSinceEpoch(when.ms + offset * 60'000LL, QTimeZone::UTC)
              .toString(u"yyyy-MM-dd HH:mm"_s)
        : QString();
}

/** Monday to Friday, nine to eight. */
WorkingHours desk()
{
    WorkingHours hours;
    hours.from = 9 * 60;
    hours.to = 20 * 60;
    hours.days = {1, 2, 3, 4, 5};
    hours.offset = offset;
    return hours;
}

} // namespace

/** What people promise, and what customers say of an answer: read from the words. */
class TestPromises : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void promisesWithATime_data();
    void promisesWithATime();
    void whatIsNoPromise_data();
    void whatIsNoPromise();
    void severalInOneText();
    void workingDaysSkipHolidays();
    void anyTextIsReadSafely();
    void whatTheySayOfAnAnswer_data();
    void whatTheySayOfAnAnswer();
    void whatTheySayWhenAsked_data();
    void whatTheySayWhenAsked();

private:
    QList<FoundPromise> read(const QString &text, const WorkingHours &hours = desk()) const
    {
        return promisesIn(text, m_now, hours, *m_lexicon);
    }

    std::unique_ptr<const Lexicon> m_lexicon;
    // A Thursday.
    const Instant m_now = at(u"2026-11-26 14:20"_s);
};

void TestPromises::initTestCase()
{
    auto lexicon = Lexicon::builtIn();
    QVERIFY(lexicon);
    m_lexicon = std::make_unique<const Lexicon>(std::move(*lexicon));
}

void TestPromises::promisesWithATime_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("due");
    QTest::newRow("tomorrow") << u"明天给您回复"_s << u"2026-11-27 20:00"_s;
    QTest::newRow("this afternoon") << u"今天下午发出"_s << u"2026-11-26 18:00"_s;
    QTest::newRow("in three days") << u"退款三天内到账"_s << u"2026-11-29 20:00"_s;
    QTest::newRow("Friday") << u"周五之前给您补寄一份"_s << u"2026-11-27 20:00"_s;
    QTest::newRow("half an hour") << u"半小时内联系您"_s << u"2026-11-26 14:50"_s;
    QTest::newRow("an hour and a half") << u"1个半小时内给您答复"_s << u"2026-11-26 15:50"_s;
    QTest::newRow("minutes") << u"20分钟后给您回电"_s << u"2026-11-26 14:40"_s;
    QTest::newRow("24 hours") << u"我们会在24小时内处理好"_s << u"2026-11-27 14:20"_s;
    QTest::newRow("a clock time") << u"今天 18:30 前给您准信，帮您催一下退款"_s
                                  << u"2026-11-26 18:30"_s;
    QTest::newRow("an hour of the afternoon") << u"下午五点前给您回复"_s << u"2026-11-26 17:00"_s;
    QTest::newRow("an hour to come") << u"5点前给您回复"_s << u"2026-11-26 17:00"_s;
    QTest::newRow("half past") << u"明早九点半给您回电话"_s << u"2026-11-27 09:30"_s;
    QTest::newRow("a morning that is over") << u"上午给您回复"_s << u"2026-11-27 12:00"_s;
    QTest::newRow("evening") << u"今晚给您处理完"_s << u"2026-11-26 22:00"_s;
    QTest::newRow("working days") << u"1-3个工作日内退款到您账户"_s << u"2026-12-01 20:00"_s;
    QTest::newRow("one working day") << u"一个工作日内给您答复"_s << u"2026-11-27 20:00"_s;
    QTest::newRow("next week") << u"下周给您补发"_s << u"2026-12-06 20:00"_s;
    QTest::newRow("next Wednesday") << u"下周三给您寄出"_s << u"2026-12-02 20:00"_s;
    QTest::newRow("before closing") << u"下班前给您反馈结果"_s << u"2026-11-26 20:00"_s;
    QTest::newRow("a date") << u"12月5号之前给您寄到"_s << u"2026-12-05 20:00"_s;
    QTest::newRow("the end of the month") << u"月底前给您开好发票"_s << u"2026-11-30 20:00"_s;
    QTest::newRow("two or three days") << u"两三天就给您发货"_s << u"2026-11-29 20:00"_s;
    QTest::newRow("the time first") << u"三天内，退款会原路退回"_s << u"2026-11-29 20:00"_s;
    QTest::newRow("the day carried on") << u"明天核实，下午三点前给您答复"_s << u"2026-11-27 20:00"_s;
    QTest::newRow("traditional") << u"明天給您回覆處理結果"_s << u"2026-11-27 20:00"_s;
    QTest::newRow("full width") << u"今天１８：３０前给您回复"_s << u"2026-11-26 18:30"_s;
    QTest::newRow("after an apology") << u"非常抱歉给您添麻烦了！明天上午给您补发"_s
                                      << u"2026-11-27 12:00"_s;
    QTest::newRow("please be patient") << u"请您耐心等待，明天给您处理结果"_s
                                       << u"2026-11-27 20:00"_s;
}

void TestPromises::promisesWithATime()
{
    QFETCH(QString, text);
    QFETCH(QString, due);
    const auto found = read(text);
    QVERIFY2(!found.isEmpty(), "nothing was recognised");
    QCOMPARE(local(found.first().due), due);
    QVERIFY(text.simplified().contains(found.first().text));
}

void TestPromises::whatIsNoPromise_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("no time") << u"我们会尽快处理"_s;
    QTest::newRow("one moment") << u"稍等，我看看"_s;
    QTest::newRow("a question") << u"明天给您送可以吗？"_s;
    QTest::newRow("done already") << u"昨天已经给您发出了"_s;
    QTest::newRow("a condition") << u"如果明天还没到，我给您补发"_s;
    QTest::newRow("the usual") << u"一般1-3个工作日到账"_s;
    QTest::newRow("unsure") << u"可能明天到货"_s;
    QTest::newRow("denied") << u"今天没法发出"_s;
    QTest::newRow("the customer's part") << u"请您明天联系快递公司"_s;
    QTest::newRow("the customer may") << u"您可以明天再联系我们"_s;
    QTest::newRow("a rule of the shop") << u"支持7天无理由退货退款"_s;
    QTest::newRow("three days ago") << u"您3天前的退款我查一下"_s;
    QTest::newRow("a greeting") << u"明天见"_s;
    QTest::newRow("opening hours") << u"我们每天9点开门处理"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("only marks") << u"。。。，，，？？？"_s;
}

void TestPromises::whatIsNoPromise()
{
    QFETCH(QString, text);
    const auto found = read(text);
    QVERIFY2(found.isEmpty(), qPrintable(found.value(0).text));
}

void TestPromises::severalInOneText()
{
    const auto found = read(u"明天上午给您回电。退款三天内到账！鸡蛋今天下午补发，今天下午给您发单号。"_s);
    QCOMPARE(found.size(), 3);
    QCOMPARE(found[0].text, u"明天上午给您回电"_s);
    QCOMPARE(found[1].text, u"退款三天内到账"_s);
    // Clauses of one sentence with one time are one promise.
    QCOMPARE(found[2].text, u"鸡蛋今天下午补发，今天下午给您发单号"_s);
    const auto many = read(u"一小时内给您回复。两小时内给您回复。三小时内给您回复。四小时内给您回复。五小时内给您回复。"_s);
    QCOMPARE(many.size(), 4);
}

void TestPromises::workingDaysSkipHolidays()
{
    auto hours = desk();
    hours.calendar.holidays = {20261127, 20261130};
    const auto found = read(u"2个工作日内退款"_s, hours);
    QCOMPARE(local(found.value(0).due), u"2026-12-02 20:00"_s);
    // Who works round the clock has working days all the same.
    WorkingHours always;
    always.offset = offset;
    QCOMPARE(local(read(u"2个工作日内退款"_s, always).value(0).due), u"2026-11-30 23:59"_s);
}

/** Pieces of promises, numbers and marks in any order: never a due time that is over or more than a
 * year ahead, never words that are not in the text, and the same text is always read the same. */
void TestPromises::anyTextIsReadSafely()
{
    static const QStringList parts{
        u"明天"_s, u"下午"_s, u"三天内"_s, u"99999999个工作日"_s, u"25:99"_s, u"0点"_s, u"13月45号"_s,
        u"退款"_s, u"给您回复"_s, u"，"_s, u"。"_s, u" "_s, u"\n"_s, u"如果"_s, u"一点"_s, u"半"_s, u"个"_s,
        u"周"_s, u"下下周八"_s, u"\U0001F600"_s, u"\u202E"_s, u"3"_s, u".5"_s, u"小时"_s, u"月底"_s, u"到账"_s,
        u"9999999999999999"_s, u"上午或下午"_s, u"0000-00-00"_s};
    Dice dice(seed());
    for (int round = 0; round < rounds(400, 20'000); ++round) {
        QString text;
        for (int left = dice.below(24); left > 0; --left)
            text += parts[dice.below(int(parts.size()))];
        const auto found = read(text);
        QCOMPARE(read(text), found);
        QVERIFY(found.size() <= 4);
        for (const auto &one : found) {
            QVERIFY(one.due > m_now);
            QVERIFY(one.due.ms - m_now.ms <= 366LL * 24 * 3600 * 1000);
            QVERIFY(!one.text.isEmpty() && one.text.size() <= Promise::textLimit);
            QVERIFY2(text.simplified().contains(one.text), qPrintable(text));
        }
    }
    const auto huge = u"明天给您回复，"_s.repeated(20'000);
    QCOMPARE(read(huge).size(), 1);
}

void TestPromises::whatTheySayOfAnAnswer_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    const auto yes = u"solved"_s;
    const auto no = u"unsolved"_s;
    const auto nothing = u"nothing"_s;
    QTest::newRow("solved") << u"解决了"_s << yes;
    QTest::newRow("fine, thanks") << u"好了，谢谢！"_s << yes;
    QTest::newRow("fine thanks") << u"好了谢谢"_s << yes;
    QTest::newRow("works now") << u"现在可以了，谢谢小禾"_s << yes;
    QTest::newRow("came") << u"到账了"_s << yes;
    QTest::newRow("in a sentence") << u"刚才那个问题解决了哈"_s << yes;
    QTest::newRow("not solved") << u"没解决"_s << no;
    QTest::newRow("still not") << u"还是不行"_s << no;
    QTest::newRow("tried") << u"试了，还是打不开"_s << no;
    QTest::newRow("thanks but") << u"谢谢，但是还是没到"_s << no;
    QTest::newRow("why not") << u"怎么还是不行？"_s << no;
    QTest::newRow("beside the point") << u"答非所问"_s << no;
    QTest::newRow("was not, is") << u"昨天还是不行，今天好了"_s << yes;
    QTest::newRow("was, is not") << u"早上好了，现在又不行了"_s << no;
    QTest::newRow("thanks alone") << u"谢谢"_s << nothing;
    QTest::newRow("fine alone") << u"好的"_s << nothing;
    QTest::newRow("asks") << u"解决了吗？"_s << nothing;
    QTest::newRow("asks without a mark") << u"好了没"_s << nothing;
    QTest::newRow("tell me when") << u"解决了告诉我"_s << nothing;
    QTest::newRow("if") << u"要是解决了就不找你们了"_s << nothing;
    QTest::newRow("rather not") << u"还是不用了"_s << nothing;
    QTest::newRow("another question") << u"优惠券怎么领"_s << nothing;
    QTest::newRow("empty") << QString() << nothing;
}

void TestPromises::whatTheySayOfAnAnswer()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    const auto found = solvedIn(text, false, *m_lexicon);
    QCOMPARE(!found ? u"nothing"_s : *found ? u"solved"_s : u"unsolved"_s, says);
}

void TestPromises::whatTheySayWhenAsked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("yes") << u"嗯"_s << u"solved"_s;
    QTest::newRow("yes indeed") << u"是的，谢谢"_s << u"solved"_s;
    QTest::newRow("thanks") << u"谢谢"_s << u"solved"_s;
    QTest::newRow("no") << u"没有"_s << u"unsolved"_s;
    QTest::newRow("not yet") << u"还没呢"_s << u"unsolved"_s;
    QTest::newRow("no, thanks") << u"没，谢谢"_s << u"unsolved"_s;
    QTest::newRow("thanks, no") << u"谢谢，没有"_s << u"unsolved"_s;
    QTest::newRow("yes but") << u"嗯，但是还是不行"_s << u"unsolved"_s;
    QTest::newRow("no problem any more") << u"没有问题了"_s << u"solved"_s;
    QTest::newRow("what?") << u"什么？"_s << u"nothing"_s;
    QTest::newRow("something else") << u"明天几点开门"_s << u"nothing"_s;
}

void TestPromises::whatTheySayWhenAsked()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    const auto found = solvedIn(text, true, *m_lexicon);
    QCOMPARE(!found ? u"nothing"_s : *found ? u"solved"_s : u"unsolved"_s, says);
}

QTEST_APPLESS_MAIN(TestPromises)

#include "tst_promises.moc"
