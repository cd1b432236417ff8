// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/pinbar.h"

#include "models/domain/topic.h"
#include "widgets/common/paint/badges.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/tooltip.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 28;
constexpr int headHeight = 28;
constexpr int left = 12;
constexpr int gap = 6;
constexpr int longestTitle = 60;
constexpr int longestGroup = 24;

/** "Pinned 3": folds the rows under it, like the heads of the queue's lists. */
class PinHead : public QAbstractButton
{
public:
    PinHead(ThemeHost &host, QWidget *parent) : QAbstractButton(parent), m_host(host)
    {
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setFixedHeight(headHeight);
        setText(PinBar::tr("Pinned"));
    }
    void setCount(int count)
    {
        m_count = count;
        setAccessibleName(PinBar::tr("Pinned topics: %1").arg(count));
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const auto &theme = m_host.theme();
        theme.paintIcon(painter, QRect(left, 0, 12, height()), isChecked() ? Icon::Right : Icon::Down,
                        ColorRole::TextSecondary, 12);
        const auto font = theme.boldFont(TextRole::Caption);
        const QRect words(left + 18, 0, width() - left - 18, height());
        paintText(painter, words, text(), font, theme.color(ColorRole::TextSecondary),
                  Qt::AlignLeft | Qt::AlignVCenter);
        const auto size = countBadgeSize(theme, m_count);
        paintCountBadge(painter, theme,
                        QRect(QPoint(words.left() + textWidth(font, text()) + gap,
                                     (height() - size.height()) / 2),
                              size),
                        m_count, false);
    }

private:
    ThemeHost &m_host;
    int m_count = 0;
};

} // namespace

PinRow::PinRow(ThemeHost &host, const Pin &pin, QWidget *parent)
    : QAbstractButton(parent), m_host(host)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setPin(pin);
}

void PinRow::setPin(const Pin &pin)
{
    m_pin = pin;
    const auto title = visibleText(pin.title, longestTitle);
    const auto group = visibleText(pin.group, longestGroup);
    setText(title);
    setAccessibleName(tr("Pinned topic %1: %2, %3, %4")
                          .arg(laneLetter(pin.lane), title, group, pin.state));
    setPlainToolTip(*this, title + u" · "_s + group + u" · "_s + pin.state);
    update();
}

QSize PinRow::sizeHint() const
{
    return {200, rowHeight};
}

/** Key and state, from the right; where they begin. */
int PinRow::paintEnd(QPainter &painter, const QRect &inner) const
{
    const auto &theme = m_host.theme();
    int right = inner.right() + 1;
    if (!m_pin.keys.isEmpty()) {
        const auto cap = keyCapSize(theme, m_pin.keys);
        paintKeyCap(painter, theme,
                    QRect(QPoint(right - cap.width(), (height() - cap.height()) / 2), cap),
                    m_pin.keys);
        right -= cap.width() + gap;
    }
    const auto font = m_pin.hot ? theme.boldFont(TextRole::Caption) : theme.font(TextRole::Caption);
    const int words = std::min(textWidth(font, m_pin.state), inner.width() / 3);
    const QRect state(right - words, 0, words, height());
    paintText(painter, state, elidedText(font, m_pin.state, words), font,
              theme.color(m_pin.hot ? ColorRole::DangerFg : ColorRole::TextSecondary),
              Qt::AlignRight | Qt::AlignVCenter);
    right -= words + gap;
    if (!m_pin.ended)
        return right;
    theme.paintIcon(painter, QRect(right - component::iconTiny, 0, component::iconTiny, height()),
                    Icon::Check, ColorRole::TextSecondary, component::iconTiny);
    return right - component::iconTiny - gap;
}

void PinRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto &theme = m_host.theme();
    if (m_pin.current)
        painter.fillRect(rect(), theme.color(ColorRole::SurfaceSelected));
    else if (underMouse())
        painter.fillRect(rect(), theme.color(ColorRole::SurfaceHover));
    const QRect inner = rect().adjusted(left, 0, -left, 0);
    paintLaneBadge(painter, theme,
                   QRectF(inner.left(), (height() - component::laneBadge) / 2.0,
                          component::laneBadge, component::laneBadge),
                   m_pin.lane);
    const int end = paintEnd(painter, inner);
    const int begin = inner.left() + component::laneBadge + gap;
    const auto font = theme.font(TextRole::Ui);
    paintText(painter, QRect(begin, 0, end - begin, height()),
              elidedText(font, text(), end - begin), font,
              theme.color(m_pin.ended ? ColorRole::TextSecondary : ColorRole::TextPrimary),
              Qt::AlignLeft | Qt::AlignVCenter);
}

void PinRow::keyPressEvent(QKeyEvent *event)
{
    const auto moving = Qt::AltModifier | Qt::ShiftModifier;
    const bool up = event->key() == Qt::Key_Up;
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        Q_EMIT unpinned();
    else if ((event->modifiers() & moving) == moving && (up || event->key() == Qt::Key_Down))
        Q_EMIT moved(up ? -1 : 1);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void PinRow::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Unpin"), this, &PinRow::unpinned, Qt::QueuedConnection);
    menu->addSeparator();
    menu->addAction(tr("Move up"), this, [this] { Q_EMIT moved(-1); });
    menu->addAction(tr("Move down"), this, [this] { Q_EMIT moved(1); });
    menu->popup(byKey ? mapToGlobal(rect().bottomLeft()) : event->globalPos());
}

PinBar::PinBar(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent), m_head(new PinHead(host, this)), m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("Pinned topics"));
    m_column->setContentsMargins(0, 0, 0, 1);
    m_column->setSpacing(0);
    m_column->addWidget(m_head);
    connect(m_head, &QAbstractButton::toggled, this, [this](bool folded) {
        m_folded = folded;
        refresh();
    });
    setPins({});
}

PinRow *PinBar::makeRow(const Pin &pin)
{
    auto *row = new PinRow(host(), pin, this);
    connect(row, &QAbstractButton::clicked, this, [this, row] { Q_EMIT chosen(row->pin().topic); });
    connect(row, &PinRow::unpinned, this, [this, row] { Q_EMIT unpinWanted(row->pin().topic); });
    connect(row, &PinRow::moved, this,
            [this, row](int step) { Q_EMIT moveWanted(row->pin().topic, step); });
    m_column->addWidget(row);
    return row;
}

void PinBar::setPins(const QList<Pin> &pins)
{
    const auto shown = pins.first(std::min<qsizetype>(pins.size(), most));
    const auto focused = std::ranges::find_if(std::as_const(m_rows), &QWidget::hasFocus);
    const auto place = focused - m_rows.cbegin();
    const auto topic = focused == m_rows.cend() ? TopicId{} : (*focused)->pin().topic;
    while (m_rows.size() > shown.size()) {
        // It may be the one whose key asks for this.
        auto *row = m_rows.takeLast();
        row->hide();
        row->deleteLater();
    }
    for (int at = 0; at < shown.size(); ++at) {
        if (at == m_rows.size())
            m_rows.append(makeRow(shown.at(at)));
        else if (m_rows.at(at)->pin() != shown.at(at))
            m_rows.at(at)->setPin(shown.at(at));
    }
    static_cast<PinHead *>(m_head)->setCount(int(shown.size()));
    refresh();
    // The focus goes where its topic goes; without it, to who stands there now.
    if (topic.isEmpty() || m_rows.isEmpty())
        return;
    const auto moved = std::ranges::find(std::as_const(m_rows), topic,
                                         [](const auto *row) { return row->pin().topic; });
    (moved != m_rows.cend() ? *moved : m_rows.at(std::min(place, m_rows.size() - 1)))->setFocus();
}

void PinBar::refresh()
{
    setVisible(!m_rows.isEmpty());
    for (auto *row : std::as_const(m_rows))
        row->setVisible(!m_folded);
}

void PinBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceWindow));
    paintHLine(painter, 0, width(), height() - 1, theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
