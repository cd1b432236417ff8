// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/uploads.h"

#include "models/session/outboxdelivery.h"

namespace quntai {

using namespace Qt::StringLiterals;

void Uploads::begin(const Command &command, const GroupId &group, Done done)
{
    drop(command.id);
    m_runs.insert(command.id, Run{command, group, std::move(done)});
    goOn(command.id);
}

void Uploads::drop(const CommandId &command)
{
    const auto run = m_runs.constFind(command);
    if (run == m_runs.cend())
        return;
    m_desk.drop(run->ticket);
    m_runs.erase(run);
}

void Uploads::dropAll()
{
    const auto all = m_runs.keys();
    for (const auto &command : all)
        drop(command);
}

Upload Uploads::of(const CommandId &command) const
{
    const auto run = m_runs.constFind(command);
    if (run == m_runs.cend())
        return {};
    qint64 total = 0;
    for (const auto &attachment : attachmentsOf(run->command.data))
        total += attachment.bytes;
    return {run->sentBefore + run->sent, total};
}

void Uploads::goOn(const CommandId &id)
{
    auto &run = m_runs[id];
    const auto attachments = attachmentsOf(run.command.data);
    if (run.next >= attachments.size())
        return finish(id, {});
    const auto one = attachments.at(run.next++);
    run.ticket = m_desk.bring(
        one.sha256, run.group,
        [this, id](qint64 sent) {
            m_runs[id].sent = sent;
            Q_EMIT moved(id);
        },
        [this, id, bytes = one.bytes](const Result<> &result) {
            if (!result)
                return finish(id, result);
            m_runs[id].sentBefore += bytes;
            m_runs[id].sent = 0;
            Q_EMIT moved(id);
            goOn(id);
        });
}

void Uploads::finish(const CommandId &id, const Result<> &result)
{
    const auto run = m_runs.take(id);
    run.done(run.command, judged(run, result));
}

/** An error that passes does not pass for ever: at last a person has to know. */
Result<> Uploads::judged(const Run &run, const Result<> &result)
{
    if (result || !OutboxDelivery::isPassing(result.error().kind)) {
        m_tries.remove(run.command.id);
        return result;
    }
    auto &tries = m_tries[run.command.id];
    const auto brought = run.next - 1; // the one that was on its way is not there
    if (brought > tries.brought)
        tries = {0, brought};
    if (++tries.vain < mostTries)
        return result;
    m_tries.remove(run.command.id);
    return failure(ErrorKind::Internal,
                   u"The files could not be brought in %1 tries: %2"_s.arg(mostTries)
                       .arg(result.error().message),
                   {{u"field"_s, u"attachments"_s},
                    {u"cause"_s, result.error().data.value(u"cause"_s).toString(
                                     errorKindName(result.error().kind))}});
}

} // namespace quntai
