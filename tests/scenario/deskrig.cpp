// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenario/deskrig.h"

#include "widgets/timeline/timelineview.h"

#include <QApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QTest>

namespace quntai::tests {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 30'000;

Entry entry(const QString &id, const QString &question, const QString &answer)
{
    Entry made;
    made.id = {id};
    made.state = EntryState::Live;
    made.category = u"售后"_s;
    made.question = question;
    made.answer = answer;
    return made;
}

void press(QWidget &widget, QEvent::Type type, const QPoint &at, Qt::MouseButtons held)
{
    const auto button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, QPointF(at), widget.mapToGlobal(QPointF(at)), button, held, {});
    QCoreApplication::sendEvent(&widget, &event);
}

} // namespace

bool DeskRig::start()
{
    backend.configure(platform.config());
    if (backend.addUser(u"lin"_s, u"agent"_s).code != 0
        || backend.addUser(u"he"_s, u"editor"_s).code != 0 || !backend.start()
        || !editor.join(backend.url(), u"he"_s, BackendProcess::password()))
        return false;
    for (const auto &one :
         {entry(u"k-refund"_s, u"退款多久能到账"_s, u"退款原路退回，一般 7 到 15 个工作日到账。"_s),
          entry(u"k-invoice"_s, u"怎么开发票"_s, u"订单详情页可申请电子发票。"_s)}) {
        if (!editor.run(PutEntry{one}))
            return false;
    }
    return QTest::qWaitFor([this] { return platform.isConnected(); }, patienceMs) && reopen();
}

bool DeskRig::reopen()
{
    ConsoleOptions options;
    road.leadTo(backend.url());
    options.connect = overRoad ? road.url() : backend.url();
    options.user = u"lin"_s;
    options.passwordFile = backend.write(u"password"_s, BackendProcess::password().toUtf8());
    options.data = m_data.path();
    console = std::make_unique<Console>(options);
    return console->start() && desk.sitDown()
        && QTest::qWaitFor([this] { return desk.says(u"已连接"_s); }, patienceMs);
}

void DeskRig::keepPicture() const
{
    const auto folder = qEnvironmentVariable("QUNTAI_PICTURES");
    if (QTest::currentTestFailed() && !folder.isEmpty() && console)
        desk.window().grab().save(folder + u'/' + QString::fromLatin1(QTest::currentTestFunction())
                                  + u".png"_s);
}

bool DeskRig::say(qint64 user, const QString &text, bool atBot)
{
    return platform.say(group, user, text, atBot)
        && QTest::qWaitFor([&] { return message(text) != nullptr; }, patienceMs);
}

QStringList DeskRig::sent() const
{
    QStringList texts;
    for (const auto &one : platform.sent())
        texts.append(one.text.trimmed());
    return texts;
}

MessagePtr DeskRig::message(const QString &text) const
{
    const auto recent = editor.state().groups.value(groupId()).recent;
    MessagePtr part;
    for (auto at = recent.crbegin(); at != recent.crend(); ++at) {
        if ((*at)->text == text)
            return *at;
        if (!part && (*at)->text.contains(text))
            part = *at;
    }
    return part;
}

TopicId DeskRig::topicOf(const QString &text) const
{
    const auto found = message(text);
    return found ? found->topic : TopicId{};
}

Topic DeskRig::topic(const QString &text) const
{
    return editor.state().topics.value(topicOf(text));
}

TimelineView &DeskRig::stream() const
{
    auto *view = desk.the<TimelineView>();
    view->settle();
    return *view;
}

QPoint DeskRig::avatarOf(const QString &text) const
{
    const auto &view = stream();
    for (int row = view.model()->rowCount() - 1; row >= 0; --row) {
        const auto content = view.contentOf(row);
        if (content.kind == RowKind::Message && content.text == text)
            return view.rowRect(row).topLeft() + QPoint(layout::laneGutter + 14, 12);
    }
    return {};
}

bool DeskRig::clickRow(const QString &text)
{
    const auto at = avatarOf(text);
    if (at.isNull() || !stream().viewport()->rect().contains(at))
        return false;
    QTest::mouseClick(stream().viewport(), Qt::LeftButton, {}, at);
    return true;
}

bool DeskRig::drag(const QString &text, const QWidget &onto, const QPoint &at)
{
    auto &hand = *stream().viewport();
    const auto from = avatarOf(text);
    if (from.isNull() || !hand.rect().contains(from))
        return false;
    const auto to = hand.mapFromGlobal(onto.mapToGlobal(at));
    press(hand, QEvent::MouseButtonPress, from, Qt::LeftButton);
    for (int step = 1; step <= 4; ++step)
        press(hand, QEvent::MouseMove, from + (to - from) * step / 4, Qt::LeftButton);
    press(hand, QEvent::MouseButtonRelease, to, Qt::NoButton);
    return true;
}

QMenu *DeskRig::menu() const
{
    return qobject_cast<QMenu *>(QApplication::activePopupWidget());
}

} // namespace quntai::tests
