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
            out.write(u"%1\t%2\t%3\t%4\t%5\t%6\t%7\t%8\t%9\t%10\n"_s
                          .arg(kind).arg(i).arg(hits[i].entry == right ? 1 : 0).arg(m.coverage)
                          .arg(m.reverse).arg(m.words).arg(m.pooled).arg(m.margin)
                          .arg(phrasing, hits[i].entry.value).toUtf8());
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
    QVERIFY(first * 100 >= total * 60);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestRetriever)
#include "tst_retriever.moc"
