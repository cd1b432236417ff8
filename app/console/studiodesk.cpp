// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/studiodesk.h"

#include "models/protocol/valuecodec.h"

#include <QUuid>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

const TopicId freshKey{u"entry/new"_s};

bool saysTheSame(const Entry &a, const Entry &b)
{
    return a.question == b.question && a.similar == b.similar && a.answer == b.answer
        && a.category == b.category && a.risk == b.risk && a.tags == b.tags
        && a.rules == b.rules && a.slots_ == b.slots_ && a.steps == b.steps && a.act == b.act
        && a.fallback == b.fallback
        && a.version == b.version;
}

std::optional<EntryDraft> keptIn(const QString &text)
{
    if (text.isEmpty())
        return std::nullopt;
    simdjson::dom::parser parser;
    auto kept = parseStrict(parser, text.toUtf8()).and_then(decodeValue<EntryDraft>);
    return kept ? std::optional(std::move(*kept)) : std::nullopt;
}

EntryId newEntryId()
{
    return {u"k-"_s + QUuid::createUuid().toString(QUuid::Id128).left(10)};
}

} // namespace

StudioDesk::StudioDesk(Session &session, QObject *parent) : PageCommands(session, parent)
{
    connect(this, &PageCommands::pendingChanged, this, &StudioDesk::reconcile);
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (changes.entries.contains(m_work.id))
            reconcile();
    });
    connect(&session, &Session::reset, this, &StudioDesk::reconcile);
    connect(&session, &Session::linkChanged, this, &StudioDesk::placeChanged);
}

std::optional<Entry> StudioDesk::live() const
{
    const auto found = session().state().entries.constFind(m_work.id);
    return found == session().state().entries.cend() ? std::nullopt : std::optional(*found);
}

std::optional<EntryDraft> StudioDesk::draft() const
{
    const auto found = session().state().entryDrafts.constFind(m_work.id);
    return found == session().state().entryDrafts.cend() ? std::nullopt : std::optional(*found);
}

Entry StudioDesk::serverText() const
{
    if (const auto written = draft())
        return written->entry;
    return live().value_or(m_base);
}

int StudioDesk::serverRevision() const
{
    const auto written = draft();
    return written ? written->revision : 0;
}

bool StudioDesk::isDirty() const
{
    return isOpen() && !saysTheSame(m_work, m_base);
}

bool StudioDesk::isOutdated() const
{
    const auto used = live();
    return used && used->version > m_work.version && (draft() || isDirty());
}

TopicId StudioDesk::key() const
{
    return m_work.id == m_fresh ? freshKey : TopicId{u"entry/"_s + m_work.id.value};
}

void StudioDesk::keepHere()
{
    if (!isOpen())
        return;
    session().keepDraft(key(), isDirty()
                                   ? QString::fromUtf8(encodeValue(EntryDraft{m_work, m_revision, {}}))
                                   : QString());
}

void StudioDesk::load(const Entry &work, const Entry &base, int revision)
{
    m_work = work;
    m_base = base;
    m_revision = revision;
    m_theirs.reset();
    m_awaited = false;
    Q_EMIT loaded();
    Q_EMIT placeChanged();
}

void StudioDesk::open(const EntryId &entry)
{
    if (entry == m_work.id && isOpen())
        return;
    keepHere();
    m_fresh = {};
    m_recovered = false;
    m_base = {};
    m_work = {};
    m_work.id = entry;
    const auto text = serverText();
    const auto kept = keptIn(session().draft(key()));
    if (!kept || saysTheSame(kept->entry, text))
        return load(text, text, serverRevision());
    m_recovered = true;
    load(kept->entry, text, kept->revision);
    // Others may have written since: they are not overwritten.
    if (kept->revision != serverRevision() || kept->entry.version != text.version) {
        m_theirs = text;
        Q_EMIT placeChanged();
    }
}

void StudioDesk::openNew(const QString &category)
{
    keepHere();
    Entry base;
    const auto kept = keptIn(session().draft(freshKey));
    base.id = kept ? kept->entry.id : newEntryId();
    base.state = EntryState::Draft;
    auto work = kept ? kept->entry : base;
    if (!kept)
        work.category = base.category = category;
    m_fresh = base.id;
    m_recovered = kept.has_value();
    load(work, base, 0);
}

