// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/topicsummary.h"

#include "models/domain/outcomes.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/words/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostFound = 4;
constexpr int mostRefs = 4;
constexpr int mostParts = 8;
constexpr int quoteLimit = 80;
constexpr int textLimit = 4000;   // of a message that is searched for facts

MessageRef refTo(const QList<MessagePtr> &messages, qsizetype at)
{
    const auto &message = messages.at(at);
    return {message->id, int(at) + 1,
            visibleText(message->author.name, 24) + u": "_s + visibleText(message->text, 100)};
}

void addRef(SummaryLine &line, const MessageRef &ref)
{
    if (line.refs.size() < mostRefs && !line.refs.contains(ref))
        line.refs.append(ref);
}

/** Nothing for a message that is not here. */
void addRef(SummaryLine &line, const QList<MessagePtr> &messages, const MessageId &id)
{
    const auto at = std::ranges::find_if(messages, [&](const auto &m) { return m->id == id; });
    if (!id.isEmpty() && at != messages.end())
        addRef(line, refTo(messages, at - messages.begin()));
}

QString dueText(Instant due)
{
    return QDateTime::fromMSecsSinceEpoch(due.ms).toString(u"MM-dd HH:mm"_s);
}

QStringList found(const QRegularExpression &pattern, const QString &text, int group = 0)
{
    QStringList all;
    auto matches = pattern.globalMatch(text.first(std::min<qsizetype>(text.size(), textLimit)));
    while (matches.hasNext() && all.size() < mostFound) {
        const auto match = matches.next();
        const auto one = match.captured(group).isEmpty() ? match.captured(0)
                                                         : match.captured(group);
        if (!all.contains(one.trimmed()))
            all.append(one.trimmed());
    }
    return all;
}

QString joined(const QStringList &parts)
{
    return parts.first(std::min<qsizetype>(mostFound, parts.size())).join(u'、');
}

bool asksSomething(const Message &message)
{
    return isFromMember(message) && !message.folded && message.verdict
        && (message.verdict->addressee == Addressee::Bot
            || message.verdict->addressee == Addressee::Staff);
}

bool asksForPerson(const Message &message)
{
    return message.verdict
        && std::ranges::any_of(message.verdict->reasons, [](const ReasonPart &part) {
               return part.reason == Reason::HumanRequest;
           });
}

SummaryLine askOf(const QList<MessagePtr> &messages)
{
    SummaryLine line;
    auto first = std::ranges::find_if(messages, [](const auto &m) { return asksSomething(*m); });
    if (first == messages.end())
        first = std::ranges::find_if(messages, [](const auto &m) { return isFromMember(*m); });
    if (first == messages.end())
        return line;
    line.text = visibleText((*first)->text, quoteLimit);
    if (line.text.isEmpty())
        line.text = QCoreApplication::translate("TopicSummary", "Sent a picture or a file");
    addRef(line, refTo(messages, first - messages.begin()));
    const auto person = std::ranges::find_if(
        messages, [](const auto &m) { return isFromMember(*m) && asksForPerson(*m); });
    if (person != messages.end()) {
        line.text = QCoreApplication::translate("TopicSummary", "%1; asked for a person").arg(line.text);
        addRef(line, refTo(messages, person - messages.begin()));
    }
    return line;
}

SummaryLine factsOf(const Topic &topic, const QList<MessagePtr> &messages)
{
    SummaryLine line;
    QStringList orders;
    QStringList amounts;
    for (qsizetype i = 0; i < messages.size(); ++i) {
        if (!isFromMember(*messages.at(i)))
            continue;
        const auto hereOrders = orderNumbersIn(messages.at(i)->text);
        const auto hereAmounts = amountsIn(messages.at(i)->text);
        if (!hereOrders.isEmpty() || !hereAmounts.isEmpty())
            addRef(line, refTo(messages, i));
        orders += hereOrders;
        amounts += hereAmounts;
    }
    orders.removeDuplicates();
    amounts.removeDuplicates();
    QStringList parts;
    if (!topic.intentTitle.isEmpty())
        parts.append(visibleText(topic.intentTitle, quoteLimit));
    if (!orders.isEmpty())
        parts.append(QCoreApplication::translate("TopicSummary", "order %1").arg(joined(orders)));
    if (!amounts.isEmpty())
        parts.append(joined(amounts));
    for (const auto &told : topic.slots_) {
        // An order's number stands there already.
        if (parts.size() >= mostParts || orders.contains(told.value))
            continue;
        parts.append(visibleText(told.name, 16) + u' ' + visibleText(told.value, 24));
        addRef(line, messages, told.message);
    }
    line.text = parts.join(u" · "_s);
    return line;
}

