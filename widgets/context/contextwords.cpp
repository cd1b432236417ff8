// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/contextwords.h"

#include <QCoreApplication>
#include <QHash>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

using CodeWords = QHash<QString, const char *>;

QString wordFor(const CodeWords &words, const QString &code)
{
    const auto *text = words.value(code);
    return text ? QCoreApplication::translate("ContextWords", text) : code;
}

} // namespace

QString memberRoleName(MemberRole role)
{
    switch (role) {
    case MemberRole::Customer: return QCoreApplication::translate("ContextWords", "Customer");
    case MemberRole::GroupAdmin: return QCoreApplication::translate("ContextWords", "Group admin");
    case MemberRole::Staff: return QCoreApplication::translate("ContextWords", "Staff");
    case MemberRole::Bot: return QCoreApplication::translate("ContextWords", "Bot");
    }
    return {};
}

QString addresseeName(Addressee addressee)
{
    switch (addressee) {
    case Addressee::Bot: return QCoreApplication::translate("ContextWords", "To the bot");
    case Addressee::Staff: return QCoreApplication::translate("ContextWords", "To staff");
    case Addressee::Member: return QCoreApplication::translate("ContextWords", "To a member");
    case Addressee::Nobody: return QCoreApplication::translate("ContextWords", "To nobody");
    }
    return {};
}

QString addressingWord(const QString &code)
{
    static const CodeWords words{
        {u"at_bot"_s, QT_TRANSLATE_NOOP("ContextWords", "mentions the bot")},
        {u"at_staff"_s, QT_TRANSLATE_NOOP("ContextWords", "mentions staff")},
        {u"at_member"_s, QT_TRANSLATE_NOOP("ContextWords", "mentions a member")},
        {u"quote_bot"_s, QT_TRANSLATE_NOOP("ContextWords", "quotes the bot")},
        {u"quote_staff"_s, QT_TRANSLATE_NOOP("ContextWords", "quotes staff")},
        {u"quote_member"_s, QT_TRANSLATE_NOOP("ContextWords", "quotes a member")},
        {u"names_bot"_s, QT_TRANSLATE_NOOP("ContextWords", "calls the bot by name")},
        {u"names_staff"_s, QT_TRANSLATE_NOOP("ContextWords", "calls staff by name")},
        {u"open_topic"_s, QT_TRANSLATE_NOOP("ContextWords", "has an open topic")},
        {u"follows_bot"_s, QT_TRANSLATE_NOOP("ContextWords", "follows what the bot said")},
        {u"question"_s, QT_TRANSLATE_NOOP("ContextWords", "is a question")},
        {u"known_question"_s, QT_TRANSLATE_NOOP("ContextWords", "is a known question")},
        {u"near_question"_s, QT_TRANSLATE_NOOP("ContextWords", "is close to a known question")},
        {u"no_question"_s, QT_TRANSLATE_NOOP("ContextWords", "asks nothing")},
        {u"no_words"_s, QT_TRANSLATE_NOOP("ContextWords", "has no words")},
        {u"statement"_s, QT_TRANSLATE_NOOP("ContextWords", "is a statement")},
        {u"acknowledgement"_s, QT_TRANSLATE_NOOP("ContextWords", "is a thank-you or an OK")},
        {u"me_too"_s, QT_TRANSLATE_NOOP("ContextWords", "joins in with the same question")},
        {u"solved"_s, QT_TRANSLATE_NOOP("ContextWords", "says that it is solved")},
        {u"unsolved"_s, QT_TRANSLATE_NOOP("ContextWords", "says that it did not help")},
        {u"promise"_s, QT_TRANSLATE_NOOP("ContextWords", "asks about a promise")},
        {u"human_request"_s, QT_TRANSLATE_NOOP("ContextWords", "asks for a person")},
        {u"upset"_s, QT_TRANSLATE_NOOP("ContextWords", "is upset")},
        {u"order_number"_s, QT_TRANSLATE_NOOP("ContextWords", "has an order number")},
        {u"staff_active"_s, QT_TRANSLATE_NOOP("ContextWords", "staff are talking here")},
        {u"chatter"_s, QT_TRANSLATE_NOOP("ContextWords", "reads like chatter")},
        {u"rule"_s, QT_TRANSLATE_NOOP("ContextWords", "a rule of an entry holds")},
        {u"nothing_known"_s, QT_TRANSLATE_NOOP("ContextWords", "is about nothing in the knowledge base")},
        {u"wish"_s, QT_TRANSLATE_NOOP("ContextWords", "tells what is wrong or wanted")},
        {u"company"_s, QT_TRANSLATE_NOOP("ContextWords", "speaks to the company")},
        {u"mine"_s, QT_TRANSLATE_NOOP("ContextWords", "speaks of what is theirs")},
        {u"laughs"_s, QT_TRANSLATE_NOOP("ContextWords", "laughs")},
        {u"calls_person"_s, QT_TRANSLATE_NOOP("ContextWords", "calls somebody by name")},
        {u"talks_to_you"_s, QT_TRANSLATE_NOOP("ContextWords", "speaks to one person")},
        {u"amid_talk"_s, QT_TRANSLATE_NOOP("ContextWords", "comes amid talk of members")},
        {u"bot_asked"_s, QT_TRANSLATE_NOOP("ContextWords", "the bot has asked something")},
        {u"short"_s, QT_TRANSLATE_NOOP("ContextWords", "is short")},
        {u"long"_s, QT_TRANSLATE_NOOP("ContextWords", "is long")},
        {u"follows_on"_s, QT_TRANSLATE_NOOP("ContextWords", "leans on what was said")},
        {u"tells_more"_s, QT_TRANSLATE_NOOP("ContextWords", "tells more after a question back")},
        {u"shown"_s, QT_TRANSLATE_NOOP("ContextWords", "shows in a picture what is wrong")},
        {u"problem_told"_s, QT_TRANSLATE_NOOP("ContextWords", "tells a known problem")},
    };
    return wordFor(words, code);
}

} // namespace quntai
