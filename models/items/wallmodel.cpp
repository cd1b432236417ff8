// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/wallmodel.h"

#include <algorithm>
#include <limits>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 never = std::numeric_limits<qint64>::max();

/** How many of these distinct numbers must move so that all stand in order. */
int outOfOrder(const QList<int> &numbers)
{
    std::vector<int> tails;   // of the longest increasing runs, by length
    for (const int number : numbers) {
        const auto at = std::ranges::lower_bound(tails, number);
        if (at == tails.end())
            tails.push_back(number);
        else
            *at = number;
    }
    return static_cast<int>(numbers.size()) - static_cast<int>(tails.size());
}

} // namespace

WallModel::WallModel(Session *session, QObject *parent)
    : QAbstractListModel(parent), m_session(session)
{
    m_tiles.rebuild(session->state());
    arrange(wanted());
    connect(session, &Session::reset, this,
            [this] { take(m_tiles.rebuild(m_session->state())); });
    connect(session, &Session::changed, this, [this](const Changes &changes) {
        take(m_tiles.take(m_session->state(), changes));
    });
}

int WallModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

const WallTile *WallModel::tileAt(int row) const
{
    return row < 0 || row >= m_rows.size() || isHeader(row) ? nullptr
                                                            : m_tiles.find(m_rows.at(row).group);
}

QVariant WallModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = m_rows.at(index.row());
    const auto *tile = tileAt(index.row());
    switch (role) {
    case Qt::DisplayRole: return tile ? tile->info.name : row.section;
    case IsHeader: return row.group.isEmpty();
    case Id: return QVariant::fromValue(row.group);
    case Tile: return tile ? QVariant::fromValue(*tile) : QVariant();
    case Section: return row.section;
    case Count: return row.count;
    default: return {};
    }
}

QHash<int, QByteArray> WallModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {IsHeader, "isHeader"}, {Id, "id"}, {Tile, "tile"},
            {Section, "section"}, {Count, "count"}};
}

void WallModel::setSort(Sort sort)
{
    m_sort = sort;
    applyPending();
}

void WallModel::setFilter(Filter filter)
{
    m_filter = filter;
    applyPending();
}

void WallModel::setGrouping(Grouping grouping)
{
    m_grouping = grouping;
    applyPending();
}

void WallModel::setWords(const QString &words)
{
    m_words = words.trimmed();
    applyPending();
}

bool WallModel::passes(const WallTile &tile, Filter filter, Instant now) const
{
    switch (filter) {
    case Filter::All: return true;
    case Filter::Attention: return tile.needsAttention(now);
    case Filter::Served: return tile.isServed();
    case Filter::Review: return tile.mode == BotMode::Review;
    }
    return true;
}

bool WallModel::matches(const WallTile &tile) const
{
    const auto has = [this](const QString &text) {
        return text.contains(m_words, Qt::CaseInsensitive);
    };
    return m_words.isEmpty() || has(tile.info.name) || has(tile.account)
        || std::ranges::any_of(tile.info.tags, has)
        || std::ranges::any_of(tile.topics, has, &WallTopic::holderName);
}

WallModel::Place WallModel::placeOf(const WallTile &tile) const
{
    Place place{0, {}, 0, tile.info.name, tile.info.id};
    switch (m_sort) {
    case Sort::Oldest:
        place.order = tile.oldest < 0 ? never : tile.waitingSince().ms;
        break;
    case Sort::Emotion: place.order = -tile.emotion(); break;
    case Sort::Name: break;
    case Sort::Activity: place.order = -tile.lastAt.ms; break;
    }
    switch (m_grouping) {
    case Grouping::None: break;
    case Grouping::Mode:
        place.rank = static_cast<int>(tile.mode);
        place.section = QString::fromLatin1(wordOf(tile.mode));
        break;
    case Grouping::Tag:
        place.rank = tile.info.tags.isEmpty() ? 1 : 0;
        place.section = tile.info.tags.value(0);
        break;
    case Grouping::Connector: place.section = tile.account; break;
    }
    return place;
}

QList<WallModel::Row> WallModel::wanted() const
{
    const auto now = this->now();
    std::vector<Place> places;
    places.reserve(static_cast<size_t>(m_tiles.all().size()));
    for (const auto &tile : m_tiles.all()) {
        if (passes(tile, m_filter, now) && matches(tile))
            places.push_back(placeOf(tile));
    }
    std::ranges::sort(places, {}, &Place::key);
    QList<Row> rows;
    rows.reserve(static_cast<qsizetype>(places.size()));
    qsizetype header = -1;
    for (const auto &place : places) {
        const bool begins = m_grouping != Grouping::None
            && (header < 0 || rows.at(header).section != place.section);
        if (begins) {
            header = rows.size();
            rows.append({place.section, 0, {}});
        }
        if (header >= 0)
            ++rows[header].count;
        rows.append({place.section, 0, place.group});
    }
    return rows;
}

