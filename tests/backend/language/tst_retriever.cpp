// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/retriever.h"
#include "tests/backend/language/sampleknowledge.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const Lexicon> builtInLexicon()
{
    auto lexicon = Lexicon::builtIn();
    if (!lexicon)
        qFatal("%s", qPrintable(lexicon.error().message));
    return std::make_shared<const Lexicon>(std::move(*lexicon));
}

QStringList phrasingsOf(const Entry &entry)
{
    return QStringList(entry.question) + entry.similar;
}

Entry without(const Entry &entry, const QString &phrasing)
{
    auto rest = phrasingsOf(entry);
    rest.removeOne(phrasing);
    auto copy = entry;
    copy.question = rest.takeFirst();
    copy.similar = rest;
    return copy;
}

} // namespace

class TestRetriever : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void dumpMeasures();
    void leaveOneOut();
    void grownEqualsRebuilt();
    void correctionActsAtOnce();
    void remembersWhatShortTextsFound();
    void twoThousandEntries();

private:
    std::shared_ptr<const Lexicon> m_lexicon;
    QList<Entry> m_entries;
};

void TestRetriever::initTestCase()
{
    m_lexicon = builtInLexicon();
    m_entries = test::sampleKnowledge();
    QVERIFY(m_entries.size() >= 40);
}

/** Writes the measures of each held-out phrasing to $QUNTAI_MEASURES, for fitting. */
void TestRetriever::dumpMeasures()
{
    const auto path = qEnvironmentVariable("QUNTAI_MEASURES");
    if (path.isEmpty())
        QSKIP("QUNTAI_MEASURES names no file");
    QFile out(path);
    QVERIFY(out.open(QIODevice::WriteOnly));
    Retriever retriever(m_lexicon);
    for (const auto &entry : std::as_const(m_entries))
        retriever.put(entry);
    const auto dump = [&](const QString &kind, const QString &phrasing, const EntryId &right) {
        const auto hits = retriever.rawHits(phrasing, 3);
        for (qsizetype i = 0; i < hits.size(); ++i) {
            const auto &m = hits[i].measures;
            out.write(u"%1\t%2\t%3\t%4\t%5\t%6\t%7\t%8\t%9\t%10\t%11\t%12\n"_s
                          .arg(kind).arg(i).arg(hits[i].entry == right ? 1 : 0).arg(m.coverage)
                          .arg(m.reverse).arg(m.words).arg(m.pooled).arg(m.evidence).arg(m.margin)
                          .arg(m.meant).arg(phrasing, hits[i].entry.value).toUtf8());
        }
    };
    for (const auto &entry : std::as_const(m_entries)) {
        for (const auto &phrasing : phrasingsOf(entry)) {
            retriever.put(without(entry, phrasing));
            dump(u"in"_s, phrasing, entry.id);
            retriever.remove(entry.id);
            dump(u"out"_s, phrasing, entry.id);
        }
        retriever.put(entry);
    }
    for (const auto &talk : test::chatter())
        dump(u"talk"_s, talk, {});
}

void TestRetriever::leaveOneOut()
{
    Retriever retriever(m_lexicon);
    for (const auto &entry : std::as_const(m_entries))
        retriever.put(entry);
    int total = 0;
    int first = 0;
    int three = 0;
    for (const auto &entry : std::as_const(m_entries)) {
        for (const auto &phrasing : phrasingsOf(entry)) {
            retriever.put(without(entry, phrasing));
            const auto found = retriever.find(phrasing).candidates;
            ++total;
            first += !found.isEmpty() && found[0].entry == entry.id;
            three += std::ranges::any_of(found.first(std::min<qsizetype>(3, found.size())),
                                         [&](const auto &c) { return c.entry == entry.id; });
        }
        retriever.put(entry);
    }
    qInfo("leave one out: %d phrasings, first %.1f %%, among three %.1f %%", total,
          100.0 * first / total, 100.0 * three / total);
    QVERIFY(first * 100 >= total * 75);
    QVERIFY(three * 100 >= total * 90);
}

