// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/commander.h"
#include "app/backend/decide/compliance.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype idLimit = 64;
constexpr qsizetype placesLimit = 200;

bool isShortcut(const QString &text)
{
    return text.size() <= CannedReply::shortcutLimit
        && std::ranges::all_of(text, [](QChar c) { return c.isLetterOrNumber() || c == u'-'; });
}

bool isPlainId(const QString &id)
{
    return id.size() <= idLimit && std::ranges::none_of(id, [](QChar c) { return c.isSpace(); });
}

/** Shortcuts find one reply each, where both may be used; a company keeps them apart altogether. */
bool isTaken(const State &state, const CannedReply &reply)
{
    return !reply.shortcut.isEmpty()
        && std::ranges::any_of(state.canned, [&](const CannedReply &other) {
               return other.id != reply.id
                   && other.shortcut.compare(reply.shortcut, Qt::CaseInsensitive) == 0;
           });
}

Result<> checkCanned(const Scene &scene, const CannedReply &reply)
{
    if (!isPlainId(reply.id.value))
        return badField(u"id"_s, u"an id has at most %1 characters and no spaces"_s.arg(idLimit));
    if (reply.title.trimmed().isEmpty() || reply.title.size() > CannedReply::titleLimit)
        return badField(u"title"_s,
                        u"a title has 1 to %1 characters"_s.arg(CannedReply::titleLimit));
    if (!isShortcut(reply.shortcut))
        return badField(u"shortcut"_s, u"a shortcut has at most %1 letters, digits and hyphens"_s
                                           .arg(CannedReply::shortcutLimit));
    if (reply.groups.size() > placesLimit || reply.tags.size() > placesLimit)
        return badField(u"groups"_s, u"at most %1 groups and tags"_s.arg(placesLimit));
    if (isTaken(scene.state, reply))
        return badField(u"shortcut"_s, u"another canned reply has this shortcut"_s);
    return checkText(scene, reply.text).or_else([](Error error) -> Result<> {
        error.data.insert(u"field"_s, u"text"_s);
        return std::unexpected(std::move(error));
    });
}

} // namespace

Result<> Commander::run(const PutCanned &put)
{
    auto reply = put.reply;
    const auto known = scene.state.canned.constFind(reply.id);
    const bool isThere = known != scene.state.canned.cend();
    const int version = isThere ? known->version : 0;
    if (reply.version != version)
        return failure(ErrorKind::Conflict,
                       u"the canned reply was changed meanwhile (version %1)"_s.arg(version),
                       {{u"current"_s, version}});
    if (put.gone) {
        if (!isThere)
            return failure(ErrorKind::NotFound, u"there is no such canned reply"_s,
                           {{u"canned"_s, reply.id.value}});
        scene.add(GroupId{}, TopicId{}, CannedChanged{*known, user.id, true});
        return {};
    }
    if (!isThere && scene.state.canned.size() >= CannedReply::most)
        return failure(ErrorKind::TooLarge, u"there are %1 canned replies already"_s
                                                .arg(CannedReply::most),
                       {{u"limit"_s, qint64(CannedReply::most)}});
    if (const auto fits = checkCanned(scene, reply); !fits)
        return fits;
    if (reply.id.isEmpty())
        reply.id = scene.mint.canned();
    ++reply.version;
    scene.add(GroupId{}, TopicId{}, CannedChanged{std::move(reply), user.id, false});
    return {};
}

} // namespace quntai
