// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/findbar.h"

#include "widgets/common/iconbutton.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/searchfield.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QTimer>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTypingPauseMs = 150;
constexpr int kFieldWidth = 320;

} // namespace

FindBar::FindBar(ThemeHost &host, GroupFind &find, QWidget *parent)
    : ThemedWidget(host, parent), m_find(find),
      m_field(new SearchField(host, tr("Find in this group"), this)),
      m_count(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary, this)),
      m_older(new IconButton(host, Icon::Up, tr("Older match"), this)),
      m_newer(new IconButton(host, Icon::Down, tr("Newer match"), this)), m_soon(new QTimer(this))
{
    auto *close = new IconButton(host, Icon::X, tr("Close the search"), this);
    close->setKeyHint(u"Esc"_s);
    m_older->setKeyHint(u"Enter"_s);
    m_newer->setKeyHint(u"Shift+Enter"_s);
    m_field->setMaximumWidth(kFieldWidth);
    m_field->installEventFilter(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::x3, 0, space::x2, 0);
    row->setSpacing(space::x1);
    row->addWidget(m_field, 1);
    row->addSpacing(space::x2);
    row->addWidget(m_count);
    row->addWidget(m_older);
    row->addWidget(m_newer);
    row->addStretch(1);
    row->addWidget(close);
    m_soon->setSingleShot(true);
    m_soon->setInterval(kTypingPauseMs);
    connect(m_soon, &QTimer::timeout, this, &FindBar::look);
    connect(m_field, &QLineEdit::textChanged, m_soon, qOverload<>(&QTimer::start));
    connect(m_older, &IconButton::clicked, this, [this] { goOn(-1); });
    connect(m_newer, &IconButton::clicked, this, [this] { goOn(1); });
    connect(close, &IconButton::clicked, this, &FindBar::finish);
    connect(&find, &GroupFind::changed, this, &FindBar::refresh);
    hide();
    refresh();
}

void FindBar::begin()
{
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    look();
}

void FindBar::finish()
{
    const bool focused = isAncestorOf(QApplication::focusWidget());
    m_soon->stop();
    hide();
    m_find.setWords({});
    emit marked({}, {});
    if (focused)
        emit closed();
}

void FindBar::look()
{
    m_soon->stop();
    m_find.setWords(m_field->text());
    refresh();
}

/// What was just typed counts before stepping through it.
void FindBar::goOn(int by)
{
    if (m_soon->isActive() || m_find.words() != m_field->text().trimmed())
        look();
    else
        m_find.step(by);
}

QString FindBar::sentence() const
{
    if (m_find.words().isEmpty())
        return {};
    if (m_find.count() == 0)
        return m_find.isBusy() ? tr("Searching…") : tr("No match on this computer");
    const QString count = QString::number(m_find.count()) + (m_find.isCut() ? u"+"_s : QString());
    return tr("%1 / %2").arg(m_find.current() + 1).arg(count);
}

void FindBar::refresh()
{
    m_count->setPlainText(sentence());
    m_count->setAccessibleName(sentence());
    m_older->setEnabled(m_find.count() > 0);
    m_newer->setEnabled(m_find.count() > 0);
    if (isVisible())
        emit marked(m_find.words(), m_find.currentMessage());
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter) {
            goOn(key->modifiers() & Qt::ShiftModifier ? 1 : -1);
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            finish();
            return true;
        }
    }
    return ThemedWidget::eventFilter(watched, event);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        finish();
    else
        ThemedWidget::keyPressEvent(event);
}

QSize FindBar::sizeHint() const
{
    return {480, layout::laneBar};
}

void FindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
    paintHLine(painter, 0, width(), height() - 1, theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
