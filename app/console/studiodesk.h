// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/pagecommands.h"

namespace quntai {

/** The entry that is open in the studio: what is written, where it is kept, and what is asked of
 * the backend about it.
 *
 * Every key is on disk within half a second, apart from what the backend keeps, and comes back
 * after a crash. Nothing another person wrote meanwhile is overwritten: then isConflict() holds
 * until takeTheirs() or keepMine(). GUI thread.
 */
class StudioDesk : public PageCommands
{
    Q_OBJECT
public:
    explicit StudioDesk(Session &session, QObject *parent = nullptr);

    void open(const EntryId &entry);
    /** An entry nobody has seen yet; one begun before and never saved comes back. */
    void openNew(const QString &category);
    bool isOpen() const { return !m_work.id.isEmpty(); }
    EntryId entry() const { return m_work.id; }
    const Entry &text() const { return m_work; }
    /** A person wrote. */
    void edit(const Entry &entry);

    /** As the bot uses it, if it does or did. */
    std::optional<Entry> live() const;
    std::optional<EntryDraft> draft() const;
    bool isDirty() const;
    bool isWritable() const { return session().rights().contains(QStringLiteral("knowledge.put")); }
    bool isOnline() const { return session().link().state == LinkState::Live; }
    /** What was written here before the program ended, and was not saved. */
    bool isRecovered() const { return m_recovered; }
    bool isConflict() const { return m_theirs.has_value(); }
    Entry theirs() const { return m_theirs.value_or(Entry{}); }
    /** The draft was written from a version the bot no longer uses. */
    bool isOutdated() const;

    void save();
    /** For review; a draft in review that nobody changed goes live. */
    void submit();
    void publish();
    void discard();
    void retire();
    void restore();
    void takeTheirs();
    void keepMine();
    /** The draft goes on from the version the bot uses now. */
    void rebase();
    /** Writes an old state of the entry back at once; version is the one seen. */
    void undoCorrections(const Entry &before, int version);
    void acceptCorrections(const EntryId &entry, int version);

Q_SIGNALS:
    /** Another text stands here now. */
    void loaded();
    /** Saved, submitted, in conflict, offline, … */
    void placeChanged();

private:
    enum class Then { Nothing, Submit, Publish };

    void load(const Entry &work, const Entry &base, int revision);
    Entry serverText() const;
    int serverRevision() const;
    TopicId key() const;
    void keepHere();
    void put(Then then);
    void submitSaved();
    void send(const CommandData &command, std::function<void()> done = {})
    {
        PageCommands::submit(command, {}, std::move(done));
    }
    void reconcile();

    Entry m_work;
    Entry m_base;          //!< as the backend had it when it was loaded
    int m_revision = 0;    //!< of the draft seen
    bool m_recovered = false;
    bool m_awaited = false;  //!< the backend said yes; what it did is not in the state yet
    std::optional<Entry> m_theirs;
    EntryId m_fresh;       //!< never seen by the backend
};

} // namespace quntai
