// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/newspill.h"

#include "widgets/common/paint/textpaint.h"

#include <QPainter>

namespace quntai {

namespace {

constexpr int kHeight = 26;
constexpr int kPad = 10;

} // namespace

NewsPill::NewsPill(const ThemeHost &themes, QWidget *parent)
    : QAbstractButton(parent), m_themes(themes)
{
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::PointingHandCursor);
    hide();
}

void NewsPill::setCount(int count)
{
    setText(tr("%n new message(s)", nullptr, count));
    setVisible(count > 0);
    place();
}

void NewsPill::place()
{
    resize(sizeHint());
    const QRect area = parentWidget()->rect();
    move(area.center().x() - width() / 2, area.bottom() + 1 - height() - space::x2);
}

QSize NewsPill::sizeHint() const
{
    const int words = textWidth(m_themes.theme().font(TextRole::Caption), text());
    return {2 * kPad + component::iconTiny + space::x1 + words, kHeight};
}

void NewsPill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = m_themes.theme();
    const ToneColors tone = theme.tone(Tone::Accent);
    const QColor fill = underMouse() ? theme.color(ColorRole::SurfaceHover) : tone.tint;
    paintBox(painter, rect(), kHeight / 2.0, fill, tone.border);
    QRect inner = rect().adjusted(kPad, 0, -kPad, 0);
    const QRect icon(inner.left(), 0, component::iconTiny, inner.height());
    theme.paintIcon(painter, icon, Icon::Down, tone.fg, component::iconTiny);
    inner.setLeft(icon.right() + 1 + space::x1);
    paintText(painter, inner, text(), theme.font(TextRole::Caption), tone.fg);
}

} // namespace quntai
