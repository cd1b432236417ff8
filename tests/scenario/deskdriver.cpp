// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenario/deskdriver.h"

#include "app/console/console.h"
#include "models/items/queuemodel.h"
#include "tests/scenario/backendprocess.h"
#include "widgets/common/plainlabel.h"
#include "widgets/queue/queueview.h"
#include "widgets/timeline/timelineview.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QDateTime>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QTest>
#include <QWheelEvent>

namespace quntai::tests {

using namespace Qt::StringLiterals;

namespace {

QString textIn(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const PlainLabel *>(widget))
        return label->rawText();
    if (const auto *line = qobject_cast<const QLineEdit *>(widget))
        return line->text();
    if (const auto *edit = qobject_cast<const QPlainTextEdit *>(widget))
        return edit->toPlainText();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text();
    return {};
}

} // namespace

bool DeskDriver::sitDown(const DeskDriver *colleague)
{
    for (auto *widget : QApplication::topLevelWidgets()) {
        if (qobject_cast<QMainWindow *>(widget) && (!colleague || widget != colleague->m_window))
            m_window = widget;
    }
    return m_window && turnTo();
}

bool DeskDriver::turnTo()
{
    m_window->activateWindow();
    return QTest::qWaitForWindowActive(m_window);
}

bool DeskDriver::says(const QString &words) const
{
    for (const auto *widget : m_window->findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        for (const auto &said : {textIn(widget), widget->accessibleName(),
                                 widget->accessibleDescription()}) {
            if (said.contains(words))
                return true;
        }
    }
    return false;
}

QAbstractButton *DeskDriver::button(const QString &words) const
{
    for (auto *found : m_window->findChildren<QAbstractButton *>()) {
        if (found->isVisible() && (found->text() == words || found->accessibleName() == words))
            return found;
    }
    return nullptr;
}

QWidget *DeskDriver::field(const QString &name) const
{
    for (auto *found : m_window->findChildren<QWidget *>()) {
        if (found->isVisible() && found->accessibleName() == name
            && found->testAttribute(Qt::WA_InputMethodEnabled))
            return found;
    }
    return nullptr;
}

QString DeskDriver::typed() const
{
    return textIn(QApplication::focusWidget());
}

int DeskDriver::rowsOf(const QString &list) const
{
    for (const auto *found : m_window->findChildren<QAbstractItemView *>()) {
        if (found->isVisible() && found->accessibleName() == list)
            return found->model()->rowCount();
    }
    return -1;
}

QStringList DeskDriver::listed(DeskList list) const
{
    QStringList titles;
    const auto *view = the<QueueView>();
    for (int i = 0; view && i < view->model()->rowCount(); ++i) {
        const auto index = view->model()->index(i, 0);
        if (!index.data(QueueModel::IsHeader).toBool()
            && index.data(QueueModel::List).value<DeskList>() == list)
            titles.append(index.data(QueueModel::Title).toString());
    }
    return titles;
}

std::optional<qint64> DeskDriver::offerLeft() const
{
    const auto *view = the<QueueView>();
    for (int i = 0; view && i < view->model()->rowCount(); ++i) {
        const auto index = view->model()->index(i, 0);
        if (!index.data(QueueModel::OfferedToMe).toBool())
            continue;
        const auto until = index.data(QueueModel::OfferUntil).value<Instant>();
        return until.ms - QDateTime::currentMSecsSinceEpoch();
    }
    return std::nullopt;
}

TimelineView *DeskDriver::stream() const
{
    auto *view = the<TimelineView>();
    if (view)
        view->settle();
    return view;
}

int DeskDriver::rowOf(const QString &text) const
{
    const auto *view = stream();
    for (int i = view ? view->model()->rowCount() - 1 : -1; i >= 0; --i) {
        if (view->contentOf(i).text.contains(text))
            return i;
    }
    return -1;
}

RowContent DeskDriver::row(const QString &text) const
{
    const int at = rowOf(text);
    RowContent none;
    none.kind = RowKind::Day;
    return at < 0 ? none : stream()->contentOf(at);
}

bool DeskDriver::tells(const QString &words) const
{
    const auto *view = stream();
    for (int i = 0; view && i < view->model()->rowCount(); ++i) {
        if (view->contentOf(i).detail.contains(words))
            return true;
    }
    return false;
}

