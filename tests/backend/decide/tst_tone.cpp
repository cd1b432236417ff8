// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/tone.h"
#include "tests/backend/decide/rig.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;

namespace {

/** Numbers, links, variables and quoted names, in order: what may never change. */
QStringList factsOf(const QString &text)
{
    static const QRegularExpression fact(
        u"https?://\\S+|\\{\\{(?!称呼)[^}]*\\}\\}|“[^”]*”|《[^》]*》|[0-9]+(?:[.:–-][0-9]+)*"_s);
    QStringList facts;
    for (auto each = fact.globalMatch(text); each.hasNext();)
        facts.append(each.next().captured());
    return facts;
}

QList<AnswerTone> allTones()
{
    QList<AnswerTone> tones;
    for (const auto style : {ToneStyle::Plain, ToneStyle::Formal, ToneStyle::Friendly, ToneStyle::Brief}) {
        for (const bool salutation : {false, true}) {
            for (const bool emoji : {false, true})
                tones.append({style, salutation, emoji});
        }
    }
    return tones;
}

/** A template as people write them, by the throw of a die. */
QString randomTemplate(QRandomGenerator &random)
{
    static const QStringList parts{
        u"{{称呼}}您好，"_s, u"您好！"_s, u"亲，"_s, u"退款一般 1–3 个工作日到账。"_s, u"祝您生活愉快！"_s,
        u"感谢您的支持😊"_s, u"详见 https://qh.example/h/23?a=😊1 说明。"_s, u"订单 {{订单号}} 已发货✨"_s,
        u"在“亲亲😊果冻”页面点申请。"_s, u"《您好，2026》活动 9:30 开始，"_s, u"满 99.5 元包邮🎉🎉"_s,
        u"如有问题请回复 12。"_s, u"有任何问题随时联系我们。"_s, u"谢谢！"_s, u"1️⃣ 打开小程序\n"_s, u"[微笑]"_s,
        u"欢迎再来~"_s, u"欢迎加购“买2送1”。"_s, u"\n"_s, u"周一至周五 09:00-18:00 有人。"_s};
    QString text;
    for (int left = 1 + int(random.bounded(7)); left > 0; --left)
        text += parts.at(int(random.bounded(int(parts.size()))));
    return text;
}

} // namespace

/** How answers sound, and that what they say stays. */
class TestTone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void styles_data();
    void styles();
    void factsStay();
    void emojiAreLeftOut();
    void groupsHaveTheirTone();
    void namesThatMayNotBeSaidAreNot_data();
    void namesThatMayNotBeSaidAreNot();
    void theLabelOfTheGroupStaysThroughEdits();
};

void TestTone::styles_data()
{
    QTest::addColumn<ToneStyle>("style");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("toned");
    const auto row = [](const char *tag, ToneStyle style, const QString &name, const QString &text,
                        const QString &toned) { QTest::newRow(tag) << style << name << text << toned; };
    const auto fact = u"退款 1–3 天到账。"_s;
    row("plain", ToneStyle::Plain, {}, fact, fact);
    row("plain with a name", ToneStyle::Plain, u"海燕"_s, fact, u"海燕，"_s + fact);
    row("formal", ToneStyle::Formal, {}, fact, u"您好，"_s + fact + u"如还有疑问，请随时告知。"_s);
    row("formal with a name", ToneStyle::Formal, u"海燕"_s, fact,
        u"尊敬的海燕，您好。"_s + fact + u"如还有疑问，请随时告知。"_s);
    row("greeted already", ToneStyle::Formal, {}, u"您好，"_s + fact,
        u"您好，"_s + fact + u"如还有疑问，请随时告知。"_s);
    row("named already", ToneStyle::Plain, u"海燕"_s, u"海燕您好，"_s + fact, u"海燕您好，"_s + fact);
    row("friendly", ToneStyle::Friendly, {}, fact, fact + u"还有问题随时喊我哦😊"_s);
    row("closed already", ToneStyle::Friendly, {}, fact + u"有事随时找我。"_s,
        fact + u"有事随时找我。"_s);
    row("brief", ToneStyle::Brief, {}, u"您好，"_s + fact + u"感谢您的支持！祝您生活愉快～"_s, fact);
    row("brief keeps numbers", ToneStyle::Brief, {}, fact + u"如有问题请回复 12。"_s,
        fact + u"如有问题请回复 12。"_s);
    row("brief keeps something", ToneStyle::Brief, {}, u"您好！"_s, u"您好！"_s);
}

void TestTone::styles()
{
    QFETCH(ToneStyle, style);
    QFETCH(QString, name);
    QFETCH(QString, text);
    QFETCH(QString, toned);
    const AnswerTone tone{style, !name.isEmpty(), true};
    QCOMPARE(tonedAnswer(tone, tonedTemplate(tone, text), name), toned);
}

