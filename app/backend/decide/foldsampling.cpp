// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/foldsampling.h"

#include "app/backend/language/texthash.h"
#include "models/domain/report.h"

namespace quntai {

namespace {

constexpr quint64 hashStart = 14695981039346656037ULL;

/** Where the message stands in the day's draw. The mixing is that of MurmurHash3 (A. Appleby): ids
 * that follow each other must not follow each other here. */
quint64 lotOf(const MessageId &message, Instant day)
{
    auto hash = hashedOn(hashStart ^ quint64(day.ms), message.value);
    hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdULL;
    hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53ULL;
    return hash ^ (hash >> 33);
}

/** What is drawn of a day so far. */
struct Draw
{
    int count = 0;
    quint64 highest = 0;
    MessageId last;  //!< with the highest lot
};

Draw drawOf(const QList<FoldSample> &samples, Instant day)
{
    Draw draw;
    // They stand in order of sampling, those of the newest day last.
    for (auto at = samples.crbegin(); at != samples.crend() && at->day == day; ++at) {
        const auto lot = lotOf(at->message, day);
        if (draw.count++ == 0 || lot > draw.highest) {
            draw.highest = lot;
            draw.last = at->message;
        }
    }
    return draw;
}

} // namespace

void sampleFolded(Scene &scene, const Message &message, const Verdict &verdict)
{
    const int of = scene.state.policy.foldSample;
    if (of <= 0 || verdict.action != Action::Fold)
        return;
    const auto day = localDayStart(message.at, scene.state.policy.hours.offset);
    const auto draw = drawOf(scene.state.foldSamples, day);
    const bool full = draw.count >= of;
    if (full && lotOf(message.id, day) >= draw.highest)
        return;
    scene.add(message.group, {},
              FoldSampled{message.id, message.author,
                          wordsOf(message).left(FoldSample::textLimit), verdict.addressingWhy,
                          verdict.addressee, day, of, full ? draw.last : MessageId{}});
}

} // namespace quntai
