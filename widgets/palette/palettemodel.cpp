// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/palette/palettemodel.h"

#include "widgets/common/paint/plaintext.h"

#include <algorithm>

namespace quntai {

namespace {

constexpr int recentWorth = 60;   // of the last one used; each before it 5 less
constexpr int disabledCost = 120;

} // namespace

void PaletteModel::setItems(QList<PaletteItem> items)
{
    m_items = std::move(items);
    m_texts.clear();
    m_texts.reserve(m_items.size());
    for (auto &item : m_items) {
        item.text = visibleText(item.text);
        item.detail = visibleText(item.detail);
        m_texts.append(fuzzyText(item.text + u' ' + item.detail + u' ' + item.keys));
    }
    find();
}

void PaletteModel::setRecent(const QStringList &ids)
{
    m_recent = ids;
    find();
}

void PaletteModel::setWords(const QString &words)
{
    m_words = words;
    find();
}

int PaletteModel::recency(const QString &id) const
{
    const auto at = m_recent.indexOf(id);
    return at < 0 ? 0 : std::max(5, recentWorth - 5 * int(at));
}

QList<PaletteModel::Row> PaletteModel::withoutWords() const
{
    QList<Row> rows;
    for (qsizetype at = 0; at < m_items.size(); ++at) {
        const auto &item = m_items.at(at);
        const int recent = recency(item.id);
        if (recent > 0 || item.always)
            rows.append({at, recent * 1000 + item.weight, {}});
    }
    return rows;
}

QList<PaletteModel::Row> PaletteModel::withWords() const
{
    const auto pattern = fuzzyPattern(m_words);
    QList<Row> rows;
    for (qsizetype at = 0; at < m_items.size(); ++at) {
        auto match = fuzzyMatch(pattern, m_texts.at(at));
        if (!match)
            continue;
        const auto &item = m_items.at(at);
        const int cost = item.whyNot.isEmpty() ? 0 : disabledCost;
        // What is hit only behind the text is a weaker hit.
        const int place = match->at.constFirst() < item.text.size() ? 0 : -80;
        rows.append({at, match->score + place + item.weight + recency(item.id) - cost,
                     std::move(match->at)});
    }
    return rows;
}

void PaletteModel::find()
{
    beginResetModel();
    m_rows = fuzzyPattern(m_words).isEmpty() ? withoutWords() : withWords();
    std::ranges::stable_sort(m_rows, std::greater(), &Row::score);
    if (m_rows.size() > mostRows)
        m_rows.resize(mostRows);
    endResetModel();
}

const PaletteItem *PaletteModel::at(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_items.at(m_rows.at(row).item) : nullptr;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    const auto *item = at(index.row());
    if (!item)
        return {};
    switch (role) {
    case Qt::DisplayRole: return item->text;
    case Qt::AccessibleTextRole:
        return QStringList{item->text, item->detail, item->kind, item->keys, item->whyNot}
            .join(u' ').simplified();
    case Qt::ToolTipRole: return item->whyNot;
    case Id: return item->id;
    case Item: return QVariant::fromValue(*item);
    case Hits: return QVariant::fromValue(m_rows.at(index.row()).hits);
    case IsRecent: return recency(item->id) > 0;
    default: return {};
    }
}

} // namespace quntai