void TestTone::factsStay()
{
    bool given = false;
    auto seed = quint32(qEnvironmentVariableIntValue("QUNTAI_SEED", &given));
    if (!given)
        seed = QRandomGenerator::global()->generate() & 0x7FFFFFFF;
    qInfo("QUNTAI_SEED=%u", seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < 2000; ++round) {
        const auto text = randomTemplate(random);
        for (const auto &tone : allTones()) {
            const auto toned = tonedTemplate(tone, text);
            QCOMPARE(factsOf(toned), factsOf(text));
            QVERIFY(!toned.trimmed().isEmpty() || text.trimmed().isEmpty());
            const auto said = tonedAnswer(tone, toned, tone.salutation ? u"小白"_s : QString());
            QVERIFY(said.contains(toned));
            QCOMPARE(factsOf(said), factsOf(text));
            QCOMPARE(tonedTemplate(tone, toned), toned);
        }
    }
}

void TestTone::emojiAreLeftOut()
{
    const AnswerTone tone{ToneStyle::Plain, false, false};
    QCOMPARE(tonedTemplate(tone, u"到货啦🎉❤️，点“😊福袋”看[玫瑰]✅"_s), u"到货啦，点“😊福袋”看"_s);
    QCOMPARE(tonedTemplate(tone, u"★ 1 号店 ①②"_s), u"★ 1 号店 ①②"_s);
    QCOMPARE(tonedTemplate(tone, u"😊"_s), u"😊"_s);
    const AnswerTone friendly{ToneStyle::Friendly, false, false};
    QCOMPARE(tonedAnswer(friendly, u"好。"_s, {}), u"好。还有问题随时喊我哦～"_s);
}

void TestTone::groupsHaveTheirTone()
{
    Rig rig;
    const auto plain = rig.answersTo(rig.say(rig.leo, u"怎么开发票"_s)).value(0)->text;
    GroupPolicy rule;
    rule.groups = {rig.group};
    rule.tone = AnswerTone{ToneStyle::Formal, true, true};
    rule.aiLabel = u"【机器人】"_s;
    rig.setPolicy([&](Policy &policy) { policy.groups = {rule}; });
    const auto toned = rig.answersTo(rig.say(rig.wang, u"怎么开发票"_s)).value(0)->text;
    const auto answer = plain.mid(u"【AI】"_s.size());
    QVERIFY2(toned.startsWith(u"【机器人】"_s) && toned.contains(answer), qPrintable(toned));
    QVERIFY2(toned.contains(u"王阿姨，"_s), qPrintable(toned));
}

void TestTone::namesThatMayNotBeSaidAreNot_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a sensitive word") << u"加我私聊"_s;
    QTest::newRow("a number") << u"13800138000"_s;
    QTest::newRow("a link") << u"www.evil.example"_s;
    QTest::newRow("no letters") << u"☆☆☆"_s;
    QTest::newRow("a variable") << u"{{订单号}}"_s;
}

void TestTone::namesThatMayNotBeSaidAreNot()
{
    QFETCH(QString, name);
    Rig rig;
    rig.setPolicy([](Policy &policy) { policy.tone.salutation = true; });
    rig.record({rig.group, {}, MemberChanged{{{u"ch/odd"_s}, name, MemberRole::Customer, {}, {}},
                                             false, false}});
    const auto asked = rig.say({u"ch/odd"_s}, u"怎么开发票"_s);
    QCOMPARE(rig.verdictOf(asked).action, Action::Answer);
    const auto said = rig.answersTo(asked).value(0)->text;
    QVERIFY2(!said.contains(name), qPrintable(said));
}

void TestTone::theLabelOfTheGroupStaysThroughEdits()
{
    Rig rig(BotMode::Review);
    GroupPolicy rule;
    rule.groups = {rig.group};
    rule.aiLabel = u"〔智能回复〕"_s;
    rig.setPolicy([&](Policy &policy) { policy.groups = {rule}; });
    const auto asked = rig.say(rig.wang, u"退款多久能到账"_s);
    const auto draft = rig.drafts().value(0);
    QVERIFY(rig.run(rig.lin, EditDraft{draft.id, draft.topic, rig.basis(), u"三天内到账"_s}));
    QCOMPARE(rig.answersTo(asked).value(0)->text, u"〔智能回复〕三天内到账"_s);
    const auto more = rig.say(rig.leo, u"怎么开发票"_s);
    const auto second = rig.drafts().value(0);
    QVERIFY(rig.run(rig.lin, EditDraft{second.id, second.topic, rig.basis(),
                                       u"〔智能回复〕小程序里开"_s}));
    QCOMPARE(rig.answersTo(more).value(0)->text, u"〔智能回复〕小程序里开"_s);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestTone)
#include "tst_tone.moc"
