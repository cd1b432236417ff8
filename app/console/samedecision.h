// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/draftmodel.h"
#include "models/session/session.h"
#include "widgets/review/samecard.h"

#include <QSet>

#include <functional>

namespace quntai {

/** Deciding once on the same question of several groups: what the card shows, and the approvals.
 *
 * Each draft is approved by a command of its own, with its own basis: the backend checks each
 * topic for itself, and one that is refused stops no other. What became of each stays on the card
 * until the person is done with it.
 */
class SameDecision : public QObject
{
    Q_OBJECT
public:
    /** seen: the newest message the person has looked at in a draft's topic; locked: why nothing may
     * be decided now. */
    SameDecision(Session &session, DraftModel &model, SameCard &card,
                 std::function<qint64(const DraftRow &)> seen, std::function<QString()> locked,
                 QObject *parent = nullptr);

    /** The draft that is open; its card is shown when there are others with it. written: how its text
     * was changed there, which the others get as well; empty: it was not. */
    void show(const DraftId &current, const QString &written);
    /** Approved here, and the backend has not answered yet. */
    bool isSending(const DraftId &draft) const;
    /** Approved here, and not refused; asked once, when the draft is gone. */
    bool takeOurs(const DraftId &draft) { return m_ours.remove(draft); }
    /** One of those approved together that still waits; empty: there is none. */
    DraftId waiting() const;
    /** All went well, and the card was closed by it: what to tell; empty otherwise. */
    QString takeNews();

Q_SIGNALS:
    void opened(const quntai::DraftId &draft);

private:
    struct Part
    {
        SameAnswer answer;
        CommandId command;
    };

    void approveAll();
    void approve(const DraftRow &row, const SameAnswer &answer);
    void settle(const CommandId &id, const Result<qint64> &result);
    void refuse(Part &part, const Error &error);
    static void finish(Part &part);
    Part *partOf(const DraftId &draft);
    void refresh();
    void close();
    void closeWhenDone();
    QList<SameAnswer> answers() const;
    QStringList peopleOf(const QStringList &names, const Draft &draft) const;
    SameAnswer answerOf(const DraftRow &row) const;
    void carryChange(SameAnswer &answer) const;

    Session &m_session;
    DraftModel &m_model;
    SameCard &m_card;
    std::function<qint64(const DraftRow &)> m_seen;
    std::function<QString()> m_locked;
    DraftId m_current;
    QString m_written;     //!< what became of its text; empty: nothing
    QList<Part> m_parts;   //!< of what was approved together, until that is closed
    QSet<DraftId> m_ours;  //!< approved here and not seen to be gone
    QString m_news;
};

} // namespace quntai
