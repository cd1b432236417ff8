// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/connectors/replay.h"

#include <QDateTime>
#include <QFile>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int tickMs = 200;
constexpr qint64 pauseBetweenRunsMs = 30000;

qint64 lengthOf(const SampleScript &script)
{
    return script.lines.isEmpty() ? 0 : script.lines.constLast().atMs;
}

} // namespace

ReplayLink::ReplayLink(SampleCompany company, double speed, qint64 headStartMs, QObject *parent)
    : ConnectorLink(parent), m_company(std::move(company)), m_speed(speed),
      m_headStartMs(headStartMs)
{
    for (const auto &member : std::as_const(m_company.members))
        m_members.insert(member.id, member);
    m_timer.setInterval(tickMs);
    connect(&m_timer, &QTimer::timeout, this, &ReplayLink::tick);
}

QString ReplayLink::channel() const
{
    return u"sample"_s;
}

QString ReplayLink::kind() const
{
    return u"replay"_s;
}

void ReplayLink::start()
{
    Q_EMIT stateChanged(ConnectorState::Connected, m_company.botName, {});
    introduceGroups();
    beginRun();
    m_timer.start();
}

void ReplayLink::stop()
{
    m_timer.stop();
}

void ReplayLink::introduceGroups()
{
    for (const auto &group : std::as_const(m_company.groups)) {
        InboundGroup inbound{group.id.value, group.name, group.kind, group.memberCount,
                             group.tags, {}, {}};
        for (const auto &member : std::as_const(m_company.members)) {
            const bool isThere = member.groups.contains(group.id.value)
                && !comesLater(group.id.value, member.id);
            if (isThere)
                inbound.members.append(memberOf(member.id, group.id.value));
        }
        Q_EMIT groupChanged(inbound);
    }
}

/** A script has them join. */
bool ReplayLink::comesLater(const QString &group, const QString &member) const
{
    return std::ranges::any_of(m_company.scripts, [&](const SampleScript &script) {
        return script.group == group
            && std::ranges::any_of(script.lines, [&](const ScriptLine &line) {
                   return line.kind == ScriptLine::Kind::Join && line.members.contains(member);
               });
    });
}

void ReplayLink::beginRun()
{
    m_run = QString::number(QDateTime::currentMSecsSinceEpoch(), 36);
    m_playing.clear();
    for (const auto &script : std::as_const(m_company.scripts))
        m_playing.append({script, 0, {}});
    m_elapsed.start();
}

qint64 ReplayLink::scriptTime() const
{
    return m_headStartMs + qint64(double(m_elapsed.elapsed()) * m_speed);
}

void ReplayLink::tick()
{
    const auto now = scriptTime();
    qint64 end = 0;
    for (auto &playing : m_playing) {
        end = std::max(end, lengthOf(playing.script));
        while (playing.next < playing.script.lines.size()
               && playing.script.lines.at(playing.next).atMs <= now) {
            const auto index = playing.next++;
            play(playing, playing.script.lines.at(index), index);
        }
    }
    if (now > end + pauseBetweenRunsMs) {
        m_headStartMs = 0;
        beginRun();
    }
}

QString ReplayLink::lineId(const Playing &playing, int index) const
{
    return u"%1-%2-%3"_s.arg(m_run, playing.script.id).arg(index);
}

InboundMember ReplayLink::memberOf(const QString &id, const QString &group) const
{
    const auto member = m_members.value(id);
    return {id, member.nameIn(group), member.role, member.customer, member.user};
}

InboundMessage ReplayLink::messageOf(const Playing &playing, const ScriptLine &line,
                                     int index) const
{
    InboundMessage message;
    message.platformId = lineId(playing, index);
    message.chat = playing.script.group;
    message.sender = memberOf(line.from, playing.script.group);
    message.text = line.text;
    message.mentions = line.mentions;
    message.mentionsBot = line.mentionsBot;
    message.sentAt = {QDateTime::currentMSecsSinceEpoch()};
    if (!line.image.isEmpty()) {
        message.kind = line.text.isEmpty() ? MessageKind::Image : MessageKind::Mixed;
        message.attachments.append({MessageKind::Image, line.image, {}, 0, {}, {}});
        QFile picture(u":/quntai/sample/images/"_s + line.image);
        if (picture.open(QFile::ReadOnly))
            message.media.append({0, {}, {}, true, picture.readAll()});
    }
    if (line.quoteLine >= 0 && line.quoteLine < playing.script.lines.size()) {
        message.quotePlatformId = lineId(playing, line.quoteLine);
        message.quoteText = playing.script.lines.at(line.quoteLine).text;
    } else if (line.quoteBotAnswer > 0 && line.quoteBotAnswer <= playing.botAnswers.size()) {
        message.quotePlatformId = playing.botAnswers.at(line.quoteBotAnswer - 1);
    }
    return message;
}

void ReplayLink::play(Playing &playing, const ScriptLine &line, int index)
{
    const auto &group = playing.script.group;
    switch (line.kind) {
    case ScriptLine::Kind::Message:
        Q_EMIT received(messageOf(playing, line, index));
        return;
    case ScriptLine::Kind::Join: {
        InboundGroup joined;
        joined.chat = group;
        const auto known = std::ranges::find(m_company.groups, GroupId{group}, &Group::id);
        joined.kind = known == m_company.groups.end() ? GroupKind::External : known->kind;
        for (const auto &member : line.members)
            joined.joined.append(memberOf(member, group));
        Q_EMIT groupChanged(joined);
        return;
    }
    case ScriptLine::Kind::Recall:
        Q_EMIT recalled({group, lineId(playing, line.recallLine)});
        return;
    }
}

void ReplayLink::send(const OutboundMessage &message)
{
    const auto platformId = u"%1-bot-%2"_s.arg(m_run).arg(++m_sent);
    for (auto &playing : m_playing) {
        if (playing.script.group == message.chat)
            playing.botAnswers.append(platformId);
    }
    // As from a network: the outcome never comes before send() has returned.
    QTimer::singleShot(0, this, [this, id = message.id, platformId] {
        Q_EMIT outcome({id, SendOutcome::Kind::Sent, platformId, {}, 0, false});
    });
}

bool ReplayLink::recall(const QString &, const QString &)
{
    return true;
}

} // namespace quntai
