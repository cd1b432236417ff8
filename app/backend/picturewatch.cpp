// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/picturewatch.h"

#include <QFile>
#include <QTimer>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int remembered = 500;       // pictures, of at most 4 KiB of text each
constexpr int mostAtStart = 100;

bool wantsReading(const State &state, const GroupId &group)
{
    return policyFor(state.policy, state.groups.value(group).info).readPictures;
}

bool isUnread(const Attachment &attachment)
{
    return attachment.kind == MessageKind::Image && !attachment.sha256.isEmpty() && !attachment.read;
}

PictureReading::Words sureOnly(PictureReading::Words words)
{
    if (words.sure < PictureWatch::leastSure)
        words.text.clear();
    words.text = words.text.left(MessageRead::longestText);
    return words;
}

} // namespace

PictureWatch::PictureWatch(Engine &engine, BlobStore blobs, const QString &program, QObject *parent)
    : QObject(parent), m_engine(engine), m_blobs(std::move(blobs)), m_reading(program),
      m_known(remembered)
{
    connect(&engine, &Engine::committed, this, qOverload<const EventList &>(&PictureWatch::takeIn));
}

void PictureWatch::start(const State &state)
{
    QList<std::pair<qint64, Place>> unread;
    for (const auto &group : state.groups) {
        for (const auto &message : group.recent) {
            for (int i = 0; isFromMember(*message) && i < message->attachments.size(); ++i) {
                if (isUnread(message->attachments.at(i)))
                    unread.append({message->seq, {message->group, message->topic, message->id, i,
                                                  message->attachments.at(i).sha256}});
            }
        }
    }
    std::ranges::sort(unread, std::greater{}, &std::pair<qint64, Place>::first);
    for (const auto &[seq, place] : unread.first(std::min<qsizetype>(unread.size(), mostAtStart)))
        look(state, place);
}

void PictureWatch::takeIn(const EventList &events)
{
    for (const auto &event : *events)
        takeIn(event);
}

void PictureWatch::takeIn(const Event &event)
{
    if (const auto *received = std::get_if<MessageReceived>(&event.data)) {
        for (int i = 0; i < received->attachments.size(); ++i) {
            if (isUnread(received->attachments.at(i)))
                look({event.group, event.topic, received->message, i,
                      received->attachments.at(i).sha256});
        }
    } else if (const auto *attached = std::get_if<MessageAttached>(&event.data)) {
        if (isUnread(attached->attachment))
            look({event.group, event.topic, attached->message, attached->index,
                  attached->attachment.sha256});
    }
}

/** What holds now: the policy, and whether the message is a member's. */
void PictureWatch::look(const Place &place)
{
    if (m_isOff)
        return;
    m_engine.state(this, [this, place](const StatePtr &state) { look(*state, place); });
}

void PictureWatch::forget(const QString &sha256)
{
    m_known.remove(sha256);
    m_forgotten.insert(sha256);
}

void PictureWatch::look(const State &state, const Place &place)
{
    const auto message = findMessage(state, place.group, place.message);
    if (!message || !isFromMember(*message) || !wantsReading(state, place.group))
        return;
    auto now = place;
    now.topic = message->topic;
    m_forgotten.remove(place.sha256);
    read(place.sha256, [this, now](const PictureReading::Words &words) {
        if (m_forgotten.contains(now.sha256))
            return;
        m_engine.record({{now.group, now.topic,
                          MessageRead{now.message, now.index, words.text,
                                      words.text.isEmpty() ? 0 : words.sure}}});
    });
}

void PictureWatch::readOutgoing(const QString &sha256, QObject *context, Done done)
{
    // Told once, whichever comes first: the words, or the time somebody may be kept waiting.
    auto told = std::make_shared<bool>(false);
    const auto tell = [told, done = std::move(done)](const Result<QString> &text) {
        if (!std::exchange(*told, true))
            done(text);
    };
    QTimer::singleShot(m_patienceMs, context, [tell] {
        tell(failure(ErrorKind::Unavailable, u"Reading it takes long"_s));
    });
    if (m_isOff)
        return tell(failure(ErrorKind::NotFound, u"Nothing is read here"_s));
    const bool isOnItsWay = m_asked.contains(sha256); // also when those who asked have gone since
    auto &askers = m_asked[sha256];
    askers.removeIf([](const Asker &asker) { return !asker.context; });
    askers.append({context, tell});
    if (!isOnItsWay)
        load(sha256, true, [this, sha256](const auto &words) { answer(sha256, words); });
}

void PictureWatch::answer(const QString &sha256, const Result<PictureReading::Words> &words)
{
    const auto askers = m_asked.take(sha256);
    // What cannot be read has no words.
    const auto text = !words && words.error().kind == ErrorKind::InvalidParams
        ? Result<QString>(QString())
        : words.transform([](const auto &read) { return read.text; });
    for (const auto &asker : askers) {
        if (asker.context)
            asker.done(text);
    }
}

/** done comes only when it was read. */
void PictureWatch::read(const QString &sha256,
                        std::function<void(const PictureReading::Words &)> done)
{
    load(sha256, false, [done](const Result<PictureReading::Words> &words) {
        // One that cannot be read has no words: nobody tries it again.
        if (words)
            done(*words);
        else if (words.error().kind == ErrorKind::InvalidParams)
            done({});
    });
}

void PictureWatch::load(const QString &sha256, bool urgent, PictureReading::Done done)
{
    if (const auto *known = m_known.object(sha256))
        return done(*known);
    const auto finish = [this, sha256, done](const Result<PictureReading::Words> &words) {
        if (!words) {
            noteTrouble(words.error());
            return done(words);
        }
        const auto sure = sureOnly(*words);
        if (!m_forgotten.contains(sha256))
            m_known.insert(sha256, new PictureReading::Words(sure));
        done(sure);
    };
    m_reading.read(
        [blobs = m_blobs, sha256] {
            const auto file = blobs.open(sha256);
            return file ? file->readAll() : QByteArray();
        },
        urgent, this, finish);
}

void PictureWatch::noteTrouble(const Error &error)
{
    if (error.kind != ErrorKind::NotFound || std::exchange(m_isOff, true))
        return;
    qWarning("Words in pictures are not read: %s", qUtf8Printable(error.message));
}

} // namespace quntai
