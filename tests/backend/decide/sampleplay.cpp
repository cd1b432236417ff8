// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/decide/sampleplay.h"

namespace quntai::test {

using namespace Qt::StringLiterals;

SamplePlay::SamplePlay(const SampleCompany &company, const SampleScript &script)
    : rig(foundingEvents(company, u"s"_s)), m_company(company), m_script(script),
      m_group{u"s/"_s + script.group}, m_start(rig.now)
{
    // As the channel tells it: who calls "小禾，…" calls the bot.
    rig.record({{}, {}, ConnectorChanged{{u"s"_s, u"replay"_s, company.botName,
                                          ConnectorState::Connected, {}}}});
    addMembers();
}

void SamplePlay::run()
{
    for (qsizetype i = 0; i < m_script.lines.size(); ++i) {
        const auto &line = m_script.lines[i];
        rig.pass((m_start.plusSeconds(line.atMs / 1000).ms - rig.now.ms) / 1000);
        if (line.kind == ScriptLine::Kind::Message)
            speak(line, int(i));
        deliver();
    }
    rig.pass(600);
}

void SamplePlay::addMembers()
{
    for (const auto &member : m_company.members) {
        if (!member.groups.contains(m_script.group))
            continue;
        rig.record({m_group, {}, MemberChanged{{{u"s/"_s + member.id},
                                                member.nameIn(m_script.group), member.role,
                                                member.customer, member.user}, false, false}});
    }
}

void SamplePlay::speak(const ScriptLine &line, int index)
{
    const auto member = rig.state.groups.value(m_group).members.value({u"s/"_s + line.from});
    MessageReceived message;
    message.message = id(index);
    message.platformId = message.message.value;
    message.author = member.user.isEmpty()
        ? Author{AuthorKind::Member, u"s/"_s + line.from, member.name}
        : Author{AuthorKind::Agent, member.user.value, member.name};
    message.text = line.text;
    if (!line.image.isEmpty()) {
        message.kind = MessageKind::Image;
        message.attachments = {{MessageKind::Image, line.image, {}, 0, {}, {}}};
    }
    for (const auto &mention : line.mentions)
        message.mentions.append({u"s/"_s + mention});
    message.mentionsBot = line.mentionsBot;
    if (line.quoteLine >= 0)
        message.quote = id(line.quoteLine);
    else if (line.quoteBotAnswer > 0)
        message.quote = m_bot.value(line.quoteBotAnswer - 1);
    rig.happen({m_group, {}, message});
}

void SamplePlay::deliver()
{
    const auto recent = rig.state.groups.value(m_group).recent;
    for (const auto &message : recent) {
        if (message->verdict)
            m_verdicts.insert(message->id, *message->verdict);
        m_links.insert(message->id, message->topic);
        if (message->delivery != Delivery::Queued)
            continue;
        m_bot.append(message->id);
        rig.happen({m_group, message->topic, MessageSent{message->id, {}}});
    }
}

QStringList SamplePlay::transcript() const
{
    QStringList lines;
    QStringList topics;
    const auto letter = [&](const TopicId &topic) {
        if (topic.isEmpty())
            return u"-"_s;
        if (!topics.contains(topic.value))
            topics.append(topic.value);
        return QString(QChar(u'A' + int(topics.indexOf(topic.value))));
    };
    const auto meant = [](const Verdict &verdict) {
        QStringList entries;
        for (const auto &candidate : verdict.candidates.first(std::min(verdict.candidates.size(), 3LL)))
            entries.append(u"%1:%2"_s.arg(candidate.entry.value).arg(candidate.score));
        return entries.join(u' ');
    };
    QHash<MessageId, QString> texts;
    for (const auto &event : rig.log) {
        if (const auto *received = std::get_if<MessageReceived>(&event.data)) {
            texts.insert(received->message, received->author.name + u"："_s + received->text);
            if (received->author.kind == AuthorKind::Agent)
                lines.append(u"   staff        %1"_s.arg(texts[received->message]));
        }
        if (const auto *verdict = std::get_if<VerdictReached>(&event.data)) {
            const auto &v = verdict->verdict;
            lines.append(u"%1 %2 c%3 o%4 e%5 a%6 %7 | %8 [%9] %10"_s
                             .arg(letter(event.topic),
                                  QString::fromLatin1(wordOf(v.action)).leftJustified(8))
                             .arg(v.confidence, 3).arg(v.outOfScope, 3).arg(v.emotion, 2)
                             .arg(v.addressing, 4)
                             .arg(meant(v),
                                  texts.value(verdict->message), v.addressingWhy.join(u','),
                                  v.query));
        }
        if (const auto *queued = std::get_if<MessageQueued>(&event.data))
            lines.append(u"%1          >> %2"_s.arg(letter(event.topic), queued->text.left(60)));
        if (const auto *draft = std::get_if<DraftMade>(&event.data))
            lines.append(u"%1          ?? %2"_s.arg(letter(event.topic), draft->text.left(60)));
        if (const auto *raised = std::get_if<EscalationRaised>(&event.data))
            lines.append(u"%1          !! %2"_s.arg(
                letter(event.topic),
                QString::fromLatin1(wordOf(raised->reasons.value(0).reason))));
    }
    return lines;
}

} // namespace quntai::test
