// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/wordpattern.h"

#include <QList>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longest = 128;
constexpr int mostRepetitions = 3;
constexpr int mostOptions = 8;
constexpr int mostTimes = 64;

/** Reads the shape of a pattern that is known to compile. */
class Shape
{
public:
    explicit Shape(QStringView pattern) : m_pattern(pattern) {}

    QString problem()
    {
        m_open.append(Part{});
        while (m_at < m_pattern.size() && m_problem.isEmpty())
            step();
        if (m_problem.isEmpty() && m_repetitions > mostRepetitions)
            m_problem = u"more than %1 repetitions of open length"_s.arg(mostRepetitions);
        if (m_problem.isEmpty() && m_options > mostOptions)
            m_problem = u"more than %1 parts that may be left out"_s.arg(mostOptions);
        return m_problem;
    }

private:
    /** A group, or the character or class last read. */
    struct Part
    {
        bool varies = false;  //!< holds a repetition or a choice
    };

    void step()
    {
        switch (m_pattern[m_at].unicode()) {
        case u'\\': escape(); break;
        case u'[': skipClass(); break;
        case u'(': open(); break;
        case u')': close(); break;
        case u'|': m_open.last().varies = true; m_at += 1; break;
        case u'*':
        case u'+': repeat(-1, 1); break;
        case u'?': optional(); break;
        case u'{': braces(); break;
        default: single(1);
        }
    }

    void single(qsizetype length)
    {
        m_last = {};
        m_at += length;
    }

    void escape()
    {
        const auto next = m_pattern.sliced(m_at + 1).left(1);
        static const auto plain = u"dDwWsSbBhHvVntr"_s;
        const bool letter = !next.isEmpty() && next[0].isLetterOrNumber();
        if (letter && !plain.contains(next[0]))
            m_problem = u"\\%1 is not among what may be used"_s.arg(next);
        single(2);
    }

    void skipClass()
    {
        // "[]a]" and "[^]a]" hold a bracket first.
        auto end = m_at + 1;
        if (end < m_pattern.size() && m_pattern[end] == u'^')
            ++end;
        if (end < m_pattern.size() && m_pattern[end] == u'\\')
            ++end;
        for (++end; end < m_pattern.size() && m_pattern[end] != u']'; ++end) {
            if (m_pattern[end] == u'\\')
                ++end;
        }
        single(end + 1 - m_at);
    }

    void open()
    {
        const auto rest = m_pattern.sliced(m_at + 1);
        const bool plain = rest.startsWith(u"?:");
        if (rest.startsWith(u'*') || (rest.startsWith(u'?') && !plain))
            m_problem = u"of groups only (…) and (?:…) may be used"_s;
        m_open.append(Part{});
        m_at += plain ? 3 : 1;
    }

    void close()
    {
        m_last = m_open.takeLast();
        if (m_last.varies && !m_open.isEmpty())
            m_open.last().varies = true;
        m_at += 1;
    }

    void repeat(int most, qsizetype length)
    {
        if (m_last.varies)
            m_problem = u"a repetition of what repeats or has a choice itself"_s;
        if (most > mostTimes)
            m_problem = u"more than %1 times"_s.arg(mostTimes);
        vary(length);
        ++m_repetitions;
    }

    /** Once or not at all: no more ways than a choice of two. */
    void optional()
    {
        vary(1);
        ++m_options;
    }

    void vary(qsizetype length)
    {
        m_at += length;
        if (m_at < m_pattern.size() && (m_pattern[m_at] == u'?' || m_pattern[m_at] == u'+'))
            ++m_at; // lazy or possessive
        m_last.varies = true;
        m_open.last().varies = true;
    }

    void braces()
    {
        static const QRegularExpression form(u"\\A\\{([0-9]{1,5})(,)?([0-9]{1,5})?\\}"_s);
        const auto found = form.matchView(m_pattern.sliced(m_at));
        // Newer versions of PCRE take it for a repetition, older ones for what it says.
        if (m_pattern.sliced(m_at).startsWith(u"{,"))
            m_problem = u"{,n} must be written {0,n}"_s;
        if (!found.hasMatch())
            return single(1);
        const bool isOpen = found.hasCaptured(2) && !found.hasCaptured(3);
        const auto most = isOpen ? -1 : found.captured(found.hasCaptured(3) ? 3 : 1).toInt();
        const auto before = m_repetitions;
        repeat(most, found.capturedLength());
        // "{6}" leaves no way to choose.
        if (!found.hasCaptured(2))
            m_repetitions = before;
    }

    QStringView m_pattern;
    qsizetype m_at = 0;
    QList<Part> m_open;
    Part m_last;
    int m_repetitions = 0;
    int m_options = 0;
    QString m_problem;
};

} // namespace

QString wordPatternProblem(const QString &pattern)
{
    if (pattern.isEmpty() || pattern.size() > longest)
        return u"a pattern has 1 to %1 characters"_s.arg(longest);
    const QRegularExpression plain(pattern);
    if (!plain.isValid())
        return u"%1 at character %2"_s.arg(plain.errorString()).arg(plain.patternErrorOffset() + 1);
    if (const auto problem = Shape(pattern).problem(); !problem.isEmpty())
        return problem;
    return wordPattern(pattern).match(QString()).hasMatch() ? u"it matches nothing at all"_s
                                                            : QString();
}

QRegularExpression wordPattern(const QString &pattern)
{
    // Without the just-in-time compiler, whose steps are counted otherwise where it exists.
    return QRegularExpression(u"(*NO_JIT)(*LIMIT_MATCH=200000)"_s + pattern,
                              QRegularExpression::CaseInsensitiveOption
                                  | QRegularExpression::UseUnicodePropertiesOption);
}

} // namespace quntai
