// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transfer/csv.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

bool startsFormula(QStringView cell)
{
    static constexpr QStringView starters = u"=+-@\t\r\n＝＋－＠";
    return !cell.isEmpty() && starters.contains(cell.front());
}

class Reader
{
public:
    explicit Reader(QStringView text) : m_text(text), m_separator(separatorOf(text)) {}

    QList<CsvRow> read()
    {
        while (m_at < m_text.size())
            readRow();
        return std::move(m_rows);
    }

private:
    static QChar separatorOf(QStringView text)
    {
        for (const QChar c : text) {
            if (c == u',' || c == u';' || c == u'\t')
                return c;
            if (c == u'\n' || c == u'\r')
                break;
        }
        return u',';
    }

    void readRow()
    {
        CsvRow row;
        row.line = m_line;
        const auto start = m_at;
        bool more = true;
        while (more) {
            QString cell;
            row.open = !readCell(cell);
            row.cells.append(std::move(cell));
            more = m_at < m_text.size() && m_text.at(m_at) == m_separator;
            m_at += more ? 1 : 0;
            if (m_at - start > csvRowLimit) {
                row.tooLong = true;
                row.cells.clear();
            }
        }
        endLine();
        if (row.open || row.tooLong || row.cells != QStringList{QString()})
            m_rows.append(std::move(row));
    }

    /** False when a quoted cell never ends. */
    bool readCell(QString &cell)
    {
        if (m_at < m_text.size() && m_text.at(m_at) == u'"')
            return readQuoted(cell) && (readBare(cell), true);
        readBare(cell);
        return true;
    }

    void readBare(QString &cell)
    {
        const auto from = m_at;
        while (m_at < m_text.size() && m_text.at(m_at) != m_separator && m_text.at(m_at) != u'\n'
               && m_text.at(m_at) != u'\r')
            ++m_at;
        cell += m_text.sliced(from, m_at - from);
    }

    bool readQuoted(QString &cell)
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const auto c = m_text.at(m_at);
            const bool twice = c == u'"' && m_at + 1 < m_text.size() && m_text.at(m_at + 1) == u'"';
            if (c == u'"' && !twice) {
                ++m_at;
                return true;
            }
            m_at += twice ? 1 : 0;
            m_line += c == u'\n' ? 1 : 0;
            cell += c;
        }
        return false;
    }

    void endLine()
    {
        if (m_at >= m_text.size())
            return;
        const bool pair = m_text.at(m_at) == u'\r' && m_at + 1 < m_text.size()
            && m_text.at(m_at + 1) == u'\n';
        m_at += pair ? 2 : 1;
        ++m_line;
    }

    QStringView m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    int m_line = 1;
    QList<CsvRow> m_rows;
};

} // namespace

QList<CsvRow> readCsv(QStringView text)
{
    return Reader(text).read();
}

QString csvLine(const QStringList &cells)
{
    QStringList quoted;
    for (auto cell : cells) {
        const bool must = std::ranges::any_of(cell, [](QChar c) {
            return c == u',' || c == u';' || c == u'"' || c == u'\t' || c == u'\n' || c == u'\r';
        });
        quoted.append(must ? u'"' + cell.replace(u'"', u"\"\""_s) + u'"' : cell);
    }
    return quoted.join(u',') + u"\r\n"_s;
}

QString safeCell(const QString &cell)
{
    return startsFormula(cell) || cell.startsWith(u'\'') ? u'\'' + cell : cell;
}

QString plainCell(const QString &cell)
{
    const auto rest = QStringView(cell).sliced(cell.startsWith(u'\'') ? 1 : 0);
    const bool marked = rest.size() < cell.size() && (startsFormula(rest) || rest.startsWith(u'\''));
    return marked ? rest.toString() : cell;
}

} // namespace quntai
