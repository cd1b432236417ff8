// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/resume.h"
#include "tests/models/common/seed.h"

#include <deque>
#include <optional>

namespace quntai::tests {

// A backend's feed, an evil road, and a console with the production Resume, on one thread and in
// steps, so that a seed is the whole schedule.

/** One fact of a stream and who may see it. */
struct Fact
{
    qint64 seq = 0;
    int body = 0;       //!< what it says; two generations say different things at one sequence
    int classes = 0;    //!< bit per visibility class

    bool operator==(const Fact &) const = default;
};

/** What travels to the console. */
struct Frame
{
    enum class Kind { Opened, Ahead, Event, Tick, Part };
    Kind kind = Kind::Event;
    QString stream = {};
    QString epoch = {};
    qint64 prev = 0;
    qint64 seq = 0;
    int body = 0;
    bool resumed = false;
    int part = 0;
    QList<Fact> facts = {};   //!< of a snapshot's part
};

struct Ledger
{
    QString epoch = {};
    QList<Fact> facts;
};

/** The backend's rule: what a console of one class gets after feed.open. */
class FeedServer
{
public:
    FeedServer(QMap<QString, Ledger> &ledgers, int visibility, Dice &dice)
        : m_ledgers(ledgers), m_class(visibility), m_dice(dice)
    {
    }

    QList<Frame> open(const QMap<QString, Position> &asked);
    /** The next frames of this connection; nothing before open(). */
    QList<Frame> pump();
    void close() { m_sent.clear(); }
    bool sees(const Fact &fact) const { return fact.classes & (1 << m_class); }

    static constexpr int parts = 3;
    qint64 keptFrom = 0;   //!< positions before it are too old for a resume

private:
    struct Sent
    {
        qint64 seq = 0;    //!< read up to here
        qint64 prev = 0;   //!< last sequence told
    };
    QList<Frame> snapshot(const QString &stream, qint64 seq) const;

    QMap<QString, Ledger> &m_ledgers;
    int m_class;
    Dice &m_dice;
    QMap<QString, Sent> m_sent;
};

/** How the console under test is broken, to show that the test would see it. */
enum class Fault { None, GapRuleOffByOne, KeepsRepeats };

/** A console: production Resume, and the list of what it took. */
class FeedClient
{
public:
    explicit FeedClient(Fault fault) : m_fault(fault) {}

    void take(const Frame &frame);
    std::optional<QMap<QString, Position>> wantsOpen();
    void lost();
    /** Killed: all that is left is what was on disk, positions and events of one instant. */
    void restart();
    void save();
    bool isCaughtUp() const { return m_resume.isCaughtUp(); }
    QList<int> bodies(const QString &stream) const { return m_taken.value(stream); }
    int snapshots() const { return m_snapshots; }

private:
    void takePart(const Frame &frame);

    Fault m_fault;
    Resume m_resume;
    QMap<QString, QList<int>> m_taken;
    QMap<QString, QList<int>> m_saved;
    QMap<QString, Position> m_savedAt;
    QMap<QString, QList<int>> m_coming;   //!< of a snapshot not complete yet
    QMap<QString, Position> m_comingFrom;
    QMap<QString, int> m_nextPart;
    int m_snapshots = 0;
};

} // namespace quntai::tests
