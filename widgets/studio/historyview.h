// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/knowledge.h"
#include "widgets/studio/sidepage.h"

class QListWidget;

namespace quntai {

class CompareView;

/** What an entry was: its versions with who, when and why, each beside the one before it or
 * beside what is written now; an old one can be taken back into the editor. */
class HistoryView : public SidePage
{
    Q_OBJECT
public:
    explicit HistoryView(ThemeHost &host, QWidget *parent = nullptr);

    /** A new subject; now is what stands in the editor. The versions come later. */
    void begin(const Entry &now);
    EntryId entry() const { return m_now.id; }
    /** More of them, newest first; names by user. next > 0: older ones can be asked for. */
    void addVersions(const QList<EntryVersion> &versions, const QHash<UserId, QString> &names,
                     qint64 next);
    void setProblem(const QString &problem);
    void setWritable(bool writable);
    /** Beside this version stands what is in the editor. */
    void compareWith(int version);

Q_SIGNALS:
    void moreWanted(qint64 before);
    void takeBackWanted(const quntai::Entry &entry);

private:
    void showVersion();
    void refreshState(const QString &words);

    Entry m_now;
    QList<EntryVersion> m_versions;
    qint64 m_next = 0;
    int m_wanted = 0;      //!< version to show as soon as it comes, against now
    bool m_withNow = false;
    bool m_writable = false;

    QListWidget *m_list;
    PlainLabel *m_state;
    PlainLabel *m_detail;
    CompareView *m_compare;
    ActionButton *m_more;
    ActionButton *m_against;
    ActionButton *m_back;
};

} // namespace quntai
