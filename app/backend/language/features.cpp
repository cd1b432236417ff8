// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/features.h"

#include "app/backend/language/normalise.h"
#include "app/backend/language/texthash.h"

#include <algorithm>

namespace quntai {

namespace {

constexpr int longestHan = 3;
constexpr int longestLatin = 4;
constexpr float synonymWorth = 2.0F;  // the set says more than any one of its characters
constexpr QChar gap = u'\1';

enum Kind : quint64 { Han = 1, Synonym, LatinWord, LatinPair, LatinRun };

/** Kind first, so that kinds do not meet. */
quint64 hashOf(QStringView text, Kind kind)
{
    return hashedOn(quint64((14695981039346656037ULL ^ kind) * 1099511628211ULL), text);
}

bool isLatin(QChar c)
{
    return c.isLetterOrNumber() && !isHan(c);
}

/** The Chinese runs of a text, a gap between them; single stop words are taken out of a run, long
 * ones end it. */
QString hanRuns(QStringView text, const Lexicon &lexicon)
{
    QString runs;
    for (qsizetype i = 0; i < text.size();) {
        const auto stop = lexicon.stopWords.longestAt(text, i);
        if (stop && isHan(text[i])) {
            if (stop->length > 1)
                runs += gap;
            i += stop->length;
            continue;
        }
        runs += isHan(text[i]) ? text[i] : gap;
        ++i;
    }
    return runs;
}

QStringList latinWords(QStringView text)
{
    QStringList words;
    for (qsizetype i = 0; i < text.size();) {
        auto end = i;
        while (end < text.size() && isLatin(text[end]))
            ++end;
        if (end > i)
            words.append(text.sliced(i, end - i).toString());
        i = std::max(end, i + 1);
    }
    return words;
}

class Collector
{
public:
    void add(QStringView text, Kind kind, float worth = 1.0F)
    {
        m_features.push_back({hashOf(text, kind), worth});
    }

    void addHan(const QString &runs)
    {
        for (qsizetype i = 0; i < runs.size(); ++i) {
            for (int n = 1; n <= longestHan && i + n <= runs.size() && runs[i + n - 1] != gap; ++n)
                add(QStringView(runs).sliced(i, n), Han);
        }
    }

    void addLatin(const QStringList &words)
    {
        for (qsizetype i = 0; i < words.size(); ++i) {
            add(words[i], LatinWord);
            if (i > 0)
                add(QString(words[i - 1] + u' ' + words[i]), LatinPair);
        }
        if (words.isEmpty())
            return;
        const QString line = u' ' + words.join(u' ') + u' ';
        for (int n = 1; n <= longestLatin; ++n) {
            for (qsizetype i = 0; i + n <= line.size(); ++i)
                add(QStringView(line).sliced(i, n), LatinRun);
        }
    }

    /** Each key once. */
    std::vector<Feature> take()
    {
        std::ranges::stable_sort(m_features, {}, &Feature::key);
        std::vector<Feature> merged;
        for (const auto &feature : m_features) {
            if (!merged.empty() && merged.back().key == feature.key)
                merged.back().count += feature.count;
            else
                merged.push_back(feature);
        }
        return merged;
    }

private:
    std::vector<Feature> m_features;
};

} // namespace

std::vector<Feature> featuresOf(QStringView normalised, const Lexicon &lexicon)
{
    return featuresOf(normalised, tokenise(normalised, lexicon), lexicon);
}

std::vector<Feature> featuresOf(QStringView normalised, const TermList &terms,
                                const Lexicon &lexicon)
{
    Collector collector;
    collector.addHan(hanRuns(normalised, lexicon));
    for (const auto &term : terms.terms) {
        if (term.kind == Term::Kind::Word && isHan(term.text[0]))
            collector.add(term.text, Synonym, synonymWorth);
    }
    collector.addLatin(latinWords(normalised));
    return collector.take();
}

} // namespace quntai
