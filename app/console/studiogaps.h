// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/session.h"

namespace quntai {

/** Which gaps are being closed by which entries, until the backend has the entry: then the gap is
 * answered. Kept while the console runs; a gap that is forgotten here can be dismissed by hand. GUI
 * thread. */
class StudioGaps : public QObject
{
    Q_OBJECT
public:
    explicit StudioGaps(Session &session, QObject *parent = nullptr);

    /** The entry as it would be with the gap's questions: the first as its own if it has none, the
     * others as similar ones. Pure. */
    static Entry withQuestions(Entry entry, const Gap &gap);

    /** Once the entry is kept with the gap's questions, the gap is answered. */
    void close(const Gap &gap, const EntryId &entry);
    void dismiss(const GapId &gap);
    /** One that was dismissed is listed again. */
    void reopen(const GapId &gap);

Q_SIGNALS:
    void refused(const quntai::Error &error);

private:
    void look(const QSet<EntryId> &changed);
    void send(const DisposeGap &dispose);
    bool isKept(const EntryId &entry, const QString &question) const;

    struct Closing
    {
        GapId gap;
        QString question;
    };
    Session &m_session;
    QMultiHash<EntryId, Closing> m_closing;
};

} // namespace quntai
