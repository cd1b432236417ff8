// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/tilewords.h"

#include "models/domain/topic.h"
#include "models/items/wallmodel.h"
#include "widgets/common/paint/meters.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/words/words.h"

#include <QCoreApplication>

#include <limits>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Wall", text);
}

QString comma()
{
    return say(QT_TRANSLATE_NOOP("Wall", ", "));
}

bool fits(WallVerb verb, const WallTopic &topic, const UserId &me)
{
    switch (verb) {
    case WallVerb::Watch: return true;
    case WallVerb::Whisper: return !topic.holder.isEmpty() && topic.holder != me;
    case WallVerb::Join: return topic.holder.isEmpty();
    case WallVerb::TakeOver: return topic.holder.isEmpty() || topic.holder != me;
    }
    return false;
}

QString lanesSentence(const WallTile &tile)
{
    QStringList parts;
    for (const auto &topic : tile.topics) {
        const auto letter = laneLetter(topic.lane);
        parts.append(topic.holder.isEmpty() ? letter
                                            : letter + u' ' + visibleText(topic.holderName));
    }
    return parts.join(comma());
}

} // namespace

QString verbName(WallVerb verb)
{
    switch (verb) {
    case WallVerb::Watch: return say(QT_TRANSLATE_NOOP("Wall", "Watch"));
    case WallVerb::Whisper: return say(QT_TRANSLATE_NOOP("Wall", "Whisper"));
    case WallVerb::Join: return say(QT_TRANSLATE_NOOP("Wall", "Join"));
    case WallVerb::TakeOver: return say(QT_TRANSLATE_NOOP("Wall", "Take over"));
    }
    return {};
}

Icon verbIcon(WallVerb verb)
{
    switch (verb) {
    case WallVerb::Watch: return Icon::Eye;
    case WallVerb::Whisper: return Icon::Whisper;
    case WallVerb::Join: return Icon::Join;
    case WallVerb::TakeOver: return Icon::Take;
    }
    return Icon::Eye;
}

QString verbConsequence(WallVerb verb, const WallTile &tile)
{
    const int at = topicFor(verb, tile, {});
    const auto lane = at < 0 ? QString() : laneLetter(tile.topics.at(at).lane);
    const auto holder = at < 0 ? QString() : tile.topics.at(at).holderName;
    switch (verb) {
    case WallVerb::Watch:
        return say(QT_TRANSLATE_NOOP("Wall", "Look at the group at the desk; nothing is taken over"));
    case WallVerb::Whisper:
        return say(QT_TRANSLATE_NOOP("Wall", "Only %1 and supervisors see it")).arg(holder);
    case WallVerb::Join:
        return say(QT_TRANSLATE_NOOP("Wall", "Take topic %1, which nobody holds; the others stay as "
                                             "they are")).arg(lane);
    case WallVerb::TakeOver:
        if (holder.isEmpty())
            return say(QT_TRANSLATE_NOOP("Wall", "Take topic %1; the bot stays silent in it"))
                .arg(lane);
        return say(QT_TRANSLATE_NOOP("Wall", "Take topic %1 from %2")).arg(lane, holder);
    }
    return {};
}

ChipSpec tileModeChip(BotMode mode, ConnectorState link)
{
    if (link != ConnectorState::Connected) {
        ChipSpec chip;
        chip.icon = Icon::Off;
        const bool connecting = link == ConnectorState::Connecting;
        chip.text = connecting ? say(QT_TRANSLATE_NOOP("Wall", "Connecting"))
                               : say(QT_TRANSLATE_NOOP("Wall", "Not connected"));
        chip.tone = connecting ? Tone::Neutral : Tone::Danger;
        return chip;
    }
    return modeChip(mode);
}

QString ageText(const WallTile &tile, Instant now)
{
    const auto since = tile.waitingSince();
    return since.isSet() ? spanText((now.ms - since.ms) / 1000)
                         : say(QT_TRANSLATE_NOOP("Wall", "none"));
}

QString askingText(const WallTile &tile)
{
    for (const auto &topic : tile.topics) {
        if (!topic.asks.isEmpty())
            return say(QT_TRANSLATE_NOOP("Wall", "%1 asks: %2")).arg(topic.asksName, topic.asks);
    }
    return {};
}

QString questionText(const WallTile &tile, Instant now)
{
    if (const auto asking = askingText(tile); !asking.isEmpty())
        return asking;
    if (tile.oldest >= 0)
        return tile.topics.at(tile.oldest).title;
    if (tile.lastText.isEmpty())
        return {};
    return say(QT_TRANSLATE_NOOP("Wall", "%1: %2"))
        .arg(roughSpanText((now.ms - tile.lastTextAt.ms) / 1000), tile.lastText);
}

QString tileSentence(const WallTile &tile, Instant now)
{
    QStringList parts{visibleText(tile.info.name), tileModeChip(tile.mode, tile.link).text};
    if (tile.topics.isEmpty())
        parts.append(say(QT_TRANSLATE_NOOP("Wall", "No open topic")));
    else
        parts.append(say(QT_TRANSLATE_NOOP("Wall", "Topics %1")).arg(lanesSentence(tile)));
    if (tile.oldest >= 0)
        parts.append(say(QT_TRANSLATE_NOOP("Wall", "oldest unanswered %1")).arg(ageText(tile, now)));
    if (tile.emotion() >= 0)
        parts.append(say(QT_TRANSLATE_NOOP("Wall", "emotion %1"))
                         .arg(emotionText({tile.emotion(), tile.emotionTrend()})));
    if (tile.budgetUsed(now) >= budgetWarning)
        parts.append(say(QT_TRANSLATE_NOOP("Wall", "send budget nearly used")));
    if (const auto question = questionText(tile, now); !question.isEmpty())
        parts.append(visibleText(question));
    return parts.join(comma());
}

QString sectionName(int grouping, const QString &section)
{
    switch (static_cast<WallModel::Grouping>(grouping)) {
    case WallModel::Grouping::Mode:
        for (int i = 0; i < int(enumWords<BotMode>.size()); ++i) {
            if (QLatin1StringView(enumWords<BotMode>[size_t(i)]) == section)
                return modeName(static_cast<BotMode>(i));
        }
        return section;
    case WallModel::Grouping::Tag:
        return section.isEmpty() ? say(QT_TRANSLATE_NOOP("Wall", "No tag")) : section;
    case WallModel::Grouping::None:
    case WallModel::Grouping::Connector: return section;
    }
    return section;
}

int topicFor(WallVerb verb, const WallTile &tile, const UserId &me)
{
    int best = -1;
    auto longest = std::numeric_limits<qint64>::max();
    for (int i = 0; i < tile.topics.size(); ++i) {
        const auto &topic = tile.topics.at(i);
        auto waits = topic.waitingSince.isSet() ? topic.waitingSince.ms
                                                : std::numeric_limits<qint64>::max() - 1;
        if (verb == WallVerb::Whisper && !topic.asks.isEmpty())
            waits = 0; // somebody waits for just that
        if (fits(verb, topic, me) && waits < longest) {
            best = i;
            longest = waits;
        }
    }
    return best;
}

} // namespace quntai
