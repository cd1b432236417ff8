// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/lexicon.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60 * 1000;

const Lexicon &lexicon()
{
    static const Lexicon words = [] {
        auto read = Lexicon::builtIn();
        if (!read)
            qFatal("%s", qPrintable(read.error().message));
        return std::move(*read);
    }();
    return words;
}

/** A group's talk, line by line. */
class Room
{
public:
    void say(int speaker, const QString &text, const std::vector<int> &to = {})
    {
        m_said.push_back(line(speaker, text, to));
    }

    Utterance line(int speaker, const QString &text, const std::vector<int> &to = {}) const
    {
        auto read = utteranceOf(text, lexicon());
        read.speaker = speaker;
        read.at = qint64(m_said.size()) * minute / 4;
        for (const int person : to)
            read.address(person, true);
        return read;
    }

    LinkQuestion question(const Utterance &now) const
    {
        std::vector<const Utterance *> before;
        for (const auto &one : m_said)
            before.push_back(&one);
        return linkQuestionOf(before, now);
    }

    /** The place in the talk that a line continues most probably; -1: none. */
    int continued(const Utterance &now) const
    {
        const auto asked = question(now);
        return asked.candidates[size_t(lexicon().linking.score(asked).best())].at;
    }

private:
    std::vector<Utterance> m_said;
};

} // namespace

class TestLinkModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesWithWeights();
    void weightsSurviveText();
    void refusesOtherWeights();
    void featuresStayInRange();
    void probabilitiesAddUp();
    void emptyRoom();
    void answersWhoIsNamed();
    void goesOnWithOneself();
    void looksPastSystemLines();
    void findsNames_data();
    void findsNames();
    void cuesOfBothLanguages();
};

void TestLinkModel::comesWithWeights()
{
    QVERIFY(!lexicon().linking.isEmpty());
    QVERIFY(lexicon().linking.words().common.contains(u"the"_s));
    QVERIFY(lexicon().linking.words().agrees.contains(u"yes"_s));
}

void TestLinkModel::weightsSurviveText()
{
    for (const auto &network : lexicon().linking.networks()) {
        const auto again = linkNetworkFrom(textOf(network));
        QVERIFY(again);
        QVERIFY(*again == network);
    }
}

void TestLinkModel::refusesOtherWeights()
{
    const auto text = textOf(lexicon().linking.networks().front());
    QVERIFY(!linkNetworkFrom({}));
    QVERIFY(!linkNetworkFrom("%%%"));
    QVERIFY(!linkNetworkFrom(text.chopped(4)));
    QVERIFY(!linkNetworkFrom(text + text));
}

void TestLinkModel::featuresStayInRange()
{
    QRandomGenerator dice(3);
    Room room;
    for (int i = 0; i < 160; ++i) {
        const auto text = u"word%1 the 快递%2 ?"_s.arg(dice.bounded(9)).arg(dice.bounded(5));
        const int speaker = int(dice.bounded(6));
        const std::vector<int> to = dice.bounded(3) == 0 ? std::vector<int>{int(dice.bounded(7))}
                                                         : std::vector<int>{};
        const auto question = room.question(room.line(speaker, text, to));
        QCOMPARE(question.candidates.size(), size_t(std::min(i, linkWindow) + 1));
        for (const auto &candidate : question.candidates) {
            for (const auto feature : candidate.features)
                QVERIFY(int(feature) < linkFeatureCount);
        }
        for (const auto feature : question.shared)
            QVERIFY(int(feature) < linkFeatureCount);
        room.say(speaker, text, to);
    }
}

void TestLinkModel::probabilitiesAddUp()
{
    Room room;
    room.say(1, u"how do I mount a disk?"_s);
    room.say(2, u"which disk?"_s, {1});
    const auto scores = lexicon().linking.score(room.question(room.line(1, u"the usb one"_s)));
    const double sum
        = std::accumulate(scores.probability.begin(), scores.probability.end(), 0.0);
    QVERIFY(std::abs(sum - 1) < 1e-9);
    const auto again = lexicon().linking.score(room.question(room.line(1, u"the usb one"_s)));
    QVERIFY(scores.logits == again.logits);
    QVERIFY(scores.probability == again.probability);
}

