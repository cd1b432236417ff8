// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/overlaps.h"

#include <QAbstractTableModel>
#include <QSet>

namespace quntai {

/** The similar questions of the entry that is written: text, where it came from, and who else
 * claims it. Editable in place. GUI thread. */
class SimilarModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Text, Origin, Claimed, columns };
    /** The nearest phrasing of another entry. */
    using Nearest = std::function<std::optional<Overlap>(const QString &)>;

    explicit SimilarModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    void setNearest(Nearest nearest) { m_nearest = std::move(nearest); }
    /** Questions customers asked that corrections brought; they carry a chip. */
    void setCorrected(const QSet<QString> &questions);
    /** Another entry's. */
    void setQuestions(const QStringList &questions);
    QStringList questions() const { return m_questions; }
    /** What of these is new is added; gives back how many. One question is one line of at most
     * 300 characters. */
    int add(const QStringList &questions);
    void removeAt(int row);
    /** Others' entries changed. */
    void refreshClaims();
    bool isCorrected(int row) const { return m_corrected.contains(m_questions.value(row)); }
    std::optional<Overlap> claim(int row) const;
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    static constexpr int most = 200;
    static constexpr int longest = 300;

Q_SIGNALS:
    void edited();

private:
    QStringList m_questions;
    mutable QHash<QString, std::optional<Overlap>> m_claims;  //!< found when first shown
    QSet<QString> m_corrected;
    Nearest m_nearest;
    bool m_readOnly = false;
};

} // namespace quntai
