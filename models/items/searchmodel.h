// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/rowsmodel.h"
#include "models/session/session.h"

namespace quntai {

/** One message found, and where its words stand in it. */
struct SearchRow
{
    MessagePtr message;
    QString text;       //!< what was said, and what was read in or transcribed of what came with it
    QList<Span> spans;  //!< of the words in it
    QString groupName;

    QString key() const { return message ? message->id.value : QString(); }
    bool operator==(const SearchRow &) const = default;
};

/** What a person narrows a search to; the rest of a SearchFilter follows from the session. */
struct SearchScope
{
    GroupId group;
    QString person;            //!< id of an author
    int days = 0;              //!< the last so many; 0: all there are
    bool image = false;
    std::optional<bool> open;  //!< of topics that have not ended, or that have

    bool isEmpty() const { return *this == SearchScope{}; }
    /** Enough to look for without words. */
    bool isAlone() const { return !group.isEmpty() || !person.isEmpty() || image; }
    bool operator==(const SearchScope &) const = default;
};

/** Messages that contain the words, newest first, from the local store. Answers to older questions
 * are dropped. GUI thread. */
class SearchModel : public RowsModel<SearchRow>
{
    Q_OBJECT
public:
    enum Role {
        MessageValue = Qt::UserRole + 1,  //!< MessagePtr
        Spans,      //!< QList<Span> of the words in its text
        GroupOf,    //!< GroupId
        TopicOf,    //!< TopicId
        GroupName,  //!< QString, untrusted
        At,         //!< Instant
        From,       //!< MessageKind: Image when the first of the words was read in a picture, Voice
                    //!< when it was spoken
    };

    explicit SearchModel(Session *session, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    QString words() const { return m_words; }
    /** Asks for the words; an empty text clears the rows. */
    void setWords(const QString &words);
    const SearchScope &scope() const { return m_scope; }
    void setScope(const SearchScope &scope);
    bool isBusy() const { return m_busy; }

    static constexpr int pageSize = 50;
    static constexpr int mostRows = 1000;

Q_SIGNALS:
    /** An answer came (why is empty) or the search failed; text for people. */
    void searched(const QString &why);

private:
    void restart();
    void ask(int limit);
    SearchFilter filter() const;
    void take(const Result<QList<MessagePtr>> &found);

    Session *m_session;
    QString m_words;
    SearchScope m_scope;
    int m_limit = 0;
    int m_generation = 0;
    bool m_busy = false;
};

/** Every place of the words in the text, ignoring case; at most 64. */
QList<Span> findWords(const QString &text, const QString &words);

} // namespace quntai