int WallModel::pending() const
{
    const auto next = wanted();
    QHash<GroupId, int> at;
    for (int i = 0; i < next.size(); ++i) {
        if (!next.at(i).group.isEmpty())
            at.insert(next.at(i).group, i);
    }
    QList<int> common;
    int gone = 0;
    for (const auto &row : m_rows) {
        if (row.group.isEmpty())
            continue;
        if (const auto found = at.constFind(row.group); found != at.cend())
            common.append(*found);
        else
            ++gone;
    }
    const auto come = static_cast<int>(at.size() - common.size());
    return gone + come + outOfOrder(common);
}

void WallModel::applyPending()
{
    arrange(wanted());
}

std::array<int, WallModel::filterCount> WallModel::counts() const
{
    const auto now = this->now();
    std::array<int, filterCount> counts{};
    for (const auto &tile : m_tiles.all()) {
        for (int i = 0; i < filterCount; ++i)
            counts[static_cast<size_t>(i)] += passes(tile, static_cast<Filter>(i), now) ? 1 : 0;
    }
    return counts;
}

void WallModel::take(const QSet<GroupId> &touched)
{
    if (touched.isEmpty())
        return;
    dropGone();
    // The first tiles need not wait for anybody.
    if (m_rows.isEmpty())
        applyPending();
    for (const auto &group : touched) {
        if (const int row = rowOf(group); row >= 0)
            Q_EMIT dataChanged(index(row), index(row));
    }
    Q_EMIT tilesChanged();
}

/** A row without a tile could show nothing: it goes at once. */
void WallModel::dropGone()
{
    const auto isGone = [this](const Row &row) {
        return !row.group.isEmpty() && !m_tiles.find(row.group);
    };
    if (std::ranges::none_of(m_rows, isGone))
        return;
    auto next = m_rows;
    next.removeIf(isGone);
    removeOthers(next);
    refreshRows();
}

void WallModel::arrange(const QList<Row> &next)
{
    removeOthers(next);
    appendNew(next);
    permute(next);
    refreshRows();
}

namespace {

/** Rows by what they stand for; a header's count does not tell it from another. */
template <class Row>
QString keyOf(const Row &row)
{
    return row.group.isEmpty() ? u'\n' + row.section : row.group.value;
}

template <class Row>
QHash<QString, int> positionsOf(const QList<Row> &rows)
{
    QHash<QString, int> at;
    at.reserve(rows.size());
    for (int i = 0; i < rows.size(); ++i)
        at.insert(keyOf(rows.at(i)), i);
    return at;
}

} // namespace

void WallModel::removeOthers(const QList<Row> &next)
{
    const auto stay = positionsOf(next);
    for (int last = static_cast<int>(m_rows.size()) - 1; last >= 0; --last) {
        if (stay.contains(keyOf(m_rows.at(last))))
            continue;
        int first = last;
        while (first > 0 && !stay.contains(keyOf(m_rows.at(first - 1))))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

void WallModel::appendNew(const QList<Row> &next)
{
    const auto known = positionsOf(m_rows);
    QList<Row> fresh;
    for (const auto &row : next) {
        if (!known.contains(keyOf(row)))
            fresh.append(row);
    }
    if (fresh.isEmpty())
        return;
    const auto first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
    m_rows += fresh;
    endInsertRows();
}

/** Same rows, another order. */
void WallModel::permute(const QList<Row> &next)
{
    if (m_rows == next)
        return;
    const auto at = positionsOf(next);
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const auto before = persistentIndexList();   // also what listeners have just made
    QModelIndexList after;
    for (const auto &old : before)
        after.append(index(at.value(keyOf(m_rows.at(old.row())))));
    m_rows = next;
    changePersistentIndexList(before, after);
    refreshRows();
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void WallModel::refreshRows()
{
    m_rowOf.clear();
    for (int i = 0; i < m_rows.size(); ++i) {
        if (!m_rows.at(i).group.isEmpty())
            m_rowOf.insert(m_rows.at(i).group, i);
    }
}

QString WallModel::inconsistency() const
{
    WallTiles fresh;
    fresh.rebuild(m_session->state());
    if (fresh.all() != m_tiles.all())
        return u"tiles differ from the state"_s;
    if (m_rows.size() < m_rowOf.size())
        return u"more groups than rows"_s;
    for (int i = 0; i < m_rows.size(); ++i) {
        if (!m_rows.at(i).group.isEmpty() && rowOf(m_rows.at(i).group) != i)
            return u"row %1 is not where it is looked for"_s.arg(i);
    }
    if (pending() == 0 && m_rows.size() != wanted().size())
        return u"nothing is pending, but rows are missing"_s;
    return {};
}

} // namespace quntai
