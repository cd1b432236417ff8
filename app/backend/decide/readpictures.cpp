// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/readpictures.h"

#include "app/backend/decide/conversation.h"
#include "app/backend/decide/merging.h"

#include <algorithm>

namespace quntai {

namespace {

/** An answer, a draft or a person is on its way; a question back may find its answer in the
 * picture. */
bool cameToSomething(const Message &message)
{
    if (!message.verdict)
        return false;
    const auto action = message.verdict->action;
    return action != Action::Silent && action != Action::Fold && action != Action::Clarify;
}

/** What the bot was about to ask back is not asked: it may be known now. */
void takeBackQuestion(Scene &scene, const Message &message)
{
    for (const auto &text : waitingAnswers(scene, message.group)) {
        if (text->answers == message.id)
            scene.add(message.group, text->topic, MessageRecalled{text->id, {}});
    }
}

bool mayBeRead(const Attachment &attachment)
{
    return attachment.kind == MessageKind::Image && !attachment.read && attachment.problem.isEmpty();
}

} // namespace

bool waitsForWords(const Scene &scene, const Message &message)
{
    return wordsOf(message).trimmed().isEmpty()
        && std::ranges::any_of(message.attachments, mayBeRead)
        && scene.policyOf(message.group).readPictures;
}

void takeRead(Scene &scene, const Message &message, const MessageRead &read)
{
    const auto &group = scene.group(message.group);
    const bool isMembers = isFromMember(message) && !isStaff(group, message)
        && !isBotMember(group, {message.author.id});
    const bool isLate = scene.now.ms - message.at.ms > readLateMs;
    if (read.text.isEmpty() || !isMembers || isLate || cameToSomething(message))
        return;
    takeBackQuestion(scene, message);
    const auto *topic = scene.topic(message.topic);
    if (!topic)
        takeMessage(scene, message);
    else if (!hasEnded(*topic))
        takeAgain(scene, *topic, message);
}

} // namespace quntai
