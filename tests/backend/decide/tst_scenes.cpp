// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/enums.h"
#include "tests/backend/decide/sampleplay.h"
#include "tests/backend/decide/scenereader.h"

#include <QDir>
#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using test::Expected;
using test::SamplePlay;
using test::Scene;

/** Conversations of several people, written for this: what the bot makes of each line is what a
 * service manager would expect. Lines the bot does not manage yet say so (gap), and fail once it
 * does. QUNTAI_TRANSCRIPT=1 prints how a scene went. */
class TestScenes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void plays_data();
    void plays();
    void cleanupTestCase();

private:
    QStringList complaints(const SamplePlay &play, const Scene &scene, int line);
    QString topicComplaint(const SamplePlay &play, const Scene &scene, int line) const;
    static QString verdictComplaint(const Verdict &verdict, const Expected &expected);

    SampleCompany m_company;
    QList<Scene> m_scenes;
    int m_expected = 0;
    int m_gaps = 0;
};

void TestScenes::initTestCase()
{
    const auto source = qEnvironmentVariable("QUNTAI_SOURCE_DIR");
    const auto company = readSampleCompany(source + u"/resources/sample"_s, {1'700'000'000'000});
    QVERIFY2(company, company ? "" : qPrintable(company.error().message));
    m_company = *company;
    const QDir folder(source + u"/tests/backend/decide/scenes"_s);
    for (const auto &file : folder.entryInfoList({u"*.yaml"_s}, QDir::Files, QDir::Name)) {
        const auto scene = test::readScene(file.filePath());
        QVERIFY2(scene, scene ? "" : qPrintable(scene.error().message));
        m_scenes.append(*scene);
    }
    QVERIFY(m_scenes.size() >= 55);
}

void TestScenes::plays_data()
{
    QTest::addColumn<int>("scene");
    for (qsizetype i = 0; i < m_scenes.size(); ++i)
        QTest::newRow(qPrintable(m_scenes[i].script.id)) << int(i);
}

QString TestScenes::verdictComplaint(const Verdict &verdict, const Expected &expected)
{
    const auto to = QString::fromLatin1(wordOf(verdict.addressee));
    if (!expected.to.isEmpty() && !expected.to.contains(to))
        return u"is for %1, not for %2"_s.arg(expected.to.join(u'|'), to);
    const auto does = QString::fromLatin1(wordOf(verdict.action));
    if (!expected.does.isEmpty() && !expected.does.contains(does))
        return u"asks for %1, not for %2"_s.arg(expected.does.join(u'|'), does);
    const auto entry = verdict.candidates.isEmpty() ? QString()
                                                    : verdict.candidates.first().entry.value;
    if (!expected.entry.isEmpty() && expected.entry != entry)
        return u"means %1, not %2"_s.arg(expected.entry, entry);
    if (expected.emotion && (verdict.emotion < expected.emotion->first
                             || verdict.emotion > expected.emotion->second))
        return u"feels %1 to %2, not %3"_s.arg(expected.emotion->first)
            .arg(expected.emotion->second).arg(verdict.emotion);
    const bool hasReason = std::ranges::any_of(verdict.reasons, [&](const ReasonPart &part) {
        return QString::fromLatin1(wordOf(part.reason)) == expected.reason;
    });
    if (!expected.reason.isEmpty() && !hasReason)
        return u"fetches a person for %1"_s.arg(expected.reason);
    return {};
}

QString TestScenes::topicComplaint(const SamplePlay &play, const Scene &scene, int line) const
{
    const auto &letter = scene.expected[line].topic;
    if (letter.isEmpty())
        return {};
    const auto topic = play.topic(line);
    if (topic.isEmpty() != (letter == u"-"_s))
        return topic.isEmpty() ? u"belongs to a topic"_s : u"belongs to no topic"_s;
    for (int other = 0; other < line; ++other) {
        const auto &otherLetter = scene.expected[other].topic;
        if (otherLetter.isEmpty() || otherLetter == u"-"_s || play.topic(other).isEmpty())
            continue;
        if ((otherLetter == letter) != (play.topic(other) == topic))
            return u"%1 the topic of line %2"_s.arg(
                otherLetter == letter ? u"belongs to"_s : u"does not belong to"_s).arg(other);
    }
    return {};
}

QStringList TestScenes::complaints(const SamplePlay &play, const Scene &scene, int line)
{
    QStringList all;
    const auto &expected = scene.expected[line];
    const bool ofVerdict = !expected.to.isEmpty() || !expected.does.isEmpty()
        || !expected.entry.isEmpty() || !expected.reason.isEmpty() || expected.emotion;
    if (ofVerdict && !play.isDecided(line))
        all.append(u"is decided upon"_s);
    else if (ofVerdict)
        all.append(verdictComplaint(play.verdict(line), expected));
    all.append(topicComplaint(play, scene, line));
    all.removeAll(QString());
    return all;
}

void TestScenes::plays()
{
    QFETCH(int, scene);
    const auto &played = m_scenes[scene];
    SamplePlay play(m_company, played.script);
    play.run();
    if (qEnvironmentVariableIsSet("QUNTAI_TRANSCRIPT")) {
        for (const auto &line : play.transcript())
            qInfo("%s", qPrintable(line));
    }
    QStringList wrong;
    for (int line = 0; line < int(played.expected.size()); ++line) {
        const auto found = complaints(play, played, line);
        const bool isGap = !played.expected[line].gap.isEmpty();
        ++m_expected;
        m_gaps += isGap ? 1 : 0;
        if (isGap && found.isEmpty())
            wrong.append(u"line %1 is managed now: take its gap away"_s.arg(line));
        else if (!isGap && !found.isEmpty())
            wrong.append(u"line %1 「%2」 %3"_s.arg(line).arg(played.script.lines[line].text,
                                                         found.join(u"; ")));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

void TestScenes::cleanupTestCase()
{
    qInfo("%lld scenes, %d lines, %d of them not managed yet", qint64(m_scenes.size()), m_expected,
          m_gaps);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestScenes)
#include "tst_scenes.moc"
