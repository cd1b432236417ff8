// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/flowdesk.h"

#include "models/transfer/flowyaml.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** What is kept here: the version it was written from, then the text. */
QString keptText(int version, const QString &text)
{
    return QString::number(version) + u'\n' + text;
}

std::pair<int, QString> keptIn(const QString &kept)
{
    const auto end = kept.indexOf(u'\n');
    return end < 0 ? std::pair(0, QString())
                   : std::pair(kept.first(end).toInt(), kept.sliced(end + 1));
}

/** The line that names the id, from 1. */
int lineOfId(const QString &text)
{
    const auto lines = text.split(u'\n');
    const auto found = std::ranges::find_if(
        lines, [](const QString &line) { return line.trimmed().startsWith(u"id"_s); });
    return found == lines.cend() ? 1 : int(found - lines.cbegin()) + 1;
}

} // namespace

FlowDesk::FlowDesk(Session &session, QObject *parent) : PageCommands(session, parent)
{
    connect(this, &PageCommands::pendingChanged, this, &FlowDesk::reconcile);
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (!changes.flows.isEmpty())
            reconcile();
    });
    connect(&session, &Session::reset, this, &FlowDesk::reconcile);
    connect(&session, &Session::linkChanged, this, &FlowDesk::placeChanged);
}

TopicId FlowDesk::key() const
{
    return {m_base.version == 0 ? u"flow/new"_s : u"flow/"_s + m_base.id.value};
}

void FlowDesk::keepHere()
{
    if (m_isOpen)
        session().keepDraft(key(), isDirty() ? keptText(m_base.version, m_text) : QString());
}

bool FlowDesk::isDirty() const
{
    if (!m_isOpen || m_text == m_baseText)
        return false;
    return !m_reading.flow || m_base.version == 0 || *m_reading.flow != asWritten(m_base);
}

/** What is wrong with the text, and that an id is no other flow's. */
void FlowDesk::read()
{
    m_reading = readFlowText(m_text);
    if (!m_reading.flow)
        return;
    const auto id = m_reading.flow->id;
    if (m_base.version > 0 && id != m_base.id)
        m_reading = {{}, {{lineOfId(m_text), 1,
                           u"the id of a flow stays %1; write a new flow for another"_s.arg(
                               m_base.id.value)}}};
    else if (m_base.version == 0 && session().state().flows.contains(id))
        m_reading = {{}, {{lineOfId(m_text), 1,
                           u"there is a flow %1 already"_s.arg(id.value)}}};
}

void FlowDesk::load(const Flow &base)
{
    m_isOpen = true;
    m_isAwaited = false;
    m_theirs.reset();
    m_base = base;
    m_baseText = m_text = textOfFlow(base);
    read();
    Q_EMIT loaded();
    Q_EMIT placeChanged();
}

void FlowDesk::close()
{
    m_isOpen = false;
    m_isRecovered = false;
    m_theirs.reset();
    m_base = {};
    m_baseText.clear();
    m_text.clear();
    m_reading = {};
    Q_EMIT loaded();
    Q_EMIT placeChanged();
}

void FlowDesk::open(const FlowId &flow)
{
    if (m_isOpen && flow == m_base.id && m_base.version > 0)
        return;
    keepHere();
    const auto found = session().state().flows.constFind(flow);
    if (found == session().state().flows.cend())
        return close();
    m_isRecovered = false;
    load(*found);
    const auto [version, text] = keptIn(session().draft(key()));
    if (text.isEmpty() || text == m_text)
        return;
    m_text = text;
    read();
    m_isRecovered = isDirty();
    // Others may have written since: they are not overwritten.
    if (m_isRecovered && version != m_base.version)
        m_theirs = m_base;
    Q_EMIT loaded();
    Q_EMIT placeChanged();
}

void FlowDesk::openNew(const QString &beginning)
{
    keepHere();
    m_isOpen = true;
    m_isAwaited = false;
    m_theirs.reset();
    m_base = {};
    m_baseText = beginning;
    const auto kept = keptIn(session().draft(key())).second;
    m_isRecovered = !kept.isEmpty();
    m_text = m_isRecovered ? kept : beginning;
    read();
    Q_EMIT loaded();
    Q_EMIT placeChanged();
}

void FlowDesk::edit(const QString &text)
{
    if (!m_isOpen)
        return;
    m_text = text;
    read();
    keepHere();
    Q_EMIT placeChanged();
}

void FlowDesk::save()
{
    const bool isNew = m_isOpen && m_base.version == 0;
    if ((!isDirty() && !isNew) || isBusy() || isConflict() || !m_reading.flow)
        return;
    auto flow = *m_reading.flow;
    flow.version = m_base.version;
    submit(PutFlow{flow, false}, {}, [this, flow, was = key(), text = m_text]() mutable {
        if (m_base.version != flow.version || (flow.version > 0 && m_base.id != flow.id))
            return;  // another one was opened meanwhile
        session().keepDraft(was, {});
        m_isRecovered = false;
        m_base = flow;
        ++m_base.version;
        m_baseText = text;
        m_isAwaited = true;
        keepHere();
    });
}

void FlowDesk::setEnabled(bool enabled)
{
    if (!m_isOpen || isDirty() || isBusy() || m_base.version == 0)
        return;
    auto flow = asWritten(m_base);
    flow.version = m_base.version;
    flow.enabled = enabled;
    submit(PutFlow{flow, false});
}

void FlowDesk::remove()
{
    if (!m_isOpen || isDirty() || isBusy() || m_base.version == 0)
        return;
    auto flow = asWritten(m_base);
    flow.version = m_base.version;
    submit(PutFlow{flow, true});
}

void FlowDesk::discard()
{
    session().keepDraft(key(), {});
    m_isRecovered = false;
    if (m_base.version == 0)
        return close();
    m_theirs.reset();
    if (session().state().flows.contains(m_base.id))
        load(known());
    else
        close();
}

void FlowDesk::takeTheirs()
{
    discard();
}

/** Mine is saved over theirs, or brings back what they removed. */
void FlowDesk::keepMine()
{
    session().keepDraft(key(), {});
    if (theirs().version == 0)
        m_base = {};
    else
        m_base = theirs();
    m_baseText = m_base.version == 0 ? QString() : textOfFlow(m_base);
    m_theirs.reset();
    read();
    keepHere();
    Q_EMIT placeChanged();
}

/** The backend's flow may be another one now. */
void FlowDesk::reconcile()
{
    if (!m_isOpen || isBusy())
        return Q_EMIT placeChanged();
    const bool isThere = session().state().flows.contains(m_base.id);
    const auto now = known();
    m_isAwaited = m_isAwaited && now.version < m_base.version;
    if (m_isAwaited || m_base.version == 0) {
        read();
        return Q_EMIT placeChanged();
    }
    if (now.version == m_base.version) {
        m_base = now;
        return Q_EMIT placeChanged();
    }
    const bool isSame = isThere && m_reading.flow && *m_reading.flow == asWritten(now);
    if (isDirty() && !isSame) {
        m_theirs = now;
        return Q_EMIT placeChanged();
    }
    session().keepDraft(key(), {});
    if (isThere)
        load(now);
    else
        close();
}

} // namespace quntai