/** Added, replaced and removed in another order, the index finds the same to the last permille. */
void TestRetriever::grownEqualsRebuilt()
{
    Retriever grown(m_lexicon);
    Retriever rebuilt(m_lexicon);
    for (auto at = m_entries.crbegin(); at != m_entries.crend(); ++at)
        grown.put(*at);
    for (const auto &entry : std::as_const(m_entries)) {
        auto other = entry;
        other.question = u"别的问题"_s;
        grown.put(other);
    }
    for (const auto &entry : std::as_const(m_entries))
        grown.remove(entry.id);
    QCOMPARE(grown.entryCount(), 0);
    QCOMPARE(grown.find(u"退款多久能到账"_s).outOfScope, 1000);
    for (const auto &entry : std::as_const(m_entries)) {
        grown.put(entry);
        rebuilt.put(entry);
    }
    for (const auto &entry : std::as_const(m_entries)) {
        for (const auto &phrasing : phrasingsOf(entry)) {
            const auto asked = phrasing + u"，急"_s;
            QVERIFY(grown.find(asked) == rebuilt.find(asked));
        }
    }
}

void TestRetriever::correctionActsAtOnce()
{
    Retriever retriever(m_lexicon);
    for (const auto &entry : std::as_const(m_entries))
        retriever.put(entry);
    const auto asked = u"花呗那笔这会儿在哪儿"_s;
    QVERIFY(retriever.find(asked).confidence < 900);
    auto corrected = m_entries[4];
    corrected.similar.prepend(asked);
    ++corrected.version;
    retriever.put(corrected);
    const auto found = retriever.find(u"请问花呗那笔，这会儿在哪儿？"_s);
    QCOMPARE(found.candidates[0].entry, corrected.id);
    QCOMPARE(found.candidates[0].version, corrected.version);
    QVERIFY(found.confidence >= 900);
    corrected.state = EntryState::Retired;
    retriever.put(corrected);
    QVERIFY(retriever.find(asked).candidates[0].entry != corrected.id);
}

/** What a short text found is remembered, and says the same as finding it anew: at other times, in
 * other words for the same, and with another limit. */
void TestRetriever::remembersWhatShortTextsFound()
{
    Retriever asked(m_lexicon);
    for (auto entry : std::as_const(m_entries)) {
        entry.changedAt = Instant{1'000'000};
        asked.put(entry);
    }
    const Instant times[] = {{1'000'010}, {9'000'000}, {1'000'020}, {}};
    for (const auto &text : {u"退款多久能到账"_s, u"退款多久能到账？"_s, u"好的谢谢"_s, QString()}) {
        for (const auto now : times) {
            const auto fresh = Retriever(asked).find(text, now);
            QVERIFY(asked.find(text, now) == fresh);
            QVERIFY(asked.find(text, now) == fresh);
            QVERIFY(asked.find(text, now, 1).candidates.size() <= 1);
        }
    }
    // More texts than are kept.
    for (int at = 0; at < 3'000; ++at)
        std::ignore = asked.find(u"第%1个"_s.arg(at));
    QCOMPARE(asked.find(u"退款多久能到账"_s).candidates.first().entry.value, u"k-001"_s);
}

/** No limit on time here, only its print: a machine may be busy. */
void TestRetriever::twoThousandEntries()
{
    Retriever retriever(m_lexicon);
    for (int copy = 0; copy * m_entries.size() < 2000; ++copy) {
        for (auto entry : std::as_const(m_entries)) {
            entry.id.value += u'-' + QString::number(copy);
            entry.question += QChar(0x4e00 + copy * 7);
            retriever.put(entry);
        }
    }
    QElapsedTimer timer;
    timer.start();
    retriever.prepare();
    qInfo("%d entries: %.2f s to learn", retriever.entryCount(), double(timer.elapsed()) / 1e3);
    timer.restart();
    int found = 0;
    for (const auto &entry : std::as_const(m_entries))
        found += !retriever.find(entry.similar.value(0) + u"呀"_s).candidates.isEmpty();
    qInfo("%d entries: %.3f ms a question", retriever.entryCount(),
          double(timer.nsecsElapsed()) / 1e6 / double(m_entries.size()));
    QCOMPARE(found, m_entries.size());
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestRetriever)
#include "tst_retriever.moc"
