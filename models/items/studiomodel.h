// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/rowsmodel.h"
#include "models/session/session.h"

namespace quntai {

/** A category with its entries below it, or one entry. */
struct StudioRow
{
    bool header = false;
    QString category;
    int count = 0;          //!< header: entries in the category
    bool collapsed = false; //!< header
    EntryId id;
    QString title;
    EntryState state = EntryState::Live;  //!< of the draft when there is one
    int version = 0;        //!< that the bot uses; 0: it never used one
    bool drafted = false;
    int corrections = 0;    //!< that no editor has looked at
    QString who;            //!< changed it last
    Instant at;

    QString key() const { return header ? u'#' + category : u'=' + id.value; }
    bool operator==(const StudioRow &) const = default;
};

/** The entries with their drafts, by category, filtered. GUI thread. */
class StudioModel : public RowsModel<StudioRow>
{
    Q_OBJECT
public:
    enum Role {
        Value = Qt::UserRole + 1,  //!< StudioRow
        Id,        //!< EntryId
        IsHeader,  //!< bool
        State,     //!< EntryState
    };

    explicit StudioModel(Session *session, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;
    QModelIndex indexOf(const EntryId &entry) const;
    QModelIndex headerOf(const QString &category) const;
    /** Every category in use, sorted. */
    QStringList categories() const;

    /** Rows with all of these words in question, answer, similar questions or tags. */
    void setWords(const QString &words);
    QString words() const { return m_words; }
    /** Only entries in this state; nothing: all. */
    void setState(std::optional<EntryState> state);
    std::optional<EntryState> state() const { return m_state; }
    void setCollapsed(const QString &category, bool collapsed);
    /** Entries that pass the filter, also in collapsed categories. */
    int entryCount() const { return m_entries; }
    /** All there are. */
    int allCount() const;

Q_SIGNALS:
    void countsChanged();

private:
    QList<StudioRow> read();
    QList<StudioRow> entryRows() const;
    bool passes(const Entry &entry) const;
    void refresh();

    Session *m_session;
    QString m_words;
    std::optional<EntryState> m_state;
    QSet<QString> m_collapsed;
    int m_entries = 0;
};

} // namespace quntai