/** Titles of the entries the bot considered, as its verdicts name them. */
QHash<EntryId, QString> entryTitles(const Topic &topic, const QList<MessagePtr> &messages)
{
    QHash<EntryId, QString> titles;
    titles.insert(topic.intent, topic.intentTitle);
    for (const auto &message : messages) {
        if (!message->verdict)
            continue;
        for (const auto &candidate : message->verdict->candidates)
            titles.insert(candidate.entry, candidate.title);
    }
    return titles;
}

QString with(const QString &text, const QString &more)
{
    return text.isEmpty() ? more : text + u"; "_s + more;
}

/** Whom it did not help. */
SummaryLine withOutcome(SummaryLine line, const Topic &topic, const QList<MessagePtr> &messages)
{
    int helpless = 0;
    for (const auto &outcome : topic.outcomes) {
        if (outcome.stage != AskerStage::Unsolved)
            continue;
        ++helpless;
        addRef(line, messages, outcome.message);
    }
    if (helpless > 0)
        line.text = with(line.text, QCoreApplication::translate(
                                        "TopicSummary", "it did not help %n person(s)", nullptr,
                                        helpless));
    return line;
}

/** Which steps of an entry colleagues have done. */
SummaryLine withSteps(SummaryLine line, const Topic &topic)
{
    QStringList steps;
    for (const auto &tick : topic.ticks)
        steps.append(visibleText(tick.step, 24));
    if (!steps.isEmpty())
        line.text = with(line.text, QCoreApplication::translate("TopicSummary", "done: %1")
                                        .arg(joined(steps)));
    return line;
}

SummaryLine triedOf(const Topic &topic, const QList<MessagePtr> &messages)
{
    SummaryLine line;
    int answers = 0;
    QStringList sources;
    const auto titles = entryTitles(topic, messages);
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const auto &message = *messages.at(i);
        if (message.author.kind != AuthorKind::Bot || message.delivery == Delivery::Recalled)
            continue;
        ++answers;
        addRef(line, refTo(messages, i));
        if (const auto title = titles.value(message.entry); !title.isEmpty())
            sources.append(u"“%1”"_s.arg(visibleText(title, 40)));
    }
    sources.removeDuplicates();
    if (answers == 0)
        return withSteps(withOutcome(line, topic, messages), topic);
    line.text = sources.isEmpty()
        ? QCoreApplication::translate("TopicSummary", "The bot answered %n time(s)", nullptr, answers)
        : QCoreApplication::translate("TopicSummary", "The bot answered %n time(s) from %1",
                                      nullptr, answers)
              .arg(sources.join(u'、'));
    return withSteps(withOutcome(line, topic, messages), topic);
}

bool reachedCustomer(const Message &message)
{
    return !message.internal && message.delivery != Delivery::Recalled
        && message.delivery != Delivery::Failed;
}

QString standingOf(const Promise &promise)
{
    switch (promise.state) {
    case PromiseState::Kept: return QCoreApplication::translate("TopicSummary", "kept");
    case PromiseState::Broken: return QCoreApplication::translate("TopicSummary", "not kept");
    case PromiseState::Open:
    case PromiseState::Dropped: break;
    }
    if (!promise.due.isSet())
        return {};
    const auto until = promise.overdueAt.isSet()
        ? QCoreApplication::translate("TopicSummary", "overdue since %1")
        : QCoreApplication::translate("TopicSummary", "until %1");
    return until.arg(dueText(promise.due));
}

/** As they are noted; those that were none are left out. */
SummaryLine notedPromises(const QList<MessagePtr> &messages, const QList<Promise> &promises)
{
    SummaryLine line;
    QStringList parts;
    for (const auto &promise : promises) {
        if (promise.state == PromiseState::Dropped || parts.size() >= mostFound)
            continue;
        const auto words = u"“%1”"_s.arg(visibleText(promise.text, quoteLimit));
        const auto standing = standingOf(promise);
        parts.append(standing.isEmpty() ? words : u"%1 (%2)"_s.arg(words, standing));
        addRef(line, messages, promise.message);
    }
    line.text = parts.join(u' ');
    return line;
}