void StudioDesk::edit(const Entry &entry)
{
    if (!isOpen())
        return;
    const auto version = m_work.version;
    m_work = entry;
    m_work.version = version;
    keepHere();
    Q_EMIT placeChanged();
}

void StudioDesk::put(Then then)
{
    auto entry = m_work;
    entry.state = EntryState::Draft;
    const auto next = m_revision + 1;
    send(PutEntry{entry, m_revision}, [this, entry, next, then] {
        if (m_work.id != entry.id)
            return;
        session().keepDraft(key(), {});
        m_fresh = {};
        m_recovered = false;
        m_base = entry;
        m_revision = next;
        m_awaited = true;
        keepHere();
        if (then == Then::Submit)
            submitSaved();
        else if (then == Then::Publish)
            send(PublishEntry{entry.id, next});
    });
}

void StudioDesk::save()
{
    if (isDirty() && !isBusy() && !isConflict())
        put(Then::Nothing);
}

void StudioDesk::submit()
{
    if (isBusy() || isConflict())
        return;
    const auto written = draft();
    if (isDirty() || !written)
        return put(Then::Submit);
    if (written->entry.state == EntryState::Review)
        return publish();
    submitSaved();
}

void StudioDesk::submitSaved()
{
    send(SubmitEntry{m_work.id, m_revision, {}}, [this] {
        ++m_revision;
        m_awaited = true;
    });
}

void StudioDesk::publish()
{
    if (isBusy() || isConflict())
        return;
    if (isDirty() || !draft())
        return put(Then::Publish);
    send(PublishEntry{m_work.id, m_revision});
}

void StudioDesk::discard()
{
    if (isBusy())
        return;
    session().keepDraft(key(), {});
    if (const auto written = draft())
        send(DiscardEntryDraft{m_work.id, written->revision});
    m_recovered = false;
    const auto text = live();
    if (!text && !draft()) {
        // A new one that was never saved: there is nothing to go back to.
        auto blank = m_base;
        return load(blank, blank, 0);
    }
    const auto back = text.value_or(serverText());
    load(back, back, 0);
}

void StudioDesk::retire()
{
    if (const auto used = live(); used && !isBusy())
        send(RetireEntry{used->id, used->version});
}

void StudioDesk::restore()
{
    if (const auto used = live(); used && !isBusy())
        send(RestoreEntry{used->id, used->version});
}

void StudioDesk::takeTheirs()
{
    session().keepDraft(key(), {});
    m_recovered = false;
    const auto text = serverText();
    load(text, text, serverRevision());
}

void StudioDesk::keepMine()
{
    m_base = serverText();
    m_revision = serverRevision();
    m_work.version = live().value_or(Entry{}).version;
    m_theirs.reset();
    keepHere();
    Q_EMIT placeChanged();
}

void StudioDesk::rebase()
{
    m_work.version = live().value_or(Entry{}).version;
    keepHere();
    Q_EMIT placeChanged();
}

void StudioDesk::undoCorrections(const Entry &before, int version)
{
    send(UndoCorrection{before.id, version});
}

void StudioDesk::acceptCorrections(const EntryId &entry, int version)
{
    send(AcceptCorrection{entry, version});
}

/** The backend's text may be another one now. */
void StudioDesk::reconcile()
{
    const auto text = serverText();
    const auto revision = serverRevision();
    m_awaited = m_awaited && revision < m_revision && text.version <= m_work.version;
    if (!isOpen() || isBusy() || m_awaited)
        return Q_EMIT placeChanged();
    if (saysTheSame(text, m_base)) {
        m_revision = revision;
        return Q_EMIT placeChanged();
    }
    if (!isDirty() || saysTheSame(text, m_work)) {
        session().keepDraft(key(), {});
        return load(text, text, revision);
    }
    m_theirs = text;
    Q_EMIT placeChanged();
}

} // namespace quntai
