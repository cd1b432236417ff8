// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/logcheck.h"

#include <QFile>
#include <QtEndian>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

// https://sqlite.org/fileformat2.html#the_write_ahead_log

constexpr qsizetype headSize = 32;
constexpr qsizetype frameHeadSize = 24;
constexpr quint32 magic = 0x377f0682;  //!< the last bit says that checksums are big-endian

quint32 word(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.data() + at);
}

/** The running checksum of a log. */
struct Sum
{
    bool bigEndian = false;
    quint32 first = 0;
    quint32 second = 0;

    void add(QByteArrayView bytes)
    {
        const auto number = [&](qsizetype at) {
            return bigEndian ? qFromBigEndian<quint32>(bytes.data() + at)
                             : qFromLittleEndian<quint32>(bytes.data() + at);
        };
        for (qsizetype at = 0; at + 8 <= bytes.size(); at += 8) {
            first += number(at) + second;
            second += number(at + 4) + first;
        }
    }
    bool is(QByteArrayView bytes, qsizetype at) const
    {
        return word(bytes, at) == first && word(bytes, at + 4) == second;
    }
};

class Log
{
public:
    explicit Log(const QString &path) : m_file(path) {}

    /** False when there is nothing in it. */
    bool open()
    {
        return m_file.exists() && m_file.open(QFile::ReadOnly) && m_file.size() > headSize;
    }
    bool readHead();
    /** Index of the first frame that SQLite will not read. */
    qint64 firstUnread();
    /** Whether a transaction was written after the one that frame belongs to. */
    bool goesOnAfter(qint64 frame);

private:
    qint64 count() const { return (m_file.size() - headSize) / (frameHeadSize + m_pageSize); }
    QByteArray read(qint64 frame, qsizetype bytes)
    {
        m_file.seek(headSize + frame * (frameHeadSize + m_pageSize));
        return m_file.read(bytes);
    }
    bool isOfThisLog(QByteArrayView frame) const { return frame.sliced(8, 8) == m_salts; }

    QFile m_file;
    Sum m_sum;
    QByteArray m_salts;
    qint64 m_pageSize = 0;
};

bool Log::readHead()
{
    const auto head = m_file.read(headSize);
    if (head.size() < headSize || (word(head, 0) & ~1U) != magic)
        return false;
    m_sum.bigEndian = word(head, 0) & 1U;
    m_sum.add(QByteArrayView(head).first(24));
    m_pageSize = word(head, 8);
    m_salts = head.sliced(16, 8);
    return m_sum.is(head, 24) && m_pageSize >= 512 && m_pageSize <= 65536;
}

qint64 Log::firstUnread()
{
    for (qint64 frame = 0; frame < count(); ++frame) {
        const auto bytes = read(frame, frameHeadSize + m_pageSize);
        if (bytes.size() < frameHeadSize + m_pageSize || !isOfThisLog(bytes))
            return frame;
        m_sum.add(QByteArrayView(bytes).first(8));
        m_sum.add(QByteArrayView(bytes).sliced(frameHeadSize));
        if (!m_sum.is(bytes, 16))
            return frame;
    }
    return count();
}

bool Log::goesOnAfter(qint64 frame)
{
    bool committed = false;
    for (; frame < count(); ++frame) {
        const auto head = read(frame, frameHeadSize);
        if (head.size() < frameHeadSize || !isOfThisLog(head))
            continue;
        if (committed)
            return true;
        committed = word(head, 4) != 0;
    }
    return false;
}

} // namespace

Result<> checkLog(const QString &database, const QString &advice)
{
    const auto path = database + u"-wal"_s;
    Log log(path);
    if (!log.open())
        return {};
    const auto damaged = [&](const QString &why) {
        return failure(ErrorKind::Unavailable, u"%1 is damaged (%2). %3"_s.arg(path, why, advice),
                       {{u"damaged"_s, true}});
    };
    if (!log.readHead())
        return damaged(u"its head is bad"_s);
    const auto end = log.firstUnread();
    if (log.goesOnAfter(end))
        return damaged(u"frame %1 is bad, and newer transactions follow it"_s.arg(end + 1));
    return {};
}

} // namespace quntai