SummaryLine promisedOf(const QList<MessagePtr> &messages, const QList<Promise> &noted)
{
    if (!noted.isEmpty())
        return notedPromises(messages, noted);
    SummaryLine line;
    QStringList promises;
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const auto &message = *messages.at(i);
        if (message.author.kind != AuthorKind::Agent || !reachedCustomer(message))
            continue;
        const auto here = promisesIn(message.text);
        if (here.isEmpty())
            continue;
        promises += here;
        addRef(line, refTo(messages, i));
    }
    promises.removeDuplicates();
    for (auto &promise : promises)
        promise = u"“%1”"_s.arg(visibleText(promise, quoteLimit));
    line.text = promises.mid(std::max<qsizetype>(0, promises.size() - mostFound)).join(u' ');
    return line;
}

SummaryLine withOpenPromises(SummaryLine line, const QList<MessagePtr> &messages,
                             const QList<Promise> &promises)
{
    int open = 0;
    for (const auto &promise : promises) {
        if (promise.state != PromiseState::Open)
            continue;
        ++open;
        addRef(line, messages, promise.message);
    }
    if (open > 0)
        line.text = with(line.text, QCoreApplication::translate("TopicSummary",
                                                                "%n promise(s) to keep", nullptr,
                                                                open));
    return line;
}

SummaryLine openOf(const Topic &topic, const QList<MessagePtr> &messages,
                   const QList<Promise> &promises)
{
    SummaryLine line;
    if (!topic.waitingSince.isSet())
        return withOpenPromises(line, messages, promises);
    line.text = QCoreApplication::translate("TopicSummary", "An answer is owed since %1")
                    .arg(clockText(topic.waitingSince));
    for (qsizetype i = 0; i < messages.size(); ++i) {
        if (isFromMember(*messages.at(i)) && messages.at(i)->at >= topic.waitingSince) {
            addRef(line, refTo(messages, i));
            break;
        }
    }
    return withOpenPromises(line, messages, promises);
}

} // namespace

QStringList orderNumbersIn(const QString &text)
{
    // 1 and ten more digits is a phone number in China, never an order.
    static const QRegularExpression pattern(
        u"(?:订单号?|单号)[^0-9A-Za-z\\n]{0,6}([A-Za-z]{0,4}[0-9]{4,24})(?![0-9])"
        u"|(?<![0-9])([0-9]{12,24})(?![0-9])"_s);
    QStringList all = found(pattern, text, 1);
    all.removeIf([](const QString &number) {
        return number.size() == 11 && number.startsWith(u'1');
    });
    return all;
}

QStringList amountsIn(const QString &text)
{
    static const QRegularExpression pattern(
        u"[¥￥]\\s?[0-9]{1,8}(?:\\.[0-9]{1,2})?|[0-9]{1,8}(?:\\.[0-9]{1,2})?\\s?(?:元|块)"_s);
    return found(pattern, text);
}

QStringList promisesIn(const QString &text)
{
    static const QRegularExpression ends(u"[。！？!?；;\\n]"_s);
    static const QRegularExpression time(
        u"[0-9]{1,2}[:：][0-9]{2}|[0-9]{1,2}\\s?点|今天|今晚|明天|后天|上午|下午|本周|下周"
        u"|(?:周|星期)[一二三四五六日天]|[0-9一两二三四五六七八九十]+\\s?(?:分钟|小时|天|个?工作日)"
        u"|[0-9]{1,2}\\s?月\\s?[0-9]{1,2}\\s?[日号]"_s);
    QStringList all;
    const auto bounded = text.first(std::min<qsizetype>(text.size(), textLimit));
    for (const auto &sentence : bounded.split(ends, Qt::SkipEmptyParts)) {
        if (all.size() < mostFound && time.match(sentence).hasMatch())
            all.append(sentence.trimmed());
    }
    return all;
}

TopicSummary summarize(const Topic &topic, const QList<MessagePtr> &messages,
                       const QList<Promise> &promises)
{
    TopicSummary summary;
    summary.ask = askOf(messages);
    summary.facts = factsOf(topic, messages);
    summary.tried = triedOf(topic, messages);
    summary.promised = promisedOf(messages, promises);
    summary.open = openOf(topic, messages, promises);
    return summary;
}

} // namespace quntai
