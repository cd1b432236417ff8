// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/composing.h"

#include "app/backend/decide/compliance.h"
#include "app/backend/decide/slots.h"
#include "app/backend/decide/tone.h"
#include "app/backend/language/entities.h"
#include "app/backend/language/normalise.h"

#include <QRegularExpression>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

QStringList ordersNamed(const Scene &scene, const Message &asked, const Topic *topic)
{
    QStringList named = entitiesOf(normalise(wordsOf(asked), scene.lexicon()).text).orders;
    if (!topic)
        return named;
    const auto messages = messagesOf(scene.group(topic->group), topic->id);
    for (auto at = messages.crbegin(); at != messages.crend(); ++at) {
        if (!isFromMember(**at) || (*at)->author.id != asked.author.id)
            continue;
        named += entitiesOf(normalise(wordsOf(**at), scene.lexicon()).text).orders;
    }
    // What the group's window no longer shows.
    const auto told = slotsBefore(topic, {asked.author.id}).value(orderSlot());
    if (!told.isEmpty() && !named.contains(told))
        named.append(told);
    return named;
}

QString nameToSay(const Scene &scene, const QString &shown)
{
    static const QRegularExpression link(u"://|www\\.|\\.(?:com|cn|net)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto name = shown.trimmed();
    if (name.isEmpty() || name.contains(link) || privacyBreachIn(name)
        || breachIn(scene, name, WordAction::Block) || breachIn(scene, name, WordAction::Warn))
        return {};
    const auto said = salutation(name);
    return said == u"您" ? QString() : said;
}

FilledAnswer fill(const Scene &scene, const Entry &entry, const Message &asked,
                  const Topic *topic)
{
    const auto tone = scene.policyOf(asked.group).tone;
    auto filled = fillAnswer(scene.state, asked.group, asked.author,
                             tonedTemplate(tone, entry.answer), ordersNamed(scene, asked, topic),
                             slotsFor(scene, asked, entry, topic));
    filled.text = tonedAnswer(tone, filled.text,
                              tone.salutation ? nameToSay(scene, asked.author.name) : QString());
    return filled;
}

QString labelled(const Policy &policy, const QString &text)
{
    return text.startsWith(policy.aiLabel) ? text : policy.aiLabel + text;
}

QString botName(const Scene &scene, const GroupId &group)
{
    return scene.state.connectors.value(scene.group(group).info.channel).account;
}

QString didYouMean(const QList<Candidate> &candidates)
{
    QStringList lines;
    for (const auto &candidate : candidates.first(std::min<qsizetype>(candidates.size(),
                                                                      choicesShown)))
        lines.append(u"%1. %2"_s.arg(lines.size() + 1).arg(candidate.title));
    if (lines.size() == 1)
        return u"您是不是想问：%1？是的话回复 1，不是的话换个说法告诉我就行。"_s.arg(
            candidates.first().title);
    return u"您是不是想问：\n%1\n回复数字就行，都不是的话换个说法告诉我。"_s.arg(lines.join(u'\n'));
}

QString askForOrder()
{
    return u"好的，我帮您查。麻烦告诉我是哪一单，发一下订单号就行（手机号、地址请别发在群里）。"_s;
}

QString askForMore()
{
    return u"不好意思，我没太明白您的意思，能再说得具体一点吗？比如是哪样商品、遇到了什么情况。"_s;
}

QString holdingText(const WorkingHours &hours, Instant now)
{
    const auto opens = nextOpen(hours, now);
    if (opens != now) {
        const auto local = opens.ms / 60000 + hours.offset;
        const auto days = local / 1440 - (now.ms / 60000 + hours.offset) / 1440;
        const auto day = days == 0 ? u"今天"_s : days == 1 ? u"明天"_s : u"%1 天后"_s.arg(days);
        return u"现在不在人工服务时间，已为您登记，%1 %2:%3 上班后同事第一时间跟进。"_s.arg(day)
            .arg(local / 60 % 24, 2, 10, QChar(u'0'))
            .arg(local % 60, 2, 10, QChar(u'0'));
    }
    return u"已为您转接人工客服，请稍等，同事马上来跟进。"_s;
}

MessageQueued queuedAgain(Scene &scene, const Message &old)
{
    MessageQueued queued;
    queued.message = scene.mint.message();
    queued.author = old.author;
    queued.text = old.text;
    queued.attachments = old.attachments;
    queued.mentions = old.mentions;
    queued.quote = old.quote;
    queued.answers = old.answers;
    queued.alsoAnswers = old.alsoAnswers;
    queued.entry = old.entry;
    queued.entryVersion = old.entryVersion;
    queued.ai = old.ai;
    queued.replyHandle = old.replyHandle;
    queued.notBefore = old.notBefore;
    queued.warnings = old.warnings;
    queued.flow = old.flow;
    queued.privateTo = old.privateTo;
    return queued;
}

} // namespace quntai
