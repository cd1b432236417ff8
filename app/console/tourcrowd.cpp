// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tour's stops in a group where many things are asked at once.
#include "app/console/deskpage.h"
#include "app/console/mainwindow.h"
#include "app/console/notices/groupnotices.h"
#include "app/console/pindesk.h"
#include "app/console/tour.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype crowdedTopics = 30;

} // namespace

GroupId Tour::busiestGroup() const
{
    GroupId busiest;
    qsizetype most = 0;
    for (const auto &group : m_session.state().groups) {
        const auto messages = std::ranges::count_if(group.recent, [](const MessagePtr &message) {
            return isFromMember(*message) && !message->topic.isEmpty();
        });
        if (std::exchange(most, std::max<qsizetype>(most, messages)) < messages)
            busiest = group.info.id;
    }
    return busiest;
}

/** Every question becomes a topic of its own, the newest first, as a person could do by hand. */
void Tour::crowd()
{
    const auto group = busiestGroup();
    qsizetype missing = crowdedTopics - openTopics(m_session.state(), group).size();
    const auto recent = m_session.state().groups.value(group).recent;
    for (auto at = recent.crbegin(); at != recent.crend() && missing > 0; ++at) {
        const auto &message = **at;
        if (!isFromMember(message) || message.topic.isEmpty())
            continue;
        --missing;
        const auto title = missing % 4 == 0
            ? u"订单里的有机纯牛奶二十四盒装少发了两盒，客服说补发，三天了还没有物流信息，到底什么时候能到"_s
            : message.text.left(40);
        m_session.submit(SplitTopic{message.topic, message.id, title}, this,
                         [](const Result<> &) {});
    }
}

void Tour::planCrowd()
{
    const auto crowded = [this] {
        return openTopics(m_session.state(), busiestGroup()).size() >= crowdedTopics / 2;
    };
    add({}, [this] { crowd(); }, crowded);
    addBoth(u"desk-crowded"_s, [this] { m_window.desk().chooseGroup(busiestGroup()); });
    addBoth(u"desk-crowded-1280"_s, [this] {
        m_window.resize(1280, 720);
        const auto open = openTopics(m_session.state(), busiestGroup());
        m_window.desk().focusTopic(open.constLast().id);
    });
    addBoth(u"desk-pinned"_s, [this] {
        m_window.resize(1440, 900);
        const auto ended = topicThat([](const Topic &topic) { return hasEnded(topic); });
        for (const auto &topic : {escalated(), ended, m_window.desk().topic()})
            m_window.pins().setPinned(topic, true);
    });
    addBoth(
        u"wall-crowded"_s, [this] { m_window.enter(MainWindow::Room::Wall); });
    addBoth(u"settings-notices-groups"_s, [this] {
        auto &settings = m_window.settings();
        setGroupRule(settings, busiestGroup(), {GroupNotices::Mine, {}});
        for (const auto &group : m_session.state().groups) {
            if (group.info.mode == BotMode::Review)
                setGroupRule(settings, group.info.id,
                             {GroupNotices::Chosen,
                              {NoticeKind::Escalated, NoticeKind::Breached}});
        }
        m_window.showSettings(SettingsPage::Section::Notices);
    });
    add({}, [this] { m_window.enter(MainWindow::Room::Desk); });
}

} // namespace quntai
