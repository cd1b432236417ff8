// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/iconname.h"
#include "widgets/palette/fuzzymatch.h"

#include <QAbstractListModel>

namespace quntai {

/** One thing the palette can do or open. */
struct PaletteItem
{
    QString id;       //!< comes back when it is chosen
    QString text;     //!< may come from outside
    QString detail;   //!< grey, behind the text; looked through as well
    QString kind;     //!< "Action", "Group", … at the right end
    Icon icon = Icon::Right;
    QString keys;     //!< of an action; looked through as well
    QString whyNot;   //!< what stands against it now; empty: nothing
    int weight = 0;   //!< among equally good hits; actions before entries
    bool always = false;  //!< also shown before anything is typed
};

/** What the palette offers for the words typed, best first. Without words: what was used last, then
 * what is always shown. GUI thread. */
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { Id = Qt::UserRole + 1, Item, Hits, IsRecent };

    using QAbstractListModel::QAbstractListModel;

    void setItems(QList<PaletteItem> items);
    /** Ids, last used first. */
    void setRecent(const QStringList &ids);
    void setWords(const QString &words);

    const PaletteItem *at(int row) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    static constexpr int mostRows = 200;

private:
    struct Row
    {
        qsizetype item = 0;
        int score = 0;
        QList<int> hits;    //!< in the item's text
    };

    void find();
    QList<Row> withoutWords() const;
    QList<Row> withWords() const;
    int recency(const QString &id) const;

    QList<PaletteItem> m_items;
    QList<FuzzyText> m_texts;     //!< of the items: text, detail, keys
    QStringList m_recent;
    QString m_words;
    QList<Row> m_rows;
};

} // namespace quntai

Q_DECLARE_METATYPE(quntai::PaletteItem)
