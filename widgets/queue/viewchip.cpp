// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/viewchip.h"

#include "widgets/common/paint/chip.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/tooltip.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace quntai {

namespace {

constexpr int room = 3;   // round the chip, for the ring of the focus
constexpr int longest = 16;

ChipSpec chipOf(const QString &name, bool shown)
{
    ChipSpec chip;
    chip.text = visibleText(name, longest);
    chip.line = !shown;
    chip.tone = shown ? Tone::Accent : Tone::Neutral;
    return chip;
}

} // namespace

ViewChip::ViewChip(ThemeHost &host, const QString &name, QWidget *parent)
    : QAbstractButton(parent), m_host(host)
{
    setText(name);
    setAccessibleName(tr("View: %1").arg(name));
    setPlainToolTip(*this, tr("%1 (Delete forgets it)").arg(name));
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&host, &ThemeHost::changed, this, [this] { updateGeometry(); });
}

QSize ViewChip::sizeHint() const
{
    return chipSize(m_host.theme(), chipOf(text(), true)) + QSize(2 * room, 2 * room);
}

void ViewChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintChip(painter, m_host.theme(), rect().adjusted(room, room, -room, -room),
              chipOf(text(), isChecked()));
}

void ViewChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        Q_EMIT forgotten();
    else
        QAbstractButton::keyPressEvent(event);
}

void ViewChip::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Forget this view"), this, &ViewChip::forgotten);
    menu->popup(event->globalPos());
}

} // namespace quntai
