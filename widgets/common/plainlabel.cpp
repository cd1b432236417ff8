// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/plainlabel.h"

#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/tooltip.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QResizeEvent>

namespace quntai {

namespace {
constexpr int kMinWidth = 24;
} // namespace

PlainLabel::PlainLabel(ThemeHost &host, const QString &text, TextRole font, ColorRole color,
                       QWidget *parent)
    : QLabel(parent), m_host(host), m_font(font), m_color(color)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    refreshLook();
    setPlainText(text);
    connect(&host, &ThemeHost::changed, this, &PlainLabel::refreshLook);
}

void PlainLabel::setPlainText(const QString &text)
{
    m_raw = text;
    setAccessibleName(visibleText(text));
    refreshText();
    updateGeometry();
}

void PlainLabel::setFlow(Flow flow)
{
    m_flow = flow;
    // The height of several lines is known to a text document only: it counts the fonts in them.
    if (flow == Flow::Wrapped)
        becomeSelectable();
    setWordWrap(flow == Flow::Wrapped);
    setSizePolicy(QSizePolicy::Preferred,
                  flow == Flow::Wrapped ? QSizePolicy::Minimum : QSizePolicy::Fixed);
    refreshText();
    updateGeometry();
}

void PlainLabel::setRole(TextRole font, ColorRole color)
{
    m_font = font;
    m_color = color;
    refreshLook();
}

void PlainLabel::refreshLook()
{
    setFont(m_host.theme().font(m_font));
    QPalette look = palette();
    look.setColor(QPalette::WindowText, m_host.theme().color(m_color));
    setPalette(look);
    refreshText();
}

void PlainLabel::refreshText()
{
    if (m_flow == Flow::Wrapped) {
        setText(isolatedBody(m_raw));
        setToolTip({});
        return;
    }
    const QString shown = elidedText(font(), m_raw, width());
    setText(shown);
    const bool cut = shown != visibleText(m_raw);
    setToolTip(cut ? plainToolTip(m_raw) : QString());
}

int PlainLabel::lineHeight() const
{
    // A label clips to its box, and the 12 px face is taller than its line in the grid.
    return qMax(m_host.theme().lineHeight(m_font), fontMetrics().height());
}

QSize PlainLabel::sizeHint() const
{
    if (m_flow == Flow::Wrapped)
        return QLabel::sizeHint();
    return {textWidth(font(), m_raw), lineHeight()};
}

QSize PlainLabel::minimumSizeHint() const
{
    if (m_flow == Flow::Wrapped)
        return QLabel::minimumSizeHint();
    return {qMin(kMinWidth, sizeHint().width()), lineHeight()};
}

/// Not before somebody wants it: what can be selected is a text document of 10 KB, and of the
/// window's labels, some eight hundred, few are ever copied from.
void PlainLabel::becomeSelectable()
{
    if (!textInteractionFlags().testFlag(Qt::TextSelectableByMouse))
        setTextInteractionFlags(Qt::TextSelectableByMouse);
}

void PlainLabel::mousePressEvent(QMouseEvent *event)
{
    becomeSelectable();
    QLabel::mousePressEvent(event);
}

void PlainLabel::contextMenuEvent(QContextMenuEvent *event)
{
    becomeSelectable();
    QLabel::contextMenuEvent(event);
}

void PlainLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    if (m_flow == Flow::OneLine && event->size().width() != event->oldSize().width())
        refreshText();
}

} // namespace quntai
