// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/desk/desksample.h"

#include "widgets/common/theme/quntaistyle.h"

#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLayout>
#include <QWidget>

namespace quntai::tests {

using namespace Qt::StringLiterals;

namespace {

constexpr Instant start{1'764'051'600'000};

Message said(int number, AuthorKind who, const QString &name, const QString &text)
{
    Message message;
    message.id = {u"m-%1"_s.arg(number)};
    message.seq = 100 + number;
    message.at = start.plusSeconds(number * 40);
    message.group = {u"wecom/g3"_s};
    message.topic = {u"t-1"_s};
    message.author = {who, name, name};
    message.text = text;
    message.delivery = who == AuthorKind::Member ? Delivery::Received : Delivery::Sent;
    return message;
}

Candidate candidate(const QString &id, int version, const QString &title, int score)
{
    return {{id}, version, title, score,
            {{u"bm25"_s, score - 40}, {u"phrasing"_s, score + 60}, {u"coverage"_s, score / 2},
             {u"exact"_s, 0}}};
}

Verdict verdictOn(Action action, int confidence, int emotion)
{
    Verdict verdict;
    verdict.action = action;
    verdict.addressee = Addressee::Bot;
    verdict.addressing = 940;
    verdict.addressingWhy = {u"quote_bot"_s, u"open_topic"_s, u"question"_s};
    verdict.query = u"退款 三天 未到账"_s;
    verdict.candidates = {candidate(u"e-7"_s, 7, u"退款到账时效"_s, confidence),
                          candidate(u"e-9"_s, 4, u"退款卡单处理"_s, confidence / 2)};
    verdict.confidence = confidence;
    verdict.threshold = 720;
    verdict.outOfScope = 120;
    verdict.emotion = emotion;
    verdict.emotionTrend = 12;
    verdict.repeats = 3;
    verdict.core = u"core 1 · 5f2c9a1be07d"_s;
    return verdict;
}

QList<ReasonPart> reasons()
{
    return {{Reason::Emotion, 320, u"“又是复制粘贴”“查过了没有”"_s},
            {Reason::HumanRequest, 260, u"“找个人来”"_s},
            {Reason::Repeats, 160, {}},
            {Reason::LowConfidence, 120, {}}};
}

QList<MessagePtr> talk()
{
    auto first = said(1, AuthorKind::Member, u"李海燕"_s,
                      u"上周五退的牛奶，订单 20251120007731，退款 ¥68.90，说好 3 个工作日到账呢？"_s);
    first.verdict = verdictOn(Action::Answer, 780, 46);
    auto answer = said(2, AuthorKind::Bot, u"小禾"_s,
                       u"退款已于 11 月 20 日原路退回，银行一般 1–3 个工作日到账，请您耐心等待。"_s);
    answer.entry = EntryId{u"e-7"_s};
    answer.entryVersion = 7;
    answer.answers = first.id;
    auto again = said(3, AuthorKind::Member, u"李海燕"_s,
                      u"又是复制粘贴！银行我查过了没有！三天前你们就是这么说的！"_s);
    again.verdict = verdictOn(Action::Escalate, 410, 82);
    auto person = said(4, AuthorKind::Member, u"李海燕"_s, u"找个人来，别让机器人回我"_s);
    auto escalated = verdictOn(Action::Escalate, 960, 78);
    escalated.reasons = reasons();
    escalated.escalation = 860;
    escalated.escalationThreshold = 600;
    person.verdict = escalated;
    auto note = said(5, AuthorKind::Agent, u"周敏"_s, u"上个月也卡过一次，工行通道慢，今天可先垫付"_s);
    note.internal = true;
    const auto reply = said(6, AuthorKind::Agent, u"周敏"_s,
                            u"海燕您好，我是客服周敏。退款卡在银行通道，我正在催办，今天 18:00 "
                            u"前给您准信。"_s);
    const auto last = said(7, AuthorKind::Member, u"李海燕"_s, u"行，那我等你到 6 点"_s);
    QList<MessagePtr> all;
    for (const auto &message : {first, answer, again, person, note, reply, last})
        all.append(std::make_shared<Message>(message));
    return all;
}

Topic topicOf(const QList<MessagePtr> &messages)
{
    Topic topic;
    topic.id = {u"t-1"_s};
    topic.group = {u"wecom/g3"_s};
    topic.title = u"退款 3 天未到账"_s;
    topic.state = TopicState::Escalated;
    topic.asker = {u"wecom/lihy"_s};
    topic.askerName = u"海燕"_s;
    topic.askers = {topic.asker};
    topic.openedAt = messages.constFirst()->at;
    topic.lastAt = messages.constLast()->at;
    topic.waitingSince = messages.constLast()->at;
    topic.messageCount = int(messages.size());
    topic.emotion = 82;
    topic.emotionTrend = 12;
    topic.emotions = {30, 42, 40, 58, 64, 82, 78};
    topic.confidence = 410;
    topic.repeats = 3;
    topic.intent = {u"e-7"_s};
    topic.intentTitle = u"退款到账时效"_s;
    Escalation escalation;
    escalation.reasons = reasons();
    escalation.score = 860;
    escalation.threshold = 600;
    escalation.at = topic.lastAt;
    escalation.dueAt = escalation.at.plusSeconds(300);
    topic.escalation = escalation;
    topic.handover = u"已登记银行通道催办，客户接受今天 18:00 前给准信。"_s;
    return topic;
}

Customer customer()
{
    Customer who;
    who.id = {u"c-1"_s};
    who.name = u"李海燕"_s;
    who.level = CustomerLevel::Vip;
    who.since = u"2022-11"_s;
    who.phoneMasked = u"138****7731"_s;
    who.tags = {u"母婴"_s, u"滨江花园 6 幢"_s, u"团购常客"_s, u"收货要电话"_s};
    who.orders30d = 6;
    who.spend30dCents = 48230;
    who.refunds = 1;
    who.note = u"对退款时效敏感，先说结果再解释。"_s;
    Order milk{u"20251120007731"_s, {{u"有机纯牛奶 250 ml"_s, 24, 287}}, 6890, start, u"退款中"_s,
               {u"退货已签收，滨江仓"_s, u"退货已揽收"_s}, u"银行处理中"_s, 6890};
    Order fruit{u"20251118002206"_s, {{u"妃子笑荔枝 2 斤"_s, 1, 3980}, {u"红富士 5 斤"_s, 1, 2990}},
                6970, start, u"已签收"_s, {u"11-18 17:20 本人签收"_s}, {}, 0};
    who.orders = {milk, fruit};
    return who;
}

} // namespace

DeskSample deskSample()
{
    DeskSample sample;
    sample.messages = talk();
    sample.topic = topicOf(sample.messages);
    sample.customer = customer();
    sample.members = {{{u"wecom/lihy"_s}, u"海燕"_s, MemberRole::Customer, {u"c-1"_s}, {}},
                      {{u"wecom/bot"_s}, u"小禾"_s, MemberRole::Bot, {}, {}},
                      {{u"wecom/zm"_s}, u"周敏"_s, MemberRole::Staff, {}, {u"u-2"_s}},
                      {{u"wecom/wang"_s}, u"王阿姨·6 栋"_s, MemberRole::GroupAdmin, {}, {}},
                      {{u"wecom/leo"_s}, u"Leo"_s, MemberRole::Customer, {}, {}}};
    sample.now = sample.topic.lastAt.plusSeconds(108);
    return sample;
}

QString hostileText()
{
    return u"<img src=file:///etc/passwd><b>李</b>\u202Egpj.exe &amp; "_s + QString(300, u'长');
}

std::unique_ptr<ThemeHost> makeHost()
{
    auto themes = loadThemes();
    if (!themes)
        qFatal("%s", qPrintable(themes.error()));
    auto host = std::make_unique<ThemeHost>(*std::move(themes));
    host->setMode(ThemeMode::Light);
    applyTheme(*qApp, *host);
    return host;
}

void grabBoth(ThemeHost &host, QWidget &widget, const QString &name)
{
    const auto folder = qEnvironmentVariable("QUNTAI_GRAB_DIR");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    for (const auto mode : {ThemeMode::Light, ThemeMode::Dark}) {
        host.setMode(mode);
        QCoreApplication::processEvents();
        const auto file = u"%1/%2-%3.png"_s.arg(folder, name, mode == ThemeMode::Light
                                                                  ? u"light"_s : u"dark"_s);
        if (!widget.grab().save(file))
            qWarning("%s cannot be written", qPrintable(file));
    }
    host.setMode(ThemeMode::Light);
}

QString namelessWidget(QWidget &root)
{
    for (auto *widget : root.findChildren<QWidget *>()) {
        // The list of a combo box is a window of its own, which Qt names by the box.
        if ((widget->focusPolicy() & Qt::TabFocus) == 0 || widget->isHidden() || widget->focusProxy()
            || widget->objectName().startsWith(u"qt_") || widget->window() != root.window())
            continue;
        const auto *item = QAccessible::queryAccessibleInterface(widget);
        if (item && item->text(QAccessible::Name).isEmpty())
            return QString::fromLatin1(widget->metaObject()->className());
    }
    return {};
}

QString richLabel(QWidget &root)
{
    for (const auto *label : root.findChildren<QLabel *>()) {
        if (label->textFormat() != Qt::PlainText)
            return label->text();
    }
    return {};
}

} // namespace quntai::tests
