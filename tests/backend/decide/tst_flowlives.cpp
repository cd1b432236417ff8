// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/decide/flowrig.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace quntai;
using namespace quntai::test;
using namespace Qt::StringLiterals;

namespace {

/** Half an hour to a day in a group, by chance, and what must hold of it. */
class RandomLife
{
public:
    explicit RandomLife(quint32 seed)
        : m_dice(seed), m_rig({welcome(int(m_dice.bounded(40U))), checkIn(),
                               scheduled(minuteOf({1'700'000'000'000}) + 7)})
    {
        m_rig.setPolicy([&](Policy &policy) {
            policy.budgetPerMinute = 2 + int(m_dice.bounded(4U));
            policy.noticeShare = 500;
        });
    }

    void live(int steps)
    {
        for (int i = 0; i < steps; ++i)
            step();
        m_rig.pass(600);
    }

    /** What is wrong; empty when all is well. */
    QString complaint() const
    {
        QMap<FlowId, QMap<MemberId, qint64>> got;
        QList<Instant> sent;
        Policy policy;
        QSet<MessageId> texts;
        for (const auto &event : m_rig.log) {
            if (const auto *changed = std::get_if<PolicyChanged>(&event.data))
                policy = changed->policy;
            if (const auto *queued = std::get_if<MessageQueued>(&event.data)) {
                if (!queued->flow.isEmpty()) {
                    texts.insert(queued->message);
                    if (const auto why = wrongSend(policy, event.at, sent, *queued); !why.isEmpty())
                        return why;
                }
                sent.append(std::max(event.at, queued->notBefore));
            }
            const auto *fired = std::get_if<FlowFired>(&event.data);
            if (!fired || fired->skipped != FlowSkip::None)
                continue;
            if (!texts.contains(fired->message))
                return u"a flow fired without a text"_s;
            for (const auto &member : fired->members) {
                const auto day = (event.at.ms / 60000 + offset) / 1440;
                const auto before = got[fired->flow].value(member, -1);
                const bool daily = fired->flow == checkIn().id;
                if (before >= 0 && (!daily || before == day))
                    return u"%1 had %2 twice"_s.arg(member.value, fired->flow.value);
                got[fired->flow].insert(member, day);
            }
        }
        return {};
    }

    int fired() const { return int(m_rig.texts().size()); }
    bool indexHolds()
    {
        const auto before = m_rig.decider.nextDeadline(m_rig.state);
        m_rig.restart();
        return before == m_rig.decider.nextDeadline(m_rig.state);
    }

private:
    static QString wrongSend(const Policy &policy, Instant at, const QList<Instant> &sent,
                             const MessageQueued &queued)
    {
        if (policy.stopped)
            return u"sent while stopped"_s;
        if (quietUntil(policy.quiet, at) != at)
            return u"sent in quiet hours"_s;
        if (queued.notBefore.isSet())
            return u"queued for later"_s;
        const auto inMinute = std::ranges::count_if(sent, [&](Instant other) {
            return other.ms > at.ms - 60000 && other <= at;
        });
        const auto share = (policy.budgetPerMinute * policy.noticeShare + 999) / 1000;
        return inMinute < share ? QString() : u"%1 in a minute, %2 allowed"_s.arg(inMinute + 1).arg(share);
    }

    MemberId somebody() { return {u"ch/n%1"_s.arg(m_dice.bounded(8U))}; }

    void step()
    {
        switch (m_dice.bounded(9U)) {
        case 0:
        case 1:
            m_rig.join(somebody(), u"邻居"_s);
            break;
        case 2:
            m_rig.leave(somebody());
            break;
        case 3:
            m_rig.say(m_dice.bounded(2U) ? m_rig.leo : m_rig.wang, u"打卡啦"_s);
            break;
        case 4:
            m_rig.say(m_rig.haiyan, u"退款多久到账"_s, {{}, {}, true});
            break;
        case 5:
            turnPolicy();
            break;
        case 6:
            m_rig.connect(m_dice.bounded(3U) ? ConnectorState::Connected : ConnectorState::Down);
            break;
        case 7:
            m_rig.restart();
            break;
        default:
            m_rig.pass(m_dice.bounded(20U) ? m_dice.bounded(90U) : m_dice.bounded(86400U));
        }
        m_rig.pass(m_dice.bounded(4U));
    }

    void turnPolicy()
    {
        const auto minute = minuteOf(m_rig.now);
        const auto dice = m_dice.bounded(4U);
        m_rig.setPolicy([&](Policy &policy) {
            policy.stopped = dice == 0;
            policy.quiet = dice == 1 ? QuietHours{minute, (minute + 3) % 1440, offset, false}
                                     : QuietHours{};
        });
    }

    QRandomGenerator m_dice;
    FlowRig m_rig;
};

quint32 startSeed()
{
    const auto given = qEnvironmentVariableIntValue("QUNTAI_SEED");
    return given != 0 ? quint32(given) : QRandomGenerator::global()->generate() % 1'000'000 + 1;
}

} // namespace

class TestFlowLives : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomLives();
};

void TestFlowLives::randomLives()
{
    const auto seed = startSeed();
    qInfo("QUNTAI_SEED=%u", seed);
    int fired = 0;
    for (quint32 i = 0; i < 30; ++i) {
        RandomLife life(seed + i);
        life.live(60);
        const auto why = life.complaint();
        QVERIFY2(why.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed + i).arg(why)));
        QVERIFY2(life.indexHolds(), qPrintable(u"seed %1: deadlines differ"_s.arg(seed + i)));
        fired += life.fired();
    }
    QVERIFY2(fired > 30, qPrintable(QString::number(fired)));
}

QTEST_GUILESS_MAIN(TestFlowLives)
#include "tst_flowlives.moc"
