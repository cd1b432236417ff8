// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/wall/wallsample.h"

namespace quntai::tests {

using namespace Qt::StringLiterals;

namespace {

const QStringList names{u"望京宝妈 2 群"_s, u"江南春晓 5 群"_s, u"团长交流群"_s, u"滨江花园 3 群"_s,
                        u"保健食品咨询群"_s, u"城北酒水团购群"_s, u"会员 VIP 8 群"_s, u"钱江湾 2 群"_s};
const QStringList questions{u"辅食含不含坚果"_s, u"活鱼能不能代杀"_s, u"自提点改地址"_s, u"退款三天还没到"_s,
                            u"鱼油饭前吃还是饭后"_s, u"酒类发货要身份证吗"_s, u"生日蛋糕名字写错了"_s,
                            u"物业要求人工值守"_s};

} // namespace

WallSample::WallSample(ScriptedSession &session, int groups) : m_session(session)
{
    session.setNow(m_now);
    people();
    for (int i = 0; i < groups; ++i) {
        Group info;
        info.id = group(i);
        info.name = i < names.size() ? names.at(i) : u"翠苑鲜果 %1 群"_s.arg(i);
        info.channel = u"wecom"_s;
        info.mode = i % 7 == 4 || i == 0 ? BotMode::Review
            : i % 9 == 7                 ? BotMode::Silent
                                         : BotMode::Auto;
        write(i, GroupChanged{info});
    }
    if (groups >= names.size())
        busy();
}

TopicId WallSample::topic(int group, int lane)
{
    return {u"t-%1-%2"_s.arg(group).arg(lane)};
}

void WallSample::people()
{
    const QList<std::pair<QString, AgentStatus>> all{{u"林悦"_s, AgentStatus::Online},
                                                     {u"周敏"_s, AgentStatus::Online},
                                                     {u"陈思远"_s, AgentStatus::Away},
                                                     {u"许静雯"_s, AgentStatus::Offline}};
    for (int i = 0; i < all.size(); ++i) {
        const UserId id{u"u-%1"_s.arg(i + 1)};
        world(UserChanged{{id, all.at(i).first, Role::Agent, {}, {}, false}, {}});
        world(PresenceChanged{{id, all.at(i).first, all.at(i).second, {}, false}});
    }
    world(ConnectorChanged{{u"wecom"_s, u"wecom"_s, u"清禾客服 01"_s, ConnectorState::Connected, {}}});
}

void WallSample::busy()
{
    ask(0, 0, questions.at(0), 235, 66, 20);
    escalate(0, 0, 235, 65);
    ask(0, 1, u"能不能换货"_s, 60);
    ask(0, 2, u"发票抬头"_s, 30);
    ask(1, 0, questions.at(1), 140, 22);
    ask(2, 0, questions.at(2), 125, 24);
    ask(2, 1, u"几点开门"_s, 20);
    ask(3, 0, questions.at(3), 108, 82, 40);
    ask(3, 1, u"在哪里领"_s, 40, 12);
    grant(3, 0, {u"u-2"_s}, u"周敏"_s);
    ask(4, 0, questions.at(4), 70, 28);
    ask(5, 0, questions.at(5), 55, 18);
    ask(6, 0, questions.at(6), 50, 36);
    ask(7, 0, questions.at(7), 45, 20);
    grant(7, 0, {u"u-3"_s}, u"陈思远"_s);
    send(1, 0, 26);
    ask(1, 1, u"鱼还有货吗"_s, 8);
}

void WallSample::world(EventData data)
{
    const qint64 seq = ++m_seq[u"c0"_s];
    m_session.feed({{u"c0"_s, seq, seq - 1, m_now, {}, {}, std::move(data)}});
}

void WallSample::write(int number, EventData data, const TopicId &topic)
{
    const qint64 seq = ++m_seq[u"p0"_s];
    m_session.feed({{u"p0"_s, seq, seq - 1, m_now, group(number), topic, std::move(data)}});
}

void WallSample::ask(int number, int lane, const QString &question, int secondsAgo, int emotion,
                     int trend)
{
    const auto now = std::exchange(m_now, m_now.plusSeconds(-secondsAgo));
    const auto id = topic(number, lane);
    MessageReceived said;
    said.message = {u"m-%1"_s.arg(++m_messages)};
    said.platformId = said.message.value;
    said.author = {AuthorKind::Member, u"wecom/c%1"_s.arg(number), u"李海燕"_s};
    said.text = question;
    write(number, said);
    write(number, TopicOpened{question, {said.author.id}, u"李海燕"_s, said.message, {}}, id);
    write(number, TopicLinked{{said.message}, LinkRule::New, 1000, {}, 0, {}}, id);
    for (int turn = 3; emotion >= 0 && turn >= 0; --turn) {
        Verdict verdict;
        verdict.addressee = Addressee::Bot;
        verdict.emotion = emotion - turn * trend / 3;
        verdict.emotionTrend = trend;
        write(number, VerdictReached{said.message, verdict}, id);
    }
    m_now = now;
}

void WallSample::escalate(int number, int lane, int secondsAgo, int dueInSeconds)
{
    const auto now = std::exchange(m_now, m_now.plusSeconds(-secondsAgo));
    write(number, EscalationRaised{{{Reason::HighRisk, 600, {}}}, 700, 600,
                                   now.plusSeconds(dueInSeconds)},
          topic(number, lane));
    m_now = now;
}

void WallSample::grant(int number, int lane, const UserId &user, const QString &name)
{
    write(number, LeaseGranted{user, name, 1, m_now.plusSeconds(60), m_now.plusSeconds(1800)},
          topic(number, lane));
}

void WallSample::send(int number, int lane, int texts)
{
    for (int i = 0; i < texts; ++i) {
        MessageQueued sent;
        sent.message = {u"s-%1-%2"_s.arg(number).arg(++m_messages)};
        sent.author = {AuthorKind::Bot, {}, u"小禾"_s};
        sent.text = u"可以的"_s;
        write(number, sent, topic(number, lane));
    }
}

} // namespace quntai::tests
