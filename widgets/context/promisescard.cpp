// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/promisescard.h"

#include "widgets/common/iconbutton.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/words/queuewords.h"
#include "widgets/common/words/words.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int tickMs = 5000;
constexpr int mostShown = 12;
constexpr int longestSpoken = 80;
constexpr qint64 soonMs = 3600LL * 1000;

QString say(const char *text)
{
    return QCoreApplication::translate("PromisesCard", text);
}

ColorRole standingColor(const Promise &promise, Instant now)
{
    if (promise.state == PromiseState::Broken || isOverdue(promise, now))
        return ColorRole::DangerFg;
    if (promise.state != PromiseState::Open)
        return ColorRole::TextTertiary;
    const bool soon = promise.due.isSet() && promise.due.ms - now.ms < soonMs;
    return soon ? ColorRole::WarningFg : ColorRole::TextSecondary;
}

} // namespace

QString promiseStateName(PromiseState state)
{
    switch (state) {
    case PromiseState::Open: return say(QT_TRANSLATE_NOOP("PromisesCard", "open"));
    case PromiseState::Kept: return say(QT_TRANSLATE_NOOP("PromisesCard", "kept"));
    case PromiseState::Broken: return say(QT_TRANSLATE_NOOP("PromisesCard", "broken"));
    case PromiseState::Dropped: return say(QT_TRANSLATE_NOOP("PromisesCard", "dropped"));
    }
    return {};
}

QString promiseStanding(const Promise &promise, Instant now)
{
    if (promise.state != PromiseState::Open)
        return promiseStateName(promise.state) + u' ' + clockText(promise.settledAt);
    if (!promise.due.isSet())
        return say(QT_TRANSLATE_NOOP("PromisesCard", "no time was given"));
    const auto left = (promise.due.ms - now.ms) / 1000;
    if (left < 0)
        return say(QT_TRANSLATE_NOOP("PromisesCard", "due %1, overdue by %2"))
            .arg(whenText(promise.due, now), roughSpanText(-left));
    return say(QT_TRANSLATE_NOOP("PromisesCard", "due %1, in %2"))
        .arg(whenText(promise.due, now), roughSpanText(left));
}

PromisesCard::PromisesCard(ThemeHost &host, std::function<Instant()> clock, QWidget *parent)
    : Card(host, tr("Promised"), parent), m_clock(std::move(clock))
{
    content()->setSpacing(space::x2);
    auto *tick = new QTimer(this);
    tick->setInterval(tickMs);
    connect(tick, &QTimer::timeout, this, &PromisesCard::refreshTimes);
    tick->start();
    hide();
}

void PromisesCard::setPromises(const QList<Promise> &promises, bool maySettle)
{
    setVisible(!promises.isEmpty());
    if (promises == m_promises && maySettle == m_maySettle)
        return;
    m_promises = promises;
    m_maySettle = maySettle;
    m_standings.clear();
    for (auto *row : std::exchange(m_rows, {})) {
        row->hide();
        row->deleteLater();
    }
    const auto open = std::ranges::count(promises, PromiseState::Open, &Promise::state);
    setTitle(open > 0 ? tr("Promised · %1 open").arg(open) : tr("Promised"));
    for (const auto &promise : promises.first(std::min<qsizetype>(mostShown, promises.size()))) {
        m_rows.append(rowFor(promise));
        content()->addWidget(m_rows.constLast());
    }
    refreshTimes();
}

QWidget *PromisesCard::rowFor(const Promise &promise)
{
    auto *row = new QWidget(this);
    row->setObjectName(promise.id.value);
    const bool open = promise.state == PromiseState::Open;
    auto *text = new PlainLabel(host(), promise.text.isEmpty() ? tr("(erased)") : promise.text,
                                TextRole::Caption,
                                open ? ColorRole::TextPrimary : ColorRole::TextTertiary, row);
    text->setFlow(PlainLabel::Flow::Wrapped);
    auto *who = new PlainLabel(host(),
                               tr("%1, %2").arg(visibleText(promise.name, 24),
                                                whenText(promise.at, m_clock())),
                               TextRole::Caption, ColorRole::TextTertiary, row);
    auto *standing = new PlainLabel(host(), {}, TextRole::Caption, ColorRole::TextSecondary, row);
    m_standings.insert(promise.id, standing);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(text);
    words->addWidget(standing);
    words->addWidget(who);
    auto *columns = new QHBoxLayout(row);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(space::x1);
    columns->addLayout(words, 1);
    addButtons(columns, promise, row);
    return row;
}

void PromisesCard::addButtons(QLayout *columns, const Promise &promise, QWidget *row)
{
    auto *line = static_cast<QHBoxLayout *>(columns);
    const auto words = visibleText(promise.text, longestSpoken);
    const auto add = [&](Icon icon, const QString &name, const QString &id, auto &&run) {
        auto *button = new IconButton(host(), icon, name, row);
        button->setSmall(true);
        button->setObjectName(id);
        connect(button, &QAbstractButton::clicked, this, [run, button] { run(button); });
        line->addWidget(button, 0, Qt::AlignTop);
    };
    add(Icon::Target, tr("Show where it was said: %1").arg(words), u"source"_s,
        [this, id = promise.message](QWidget *) { Q_EMIT jumpTo(id); });
    if (!m_maySettle)
        return;
    if (promise.state == PromiseState::Open) {
        add(Icon::Check, tr("Kept: %1").arg(words), u"kept"_s,
            [this, id = promise.id](QWidget *) { Q_EMIT settled(id, PromiseState::Kept); });
    }
    add(Icon::More, tr("More about: %1").arg(words), u"more"_s,
        [this, promise](QWidget *at) { openMenu(promise, at); });
}

void PromisesCard::openMenu(const Promise &promise, QWidget *at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, PromiseState state) {
        menu->addAction(text, this, [this, id = promise.id, state] { Q_EMIT settled(id, state); });
    };
    if (promise.state == PromiseState::Open) {
        menu->addAction(tr("Change words or time…"), this,
                        [this, id = promise.id] { Q_EMIT changeWanted(id); });
        menu->addSeparator();
        add(tr("It was kept"), PromiseState::Kept);
        add(tr("It was not kept"), PromiseState::Broken);
        add(tr("It was no promise, or nobody wants it any more"), PromiseState::Dropped);
    } else {
        add(tr("Open it again"), PromiseState::Open);
    }
    menu->popup(at->mapToGlobal(QPoint(0, at->height())));
}

void PromisesCard::refreshTimes()
{
    const auto now = m_clock();
    for (const auto &promise : std::as_const(m_promises)) {
        auto *label = m_standings.value(promise.id);
        if (!label)
            continue;
        auto text = promiseStanding(promise, now);
        if (!promise.note.isEmpty())
            text += u" · "_s + visibleText(promise.note, longestSpoken);
        if (label->rawText() == text)
            continue;
        label->setPlainText(text);
        label->setRole(TextRole::Caption, standingColor(promise, now));
        label->parentWidget()->setAccessibleName(
            visibleText(promise.text, longestSpoken) + u": "_s + text);
    }
}

} // namespace quntai
