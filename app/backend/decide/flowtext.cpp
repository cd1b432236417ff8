// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/flowtext.h"

#include "app/backend/decide/compliance.h"
#include "app/backend/decide/composing.h"
#include "app/backend/decide/tone.h"

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNamed = 5;
constexpr qsizetype mostMentioned = 20;

/** "小陈、小王", "小陈 等 12 位"; 您 or 各位 where no name can be said. */
QString namesOf(const Scene &scene, const GroupState &group, const QList<MemberId> &members)
{
    QStringList names;
    for (const auto &member : members) {
        const auto name = nameToSay(scene, group.members.value(member).name);
        if (!name.isEmpty() && names.size() < mostNamed)
            names.append(name);
    }
    if (names.isEmpty())
        return members.size() == 1 ? u"您"_s : u"各位"_s;
    const auto listed = names.join(u'、');
    return names.size() == members.size() ? listed
                                          : u"%1 等 %2 位"_s.arg(listed).arg(members.size());
}

FilledAnswer filledText(const Scene &scene, const GroupId &id, const Flow &flow,
                        const QList<MemberId> &members)
{
    const auto &group = scene.group(id);
    QMap<QString, QString> told{{u"群名"_s, group.info.name}};
    Author to{AuthorKind::Member, {}, u"各位"_s};
    if (!members.isEmpty()) {
        told.insert(u"姓名"_s, namesOf(scene, group, members));
        told.insert(u"人数"_s, QString::number(members.size()));
    }
    if (members.size() == 1)
        to = {AuthorKind::Member, members.first().value,
              nameToSay(scene, group.members.value(members.first()).name)};
    const auto tone = scene.policyOf(id).tone;
    return fillAnswer(scene.state, id, to, tonedTemplate(tone, flow.text), {}, told);
}

} // namespace

std::optional<MessageQueued> flowText(const Scene &scene, const GroupId &group, const Flow &flow,
                                      const QList<MemberId> &members)
{
    const auto filled = filledText(scene, group, flow, members);
    MessageQueued queued;
    queued.author = {AuthorKind::Bot, {}, botName(scene, group)};
    queued.text = labelled(scene.policyOf(group), filled.text);
    if (!filled.missing.isEmpty() || !checkText(scene, queued.text))
        return {};
    if (!flow.text.contains(u"姓名"_s) && !flow.text.contains(u"称呼"_s))
        queued.mentions = members.first(std::min(members.size(), mostMentioned));
    queued.warnings = warningsOf(scene, queued.text);
    queued.flow = flow.id;
    queued.ai = true;
    return queued;
}

FlowPreview previewOf(const Scene &scene, const FlowQuestion &asked)
{
    const auto &group = scene.group(asked.group);
    const auto members = asked.member.isEmpty() ? QList<MemberId>{}
                                                : QList<MemberId>{asked.member};
    const auto filled = filledText(scene, asked.group, asked.flow, members);
    FlowPreview preview;
    preview.text = labelled(scene.policyOf(asked.group), filled.text);
    preview.missing = filled.missing;
    if (const auto fits = checkText(scene, preview.text); !fits)
        preview.refused = fits.error().message;
    preview.warnings = warningsOf(scene, preview.text);
    preview.meant = isFor(asked.flow, group.info);
    if (asked.flow.trigger == FlowTrigger::Schedule)
        preview.next = nextMoment(asked.flow.schedule, asked.group, scene.now);
    return preview;
}

} // namespace quntai