int DeskDriver::rows(const QString &text) const
{
    const auto *view = stream();
    int count = 0;
    for (int i = 0; view && i < view->model()->rowCount(); ++i)
        count += view->contentOf(i).text == text ? 1 : 0;
    return count;
}

bool DeskDriver::isInSight(const QString &text) const
{
    const int at = rowOf(text);
    return at >= 0 && stream()->viewport()->rect().contains(stream()->rowRect(at).center());
}

bool DeskDriver::press(const QString &words)
{
    auto *found = button(words);
    if (!found || !found->isEnabled())
        return false;
    QTest::mouseClick(found, Qt::LeftButton);
    return true;
}

void DeskDriver::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(m_window->windowHandle(), key, modifiers);
}

void DeskDriver::type(const QString &text)
{
    for (const auto letter : text)
        QTest::sendKeyEvent(QTest::Click, m_window->windowHandle(), Qt::Key_unknown, QString(letter),
                            Qt::NoModifier);
}

void DeskDriver::preedit(const QString &text)
{
    QInputMethodEvent event(text, {});
    QCoreApplication::sendEvent(QGuiApplication::focusObject(), &event);
}

void DeskDriver::compose(const QStringList &preedits, const QString &commit)
{
    for (const auto &text : preedits)
        preedit(text);
    QInputMethodEvent event;
    event.setCommitString(commit);
    QCoreApplication::sendEvent(QGuiApplication::focusObject(), &event);
}

bool DeskDriver::clickField(const QString &name)
{
    auto *found = field(name);
    if (found)
        QTest::mouseClick(found, Qt::LeftButton);
    return found;
}

bool DeskDriver::clickTopic(const QString &title)
{
    auto *view = the<QueueView>();
    for (int i = 0; view && i < view->model()->rowCount(); ++i) {
        const auto index = view->model()->index(i, 0);
        if (index.data(QueueModel::Title).toString() != title)
            continue;
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
        return true;
    }
    return false;
}

bool DeskDriver::clickLine(const QString &list, const QString &line)
{
    for (auto *found : m_window->findChildren<QListWidget *>()) {
        const auto lines = found->isVisible() && found->accessibleName() == list
            ? found->findItems(line, Qt::MatchExactly)
            : QList<QListWidgetItem *>();
        if (lines.isEmpty())
            continue;
        QTest::mouseClick(found->viewport(), Qt::LeftButton, {},
                          found->visualItemRect(lines.constFirst()).center());
        return true;
    }
    return false;
}

void DeskDriver::wheel(QWidget *over, int up)
{
    const QPointF middle = over->rect().center();
    QWheelEvent event(middle, over->mapToGlobal(middle), {}, {0, 120 * up}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(over, &event);
}

bool DeskDriver::act(const QString &text, RowAction action)
{
    auto *view = stream();
    const int at = rowOf(text);
    if (at < 0)
        return false;
    for (int turn = 0; turn < 50 && !isInSight(text); ++turn)
        wheel(view->viewport(), view->rowRect(at).top() < 0 ? 1 : -1);
    const auto rect = view->rowRect(at) & view->viewport()->rect();
    QTest::mouseMove(view->viewport(), rect.center());
    for (int y = rect.top(); y < rect.bottom(); y += 4) {
        for (int x = rect.right(); x > rect.left(); x -= 4) {
            if (view->hitAt({x, y}).action != action)
                continue;
            QTest::mouseMove(view->viewport(), {x, y});
            QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, {x, y});
            return true;
        }
    }
    return false;
}

std::unique_ptr<Console> signedIn(DeskDriver &desk, const BackendProcess &backend,
                                  const QString &data, const QString &user,
                                  const DeskDriver *colleague)
{
    ConsoleOptions options;
    options.connect = backend.url();
    options.data = data;
    auto console = std::make_unique<Console>(options);
    if (!console->start() || !desk.sitDown(colleague) || !desk.clickField(u"账号"_s))
        return nullptr;
    desk.type(user);
    if (!desk.clickField(u"密码"_s))
        return nullptr;
    desk.type(BackendProcess::password());
    desk.key(Qt::Key_Return);
    if (!QTest::qWaitFor([&] { return desk.says(u"已连接"_s); }, 20'000))
        return nullptr;
    return console;
}

} // namespace quntai::tests