void TestLinkModel::emptyRoom()
{
    const Room room;
    QCOMPARE(room.continued(room.line(1, u"hello"_s)), -1);
    QVERIFY(LinkModel().score({}).logits.empty());
}

void TestLinkModel::answersWhoIsNamed()
{
    Room room;
    room.say(1, u"how do I mount a usb disk?"_s);
    room.say(2, u"anyone knows a good music player?"_s);
    room.say(3, u"my screen is black after login"_s);
    QCOMPARE(room.continued(room.line(4, u"try another player"_s, {2})), 1);
    QCOMPARE(room.continued(room.line(4, u"which card do you have?"_s, {3})), 2);
    QCOMPARE(room.continued(room.line(4, u"look in /media"_s, {1})), 0);
}

void TestLinkModel::goesOnWithOneself()
{
    Room room;
    room.say(1, u"优惠券用不了"_s);
    room.say(2, u"请问发票怎么开"_s);
    room.say(1, u"提示优惠券已过期"_s);
    QCOMPARE(room.continued(room.line(1, u"可是优惠券昨天才领的"_s)), 2);
}

void TestLinkModel::looksPastSystemLines()
{
    const Room room;
    auto joined = room.line(2, {});
    joined.cues = CueSystem;
    const std::vector<Utterance> said{room.line(1, u"how do I mount it?"_s), joined};
    const std::vector<const Utterance *> before{&said[0], &said[1]};
    const auto question = linkQuestionOf(before, room.line(3, u"with mount"_s, {1}));
    QCOMPARE(question.candidates.size(), size_t(2));
    QCOMPARE(question.candidates[1].at, 0);
}

void TestLinkModel::findsNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("found");
    QTest::addColumn<bool>("leads");
    QTest::newRow("colon") << u"Matt|: try that"_s << QList<int>{1} << true;
    QTest::newRow("comma, other case") << u"matt|, try"_s << QList<int>{1} << true;
    QTest::newRow("within") << u"ask nafallo about it"_s << QList<int>{2} << false;
    QTest::newRow("at") << u"well @nafallo?"_s << QList<int>{2} << false;
    QTest::newRow("both") << u"Nafallo: tell Matt| so"_s << (QList<int>{2, 1}) << true;
    QTest::newRow("a common word") << u"what about the one"_s << QList<int>{} << false;
    QTest::newRow("a common word, called") << u"the: hello"_s << QList<int>{3} << true;
    QTest::newRow("stranger") << u"somebody9: hello"_s << QList<int>{} << false;
    QTest::newRow("part of a word") << u"nafallos"_s << QList<int>{} << false;
    QTest::newRow("only edges") << u"@@@ :::: ,,,"_s << QList<int>{} << false;
    QTest::newRow("empty") << QString() << QList<int>{} << false;
}

void TestLinkModel::findsNames()
{
    QFETCH(QString, text);
    QFETCH(QList<int>, found);
    QFETCH(bool, leads);
    NameBook book;
    book.add(u"Matt|"_s, 1);
    book.add(u"Nafallo"_s, 2);
    book.add(u"the"_s, 3);
    book.add(u"x"_s, 4);
    book.add({}, 5);
    auto read = utteranceOf(text, lexicon());
    book.readNames(text, lexicon(), read);
    QCOMPARE(QList<int>(read.addressed.begin(), read.addressed.end()), found);
    QCOMPARE(read.leads, leads);
}

void TestLinkModel::cuesOfBothLanguages()
{
    const auto has = [](const QString &text, Cue cue) {
        return utteranceOf(text, lexicon()).has(cue);
    };
    QVERIFY(has(u"how does that work?"_s, CueQuestion));
    QVERIFY(has(u"怎么退货"_s, CueAsks));
    QVERIFY(has(u"thanks a lot"_s, CueThanks));
    QVERIFY(has(u"好的谢谢"_s, CueAgrees));
    QVERIFY(has(u"那要多久"_s, CueContinues));
    QVERIFY(has(u"see https://example.org"_s, CueLink));
    QVERIFY(has(u"!info"_s, CueCommand));
    QVERIFY(!has(u"我要退货"_s, CueLink));
    QCOMPARE(utteranceOf(u"退货 now please"_s, lexicon()).words, 4);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestLinkModel)
#include "tst_linkmodel.moc"
