// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/session.h"

#include <QHash>

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
 * the bot does. The index is made anew before a question when entries changed since. GUI thread. */
class Overlaps : public QObject
{
    Q_OBJECT
public:
    explicit Overlaps(Session *session, QObject *parent = nullptr);

    static constexpr int leastLikeness = 600;

    /** The nearest phrasing of an entry the bot uses, other than this one. */
    std::optional<Overlap> nearest(const QString &text, const EntryId &than);

private:
    struct Phrasing
    {
        EntryId entry;
        QString text;
        int pairs = 0;
    };

    void refresh();

    Session *m_session;
    bool m_old = true;
    std::vector<Phrasing> m_phrasings;
    QHash<quint32, QList<int>> m_places;  //!< of a pair of characters
};

} // namespace quntai
