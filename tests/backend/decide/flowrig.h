// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/protocol/statecodec.h"
#include "tests/backend/decide/rig.h"

#include <QTest>

namespace quntai::test {

using namespace Qt::StringLiterals;

inline constexpr int offset = 480;  //!< minutes east of UTC

inline Flow welcome(int batchSeconds = 20)
{
    Flow flow;
    flow.id = {u"welcome"_s};
    flow.version = 1;
    flow.name = u"新人欢迎"_s;
    flow.text = u"欢迎来到{{群名}}！"_s;
    flow.batchSeconds = batchSeconds;
    return flow;
}

inline Flow scheduled(int minute)
{
    auto flow = welcome();
    flow.id = {u"notice"_s};
    flow.name = u"活动预告"_s;
    flow.trigger = FlowTrigger::Schedule;
    flow.schedule.minute = minute;
    flow.text = u"会员日全场满 99 减 20。"_s;
    return flow;
}

inline Flow checkIn()
{
    auto flow = welcome();
    flow.id = {u"check-in"_s};
    flow.name = u"打卡有礼"_s;
    flow.trigger = FlowTrigger::Keyword;
    flow.keywords = {u"打卡"_s, u"簽到"_s};
    flow.perMember = FlowRepeat::Daily;
    flow.text = u"打卡满 7 天送一张券。"_s;
    return flow;
}

inline Flow onMoment(FlowMoment moment)
{
    auto flow = welcome();
    flow.id = {u"moment"_s};
    flow.trigger = FlowTrigger::Event;
    flow.moment = moment;
    flow.text = u"{{姓名}}，谢谢您。"_s;
    return flow;
}

inline int minuteOf(Instant at)
{
    return int((at.ms / 60000 + offset) % 1440);
}

/** A group on a platform that is there, and flows. */
class FlowRig : public Rig
{
public:
    explicit FlowRig(const QList<Flow> &flows, BotMode mode = BotMode::Auto) : Rig(mode)
    {
        connect(ConnectorState::Connected);
        for (const auto &flow : flows)
            put(flow);
    }

    void put(const Flow &flow) { record({{}, {}, FlowChanged{flow, false, {}, {}}}); }
    void connect(ConnectorState to)
    {
        record({{}, {}, ConnectorChanged{{u"ch"_s, u"onebot11"_s, u"小禾"_s, to, {}, {}, {}}}});
    }
    void join(const MemberId &id, const QString &name, MemberRole role = MemberRole::Customer)
    {
        Member member{id, name, role, {}, {}};
        happen({group, {}, MemberChanged{member, false, true}});
    }
    void leave(const MemberId &id)
    {
        happen({group, {}, MemberChanged{state.groups[group].members.value(id), true, false}});
    }
    QList<MessageQueued> texts() const
    {
        auto found = all<MessageQueued>();
        found.removeIf([](const MessageQueued &queued) { return queued.flow.isEmpty(); });
        return found;
    }
    FlowSkip lastSkip() const { return last<FlowFired>().skipped; }
    /** As after the backend was started anew. */
    void restart()
    {
        auto read = decodeState(encodeState(state));
        QVERIFY(read);
        state = std::move(*read);
        decider.reset(state);
    }
};

} // namespace quntai::test
