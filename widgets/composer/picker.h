// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace quntai {

class PickList;
class ReplyEdit;
class ThemeHost;

/** Whom a reply addresses. */
struct Mention
{
    MemberId member;
    QString name;
    bool everyone = false;  //!< the whole group: asked about before it counts
};

/** A canned reply, its variables filled for the topic. */
struct CannedText
{
    CannedId id;
    QString title;
    QString shortcut;
    QString text;
};

/** People whose name fits what was typed: letters of the name or of its pinyin; best first. Pure. */
QList<Mention> peopleFor(const QList<Mention> &people, const QString &typed);
/** Canned replies by shortcut, title or pinyin, then by words of their text; best first. Pure. */
QList<CannedText> cannedFor(const QList<CannedText> &canned, const QString &typed);

/** What the editor offers while one types on: people after "@", canned replies after "/" at the
 * beginning of a word. What was typed for it goes when something is taken. */
class Picker : public QObject
{
    Q_OBJECT
public:
    /** Both outlive it. */
    Picker(ThemeHost &host, ReplyEdit &edit);

    void setPeople(const QList<Mention> &people) { m_people = people; }
    /** Asked when somebody wants one: their variables are filled by what is known then. */
    void setCanned(std::function<QList<CannedText>()> source) { m_canned = std::move(source); }
    /** Notes address nobody and answer nobody. */
    void setEnabled(bool enabled);

Q_SIGNALS:
    void personPicked(const quntai::Mention &person);
    void cannedPicked(const quntai::CannedText &canned);
    /** The person wants to see or change what "/" offers. */
    void manageWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /** What is being typed: from the sign at start on to the cursor. */
    struct Token
    {
        QChar sign;
        int start = 0;
        QString typed;
    };

    std::optional<Token> token() const;
    void refresh();
    void offer(const Token &token);
    void take(int index);
    void close();

    ReplyEdit &m_edit;
    PickList *m_list;
    QList<Mention> m_people;
    std::function<QList<CannedText>()> m_canned;
    QList<Mention> m_offeredPeople;
    QList<CannedText> m_offeredCanned;
    bool m_offersManage = false;  //!< as the last line
    std::optional<Token> m_closed;  //!< its sign offers nothing any more
    bool m_enabled = false;
};

} // namespace quntai
