// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrows.h"

#include "widgets/common/paint/badges.h"

namespace quntai::test {

using namespace Qt::StringLiterals;

namespace {

const TopicId kA{u"a"_s}, kB{u"b"_s}, kC{u"c"_s};

TopicId topicOf(int lane)
{
    return lane == 0 ? kA : lane == 1 ? kB : kC;
}

RowContent base(const QString &id, int lane, int hour, int minute, const QString &name,
                const QString &text)
{
    RowContent row;
    row.message = {id};
    row.lane = lane;
    row.topic = topicOf(lane);
    row.node = true;
    row.at = clockTime(hour, minute);
    row.time = u"%1:%2"_s.arg(hour).arg(minute, 2, 10, QChar(u'0'));
    row.name = name;
    row.text = text;
    row.canQuote = true;
    return row;
}

RowContent asked(const QString &id, int lane, int minute, const QString &name, const QString &text,
                 const QString &link)
{
    RowContent row = base(id, lane, 14, minute, name, text);
    row.link = ChipSpec{.text = link, .lane = lane};
    if (name == u"李海燕")
        row.roles.append({.text = u"VIP"_s, .tone = Tone::Note});
    return row;
}

RowContent answered(const QString &id, int lane, int minute, const QString &name, Tone who,
                    const QString &text, const QStringList &to)
{
    RowContent row = base(id, lane, 14, minute, name, text);
    const bool bot = who == Tone::Bot;
    row.who = who;
    row.roles.append({.text = bot ? u"机器人"_s : u"客服"_s, .tone = who});
    row.link = ChipSpec{.text = u"答 "_s + to.join(u'、'), .lane = lane};
    row.mentions = to;
    row.card = true;
    row.cardTone = who;
    row.ai = bot;
    row.canCorrect = bot;
    return row;
}

VerdictBox verdict(const QString &intent, const ChipSpec &decision, int confidence, int emotion,
                   int trend, const QStringList &reasons)
{
    return {.intent = intent,
            .decision = decision,
            .confidence = confidence,
            .threshold = 720,
            .emotion = {emotion, trend},
            .reasons = reasons,
            .hot = decision.tone == Tone::Danger};
}

RowContent system(int lane, Instant at, Icon icon, const QString &title, const QString &detail)
{
    RowContent row;
    row.kind = RowKind::System;
    row.topic = topicOf(lane);
    row.at = at;
    row.icon = icon;
    row.title = title;
    row.detail = detail;
    return row;
}

RowContent angry()
{
    RowContent row =
        asked(u"m3"_s, 0, 26, u"李海燕"_s,
              u"又是复制粘贴！银行我查过了没有！三天前你们就是这么说的！"_s, u"A 引用"_s);
    row.quote = u"小禾：退款已于 11 月 20 日原路退回，银行一般 1–3 个工作日到账…"_s;
    row.quoted = {u"m0"_s};
    row.verdict = verdict(u"退款进度查询"_s, {.text = u"转人工"_s, .tone = Tone::Danger}, 410, 82,
                          9, {u"情绪 82 ≥ 70：“又是”“没有”"_s, u"同一问题第 3 次追问"_s});
    return row;
}

RowContent queued(const QString &id, int minute, const QString &text, const ChipSpec &state,
                  const DeliveryLine &line, const QList<FooterAction> &actions)
{
    RowContent row = answered(id, 0, minute, u"林悦"_s, Tone::Agent, text, {u"李海燕"_s});
    row.kind = RowKind::Pending;
    row.hollow = true;
    row.link = state;
    row.cardTone = state.tone;
    row.dashed = true;
    row.delivery = line;
    row.actions = actions;
    return row;
}

RowContent bigTakeover()
{
    return system(0, clockTime(14, 30, 6), Icon::Take, u"你接管了话题 A"_s,
                  u"14:30:06 · 小禾在 A 静默，继续接待 B、C"_s);
}

RowContent note()
{
    RowContent row =
        base(u"n1"_s, 0, 14, 30, u"周敏"_s, u"上个月也卡过一次，工行通道慢，可先垫付"_s);
    row.kind = RowKind::Note;
    row.node = false;
    row.roles.append({.text = u"内部备注"_s, .tone = Tone::Note, .icon = Icon::Lock});
    row.card = true;
    row.cardTone = Tone::Note;
    return row;
}

RowContent promised()
{
    RowContent row = answered(
        u"m11"_s, 0, 30, u"林悦"_s, Tone::Agent,
        u"@李海燕 海燕您好，我是客服林悦。退款卡在银行通道，我正在催办，今天 18:00 前给您准信。"_s,
        {u"李海燕"_s});
    row.delivery = DeliveryLine{Icon::Check, u"已发送"_s, Tone::Neutral};
    row.sources.append({{}, u"记为承诺 18:00"_s, {}, Icon::Flag});
    return row;
}

RowContent foldedOthers()
{
    RowContent row;
    row.kind = RowKind::Fold;
    row.at = clockTime(14, 25);
    row.folded = {{1, 2}, {2, 2}};
    row.title = u"+12 闲聊"_s;
    return row;
}

RowContent waiting()
{
    RowContent row =
        asked(u"m12"_s, 0, 31, u"李海燕"_s, u"行，那我等你到 6 点"_s, u"A 同一人 0.98"_s);
    row.verdict = verdict(u"等待回复"_s, {.text = u"人工接待"_s, .tone = Tone::Agent}, 900, 61, -21,
                          {u"较接管前下降 21"_s});
    return row;
}

} // namespace

QList<RowContent> designRows()
{
    QList<RowContent> rows;
    RowContent day;
    day.kind = RowKind::Day;
    day.at = clockTime(14, 23);
    day.title = u"11-26 星期四"_s;
    rows.append(day);

    RowContent lychee = asked(u"m1"_s, 1, 24, u"王阿姨·6 栋"_s,
                              u"今天到的荔枝一半都黑了，这个能赔吗？"_s, u"B 新话题"_s);
    lychee.attachments.append({MessageKind::Image, u"荔枝.jpg"_s, u"图片"_s, {}, {}});
    lychee.verdict =
        verdict(u"生鲜坏果赔付"_s, {.text = u"自动答复"_s, .tone = Tone::Bot}, 930, 38, 0,
                {u"图片识别：荔枝 · 褐变约 50%"_s, u"订单尾号 2206，签收 3 小时内"_s});
    rows.append(lychee);

    RowContent pay =
        answered(u"m2"_s, 1, 24, u"小禾"_s, Tone::Bot,
                 u"@王阿姨·6 栋 看到照片了，可赔付 ¥19.90，确认退吗？"_s, {u"王阿姨·6 栋"_s});
    pay.sources = {{{u"e1"_s}, u"生鲜坏果赔付 v12"_s, u"0.93"_s, Icon::Book},
                   {{}, u"订单查询"_s, {}, Icon::Tool}};
    rows.append(pay);
    rows.append(angry());

    RowContent leo = asked(u"m4"_s, 2, 27, u"Leo"_s, u"明天会员日满 99 减 20，能跟新人券一起用不"_s,
                           u"C 新话题"_s);
    leo.verdict = verdict(u"优惠叠加规则"_s, {.text = u"合并答复"_s, .tone = Tone::Bot}, 880, 12, 0,
                          {u"与“小鱼妈妈”同问，一次答复"_s});
    rows.append(leo);

    RowContent fold;
    fold.kind = RowKind::Fold;
    fold.at = clockTime(14, 27, 30);
    fold.title = u"+12 闲聊"_s;
    fold.detail = u"接龙、表情、“收到” · 其中“同问”1 条已并入 C"_s;
    rows.append(fold);

    RowContent person =
        asked(u"m5"_s, 0, 28, u"李海燕"_s, u"找个人来，别让机器人回我"_s, u"A 同一人 0.97"_s);
    person.verdict = verdict(u"要求人工"_s, {.text = u"转人工"_s, .tone = Tone::Danger}, 960, 78,
                             12, {u"明确要求人工，机器人在 A 静默"_s});
    rows.append(person);
    rows.append(system(0, clockTime(14, 28, 12), Icon::Flag, u"话题 A 转人工"_s,
                       u"14:28:12 · 首响时限 5:00 · 机器人继续接待 B、C"_s));

    RowContent stack = answered(u"m6"_s, 2, 29, u"小禾"_s, Tone::Bot,
                                u"@Leo @小鱼妈妈 可以叠加，先满减后用券；新人券限首单。"_s,
                                {u"Leo"_s, u"小鱼妈妈"_s});
    stack.sources = {{{u"e2"_s}, u"会员日活动规则 v3"_s, u"0.88"_s, Icon::Book}};
    stack.sentFrom = clockTime(14, 29);
    stack.recallUntil = clockTime(14, 31);
    rows.append(stack);

    RowContent chen = asked(u"m7"_s, 1, 29, u"陈先生"_s, u"那坏的需要寄回去吗"_s, u"B 0.54？"_s);
    chen.at = clockTime(14, 29, 30);
    chen.hollow = true;
    chen.linkWeak = true;
    chen.link->line = true;
    chen.verdict = verdict(u"坏果是否寄回"_s, {.text = u"等待归属"_s, .tone = Tone::Warning}, 860,
                           20, 0, {u"归入 B 的把握不足 0.60"_s});
    rows.append(chen);
    return rows;
}

QList<LaneSpan> designLanes()
{
    return {{kA, 0, u"退款未到账"_s, clockTime(14, 21), clockTime(14, 28), true},
            {kB, 1, u"荔枝坏果"_s, clockTime(14, 24), clockTime(14, 29, 30), false},
            {kC, 2, u"优惠叠加"_s, clockTime(14, 27), clockTime(14, 29), false}};
}

QList<RowContent> focusRows()
{
    QList<RowContent> rows;
    RowContent milk = asked(u"m8"_s, 0, 21, u"李海燕"_s,
                            u"上周五退的牛奶，说好 3 个工作日到账呢？"_s, u"A 新话题"_s);
    milk.verdict = verdict(u"退款进度查询"_s, {.text = u"自动答复"_s, .tone = Tone::Bot}, 780, 46,
                           0, {u"命中“退款到账时效”，高于 0.72"_s});
    rows.append(milk);
    RowContent bot = answered(
        u"m9"_s, 0, 21, u"小禾"_s, Tone::Bot,
        u"@李海燕 退款已于 11 月 20 日原路退回，银行一般 1–3 个工作日到账，请您耐心等待。"_s,
        {u"李海燕"_s});
    bot.at = clockTime(14, 21, 2);
    bot.sources = {{{u"e7"_s}, u"退款到账时效 v7"_s, u"0.78"_s, Icon::Book},
                   {{}, u"退款查询"_s, {}, Icon::Tool}};
    rows.append(bot);
    rows.append(foldedOthers());
    RowContent first = asked(u"m10"_s, 0, 26, u"李海燕"_s, u"又是复制粘贴！银行我查过了没有！"_s,
                             u"A 同一人 0.97"_s);
    first.continues = true;
    rows.append(first);
    RowContent second = asked(u"m10b"_s, 0, 28, u"李海燕"_s, u"找个人来，别让机器人回我"_s, {});
    second.continued = true;
    second.verdict = verdict(u"要求人工"_s, {.text = u"转人工"_s, .tone = Tone::Danger}, 960, 82, 9,
                             {u"情绪 82 ≥ 70，明确要求人工"_s});
    rows.append(second);
    rows.append(bigTakeover());
    rows.append(note());
    RowContent agent = promised();
    agent.sentFrom = clockTime(14, 30);
    agent.recallUntil = clockTime(14, 32);
    rows.append(agent);
    rows.append(waiting());
    rows.append(
        queued(u"p1"_s, 31, u"这单我可以先垫付 ¥68.90 到余额，您看可以吗？"_s,
               {.text = u"待发送"_s, .tone = Tone::Warning, .icon = Icon::Clock},
               {Icon::Clock, u"账号限速，约 8 秒后发出"_s, Tone::Warning},
               {{RowAction::Edit, u"编辑"_s, {}}, {RowAction::Discard, u"撤下"_s, u"Alt+Z"_s}}));
    return rows;
}

QList<LaneSpan> focusLanes()
{
    return {{kA, 0, u"退款未到账"_s, clockTime(14, 21), clockTime(14, 31), true}};
}

QList<RowContent> offlineRows()
{
    QList<RowContent> rows{foldedOthers(), angry(), bigTakeover(), note(), promised(), waiting()};
    RowContent gap = system(0, clockTime(14, 31, 8), Icon::Off, u"连接在 14:31:08 中断"_s,
                            u"之后的消息会在重连后按序号补齐，不会遗漏"_s);
    gap.tone = Tone::Warning;
    rows.append(gap);
    rows.append(
        queued(u"p2"_s, 31, u"垫付 ¥68.90 到余额的话，您同意吗？"_s,
               {.text = u"发送结果未知"_s, .tone = Tone::Danger, .icon = Icon::Warn},
               {Icon::Warn, u"发出后未收到回执，不会自动重发"_s, Tone::Danger},
               {{RowAction::MarkSent, u"标为已发"_s, {}}, {RowAction::Retry, u"重发"_s, {}}}));
    rows.append(queued(u"p3"_s, 32, u"@李海燕 工行那边已加急，预计 17:30 前有结果。"_s,
                       {.text = u"待发箱 · 第 1 位"_s, .tone = Tone::Warning, .icon = Icon::Clock},
                       {Icon::Off, u"离线，重连后核对新消息再发出"_s, Tone::Warning},
                       {{RowAction::Edit, u"编辑"_s, {}}, {RowAction::Discard, u"撤下"_s, {}}}));
    return rows;
}

} // namespace quntai::test
