// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/promises.h"

#include "app/backend/language/duetime.h"
#include "app/backend/language/normalise.h"
#include "models/domain/promise.h"

#include <QRegularExpression>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestRead = 2000;
constexpr qsizetype mostPromises = 4;

/** What we would do, or what would happen to the customer. */
bool promisesSomething(const QString &clause)
{
    static const QRegularExpression acts(
        u"回复|答复|回电|回您|回你|复您|联系|致电|打电话|通知|告知|告诉您|告诉你|反馈|跟进|处理|解决|办好|办理|安排"
        u"|发出|发货|发走|发给|发您|发你|寄|补发|重发|补送|补给|退款|退给|退您|退你|退回|原路退|打款|转给|到账"
        u"|返还|赔|补偿|补差|送达|送到|送过|派送|配送|上门|送货|核实|查清|查好|查明|给您查|帮您查|核对|确认|开票|开好|开发票"
        u"|更换|换新|换货|换一|恢复|修复|修好|上架|到货|补货|审核|审批|出结果|有结果|给您结果|给结果|更新|提交|登记"
        u"|给您|给你|帮您|帮你|会到|能到|可到|就到|搞定|弄好|完成|生效|开通|解冻"_s);
    return acts.match(clause).hasMatch();
}

/** Asks, denies, supposes, tells what is usual or what was. */
bool isNoPromise(const QString &clause)
{
    static const QRegularExpression signs(
        u"[?]|吗|么(?!快)|怎么|如何|是否|是不是|能不能|有没有|什么|哪"
        u"|不能|无法|没法|没办法|不会|不保证|不一定|未必|不了|没有?(?:办法|处理|收到|到|发)|还没|暂时不|先不"
        u"|如果|要是|若(?!干)|假如|万一|的话|除非"
        u"|无理由|支持|享受|保质|有效期|质保|保修"
        u"|一般|通常|正常情况|正常是|按规定|按照规定|规则|平时|每天|每周|每月|都是"
        u"|可能|应该|也许|估计|大概(?!明|今|后)|说不定|不确定|看情况|听说|据说"
        u"|已经|已于|已在|刚刚?(?:给|帮|把|已)|昨|前天|上周|上个?月|(?<![一二三四五六日天号点半班午晚周月底0-9])[之以]前|当时|[退发寄补联回处核]?过了"_s);
    return signs.match(clause).hasMatch();
}

/** The customer is to do it. */
bool isForCustomer(const QString &clause)
{
    static const QRegularExpression asks(
        u"(?:请|麻烦|劳烦|辛苦)(?!放心|稍|耐心|留意|注意)(?:您|你|大家|各位|把|先|在|于|尽|自|提供|发|联系|拨打|登录|确认)"
        u"|(?:您|你|大家|各位)(?:可以|需要|得|要|先|自己|去|就|再|也|记得|最好|把)|建议(?:您|你)|记得"_s);
    return asks.match(clause).hasMatch();
}

/** [start, end) of the normalised text. */
struct Part
{
    qsizetype from = 0;
    qsizetype to = 0;
};

QList<Part> partsOf(const QString &text, Part of, bool (*ends)(const QString &, qsizetype))
{
    QList<Part> parts;
    auto from = of.from;
    for (auto at = of.from; at <= of.to; ++at) {
        if (at != of.to && !ends(text, at))
            continue;
        // A question mark belongs to what it ends.
        const auto to = at != of.to && text[at] == u'?' ? at + 1 : at;
        if (to > from)
            parts.append({from, to});
        from = at + 1;
    }
    return parts;
}

bool isBesideDigit(const QString &text, qsizetype at)
{
    return (at > 0 && text[at - 1].isDigit()) || (at + 1 < text.size() && text[at + 1].isDigit());
}

bool isBetweenDigits(const QString &text, qsizetype at)
{
    return at > 0 && text[at - 1].isDigit() && at + 1 < text.size() && text[at + 1].isDigit();
}

/** "1.5小时" goes on. */
bool endsSentence(const QString &text, qsizetype at)
{
    const auto c = text[at];
    return c == u'!' || c == u'?' || c == u';' || c == u'\n' || c == u'。'
        || (c == u'.' && !isBetweenDigits(text, at));
}

/** "下午 3 点" goes on. */
bool endsClause(const QString &text, qsizetype at)
{
    const auto c = text[at];
    return c == u',' || c == u'、' || (c == u' ' && !isBesideDigit(text, at));
}

/** Reads the promises of one text, sentence by sentence. */
class Reader
{
public:
    Reader(QStringView text, Instant now, const WorkingHours &hours, const Lexicon &lexicon)
        : m_original(text), m_normal(normalise(text, lexicon)), m_clock(now, hours)
    {
    }

    QList<FoundPromise> read()
    {
        for (const auto &sentence : partsOf(m_normal.text, {0, m_normal.text.size()}, endsSentence))
            readSentence(sentence);
        return m_found;
    }

private:
    QString at(Part part) const { return m_normal.text.mid(part.from, part.to - part.from); }

    /** A question mark or a condition anywhere makes the whole sentence no promise; what else
     * speaks against it counts for its own clause. */
    bool isOpen(Part sentence) const
    {
        static const QRegularExpression open(u"[?]|如果|要是|假如|万一|的话|除非"_s);
        return open.match(at(sentence)).hasMatch();
    }

    void readSentence(Part sentence)
    {
        if (isOpen(sentence))
            return;
        m_before = {};
        m_last.reset();
        m_clock.forgetDay();
        for (const auto &clause : partsOf(m_normal.text, sentence, endsClause))
            readClause(clause);
    }

    /** The time may stand in a clause of its own just before: "三天内，退款会到账". */
    void readClause(Part clause)
    {
        const auto words = at(clause);
        const auto own = m_clock.dueIn(words);
        const auto due = own.isSet() ? own : m_before.due;
        const bool promises = promisesSomething(words) && !isNoPromise(words)
            && !isForCustomer(words);
        if (promises && due.isSet())
            add(own.isSet() ? clause : Part{m_before.part.from, clause.to}, due);
        const bool timeOnly = own.isSet() && !promises && !isNoPromise(words)
            && !isForCustomer(words);
        m_before = timeOnly ? Before{clause, own} : Before{};
    }

    void add(Part part, Instant due)
    {
        if (m_last && m_last->due == due && !m_found.isEmpty()) {
            m_last->part.to = part.to;
            m_found.last().text = original(m_last->part);
            return;
        }
        if (m_found.size() == mostPromises)
            return;
        m_last = Before{part, due};
        m_found.append({original(part), due});
    }

    QString original(Part part) const
    {
        const auto [from, length] = m_normal.originalRange(int(part.from), int(part.to - part.from));
        return m_original.sliced(from, length).toString().simplified().left(Promise::textLimit);
    }

    struct Before
    {
        Part part;
        Instant due;
    };

    const QStringView m_original;
    const NormalisedText m_normal;
    DueClock m_clock;
    Before m_before;
    std::optional<Before> m_last;
    QList<FoundPromise> m_found;
};

} // namespace

QList<FoundPromise> promisesIn(QStringView text, Instant now, const WorkingHours &hours,
                               const Lexicon &lexicon)
{
    return Reader(text.first(std::min(text.size(), longestRead)), now, hours, lexicon).read();
}

} // namespace quntai
