// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/session.h"

#include <QHash>
#include <QTimer>

#include <vector>

namespace quntai {

/** A phrasing of another entry that is much like a text. */
struct Overlap
{
    EntryId entry;
    QString phrasing;
    int likeness = 0;  //!< permille: share of character pairs both have

    bool operator==(const Overlap &) const = default;
};

/** Finds what two entries both claim, by shared pairs of characters: a hint for editors, not what
 * the bot does.
 *
 * The first question begins the index. It is made in slices between frames, and what changes later
 * is taken up before the next answer. GUI thread.
 */
class Overlaps : public QObject
{
    Q_OBJECT
public:
    explicit Overlaps(Session *session, QObject *parent = nullptr);

    static constexpr int leastLikeness = 600;
    static constexpr int slice = 64;  //!< entries read at once

    /** The nearest phrasing of an entry the bot uses, other than this one; nothing while a big
     * index is being made. */
    std::optional<Overlap> nearest(const QString &text, const EntryId &than);

Q_SIGNALS:
    /** All entries are read: ask again. */
    void ready();

private:
    struct Phrasing
    {
        EntryId entry;  //!< empty: it is no more
        QString text;
        int pairs = 0;
    };

    void begin();
    void readSlice();
    void read(const EntryId &id);

    Session *m_session;
    bool m_wanted = false;
    int m_gone = 0;  //!< phrasings that are no more; many make a new index worth while
    QSet<EntryId> m_unread;
    QTimer m_timer;
    std::vector<Phrasing> m_phrasings;
    QHash<EntryId, QList<int>> m_ofEntry;
    QHash<quint32, QList<int>> m_places;  //!< of a pair of characters
};

} // namespace quntai
