// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/walltiles.h"
#include "models/session/session.h"

#include <QAbstractListModel>

namespace quntai {

/** The tiles of the wall: sorted, filtered, in sections.
 *
 * What a tile says changes at once; where it stands changes only when a person chooses another
 * order, or with applyPending(): nothing moves under a pointer. With sections, each begins with a
 * header row. Never reset but by a snapshot that changes everything. GUI thread.
 */
class WallModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        IsHeader = Qt::UserRole + 1,  //!< bool
        Id,          //!< GroupId; empty for headers
        Tile,        //!< WallTile
        Section,     //!< QString, untrusted: what the header stands for
        Count,       //!< int: tiles of the section
    };
    enum class Sort { Oldest, Emotion, Name, Activity };
    enum class Filter { All, Attention, Served, Review };
    enum class Grouping { None, Mode, Tag, Connector };
    static constexpr int filterCount = 4;

    explicit WallModel(Session *session, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

    /** For painting, without a copy: null for headers. Good until the next change. */
    const WallTile *tileAt(int row) const;
    bool isHeader(int row) const { return m_rows.at(row).group.isEmpty(); }
    /** -1 when the filter leaves it out. */
    int rowOf(const GroupId &group) const { return m_rowOf.value(group, -1); }
    const WallTiles &tiles() const { return m_tiles; }

    Sort sort() const { return m_sort; }
    Filter filter() const { return m_filter; }
    Grouping grouping() const { return m_grouping; }
    QString words() const { return m_words; }
    void setSort(Sort sort);
    void setFilter(Filter filter);
    void setGrouping(Grouping grouping);
    /** Only groups whose name, tag, account or colleague contains them. */
    void setWords(const QString &words);

    /** Tiles that would come, go or stand elsewhere after applyPending(). */
    int pending() const;
    void applyPending();
    /** How many groups each filter would show, whatever the words. */
    std::array<int, filterCount> counts() const;
    /** "Now" for what depends on it; the session's own unless frozen. */
    Instant now() const { return m_frozen.isSet() ? m_frozen : m_session->now(); }
    /** While the console is cut off everything is as of then. Unset: no longer. */
    void freeze(Instant at) { m_frozen = at; }

    /** For tests: what is wrong between rows and the session's state; empty when nothing is. */
    QString inconsistency() const;

Q_SIGNALS:
    /** After each frame that changed a tile, whether it is shown or not. */
    void tilesChanged();

private:
    /** Where a tile belongs: smaller stands higher. */
    struct Place
    {
        int rank = 0;        //!< of the section
        QString section;
        qint64 order = 0;
        QString name;
        GroupId group;

        auto key() const { return std::tie(rank, section, order, name, group); }
    };
    struct Row
    {
        QString section;
        int count = 0;       //!< of a header
        GroupId group;       //!< empty for a header

        bool operator==(const Row &) const = default;
    };

    bool passes(const WallTile &tile, Filter filter, Instant now) const;
    bool matches(const WallTile &tile) const;
    Place placeOf(const WallTile &tile) const;
    QList<Row> wanted() const;
    void take(const QSet<GroupId> &touched);
    void dropGone();
    void arrange(const QList<Row> &next);
    void removeOthers(const QList<Row> &next);
    void appendNew(const QList<Row> &next);
    void permute(const QList<Row> &next);
    void refreshRows();

    Session *m_session;
    WallTiles m_tiles;
    QList<Row> m_rows;
    QHash<GroupId, int> m_rowOf;
    Sort m_sort = Sort::Oldest;
    Filter m_filter = Filter::All;
    Grouping m_grouping = Grouping::None;
    QString m_words;
    Instant m_frozen;
};

} // namespace quntai
