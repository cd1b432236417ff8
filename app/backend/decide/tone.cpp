// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/tone.h"

#include <QRegularExpression>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype openingLength = 20;  // a greeting stands within so many characters

/** Links, variables and quoted names: facts, whatever they look like. */
const QRegularExpression &keptAsIs()
{
    static const QRegularExpression form(
        u"https?://\\S+|www\\.\\S+|\\{\\{[^}]*\\}\\}|“[^”]*”|「[^」]*」|《[^》]*》|\"[^\"]*\""_s);
    return form;
}

/** Pictographs, and signs that are shown as one; WeChat's own are words in brackets. */
const QRegularExpression &emojiForm()
{
    static const QRegularExpression form(
        u"[\\x{1F000}-\\x{1FAFF}\\x{2B50}\\x{2728}\\x{2705}\\x{274C}\\x{2753}\\x{2757}\\x{26A1}"
        "\\x{2614}\\x{2615}]\\x{FE0F}?\\x{200D}?|[\\x{2600}-\\x{27BF}]\\x{FE0F}|[\\x{FE0F}\\x{200D}]|"
        "\\[(?:微笑|愉快|玫瑰|偷笑|握手|抱拳|爱心|强|OK|太阳|呲牙|害羞|庆祝|礼物|鼓掌|拥抱|笑脸)\\]"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return form;
}

QString withoutEmoji(const QString &text)
{
    QString out;
    qsizetype at = 0;
    auto kept = keptAsIs().globalMatch(text);
    const auto take = [&](qsizetype end) {
        out += text.sliced(at, end - at).remove(emojiForm());
        at = end;
    };
    while (kept.hasNext()) {
        const auto found = kept.next();
        take(found.capturedStart());
        out += found.captured();
        at = found.capturedEnd();
    }
    take(text.size());
    return out;
}

/** A last sentence that says nothing of the matter. */
bool isCourtesy(const QString &sentence)
{
    static const QRegularExpression form(
        u"\\A\\s*(?:祝您|祝你|感谢您|感谢你|谢谢|非常感谢|如有|如果还有|如还有|有问题|有任何|还有问题|"
        "还有什么|欢迎|期待|有需要)[^，,；;]{0,12}(?:[，,][^，,；;]{0,14})?\\z"_s);
    static const QRegularExpression fact(u"[0-9０-９]"_s);
    return form.match(sentence).hasMatch() && !sentence.contains(fact)
        && !sentence.contains(keptAsIs());
}

QString withoutGreeting(QString text)
{
    static const QRegularExpression form(
        u"\\A\\s*(?:\\{\\{\\s*称呼\\s*\\}\\}|亲爱的顾客|亲爱的)?[，, ]*(?:您好|你好|亲亲|亲|哈喽)[，,。！!~～ ]+"_s);
    while (text.contains(form)) {
        const auto rest = QString(text).remove(form);
        if (rest.trimmed().isEmpty())
            break;
        text = rest;
    }
    return text;
}

QString withoutClose(QString text)
{
    static const QString ends = u"。！!～~\n"_s;
    for (;;) {
        auto last = text.size() - 1;
        while (last >= 0 && (ends.contains(text[last]) || text[last].isSpace()))
            --last;
        auto start = last;
        while (start >= 0 && !ends.contains(text[start]))
            --start;
        if (start < 0 || !isCourtesy(text.sliced(start + 1, last - start)))
            return text;
        text.truncate(start + 1);
    }
}

bool isGreeted(const QString &text)
{
    return text.first(std::min(text.size(), openingLength)).contains(u"好，"_s)
        || text.first(std::min(text.size(), openingLength)).contains(u"您好"_s);
}

QString opening(const AnswerTone &tone, const QString &text, const QString &name)
{
    if (tone.style == ToneStyle::Formal && !isGreeted(text))
        return name.isEmpty() ? u"您好，"_s : u"尊敬的%1，您好。"_s.arg(name);
    return name.isEmpty() ? QString() : name + u'，';
}

QString closing(const AnswerTone &tone, const QString &text)
{
    if (text.contains(u"随时"_s))
        return {};
    if (tone.style == ToneStyle::Formal)
        return u"如还有疑问，请随时告知。"_s;
    if (tone.style == ToneStyle::Friendly)
        return tone.emoji ? u"还有问题随时喊我哦😊"_s : u"还有问题随时喊我哦～"_s;
    return {};
}

} // namespace

QString tonedTemplate(const AnswerTone &tone, const QString &text)
{
    auto toned = tone.emoji ? text : withoutEmoji(text);
    if (tone.style == ToneStyle::Brief)
        toned = withoutClose(withoutGreeting(toned));
    return toned.trimmed().isEmpty() ? text : toned;
}

QString tonedAnswer(const AnswerTone &tone, const QString &text, const QString &name)
{
    // Who is addressed by the template itself is not addressed twice.
    const auto shown = !name.isEmpty() && text.contains(name) ? QString() : name;
    return opening(tone, text, shown) + text + closing(tone, text);
}

} // namespace quntai
