// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/alertview.h"

#include "widgets/common/paint/textpaint.h"
#include "widgets/common/tooltip.h"
#include "widgets/common/words/words.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QToolTip>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 73;
constexpr int line = 18;
constexpr int padX = 12;
constexpr int textLeft = padX + component::icon + 8;
constexpr int actionGap = 12;
constexpr int ageWidth = 56;

} // namespace

/** ⚠ title                age
 *    where · what
 *    action  action  action    */
class AlertView::Delegate : public QStyledItemDelegate
{
public:
    explicit Delegate(AlertView &view) : QStyledItemDelegate(&view), m_view(view) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {option.rect.width(), rowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const auto *alert = m_view.m_model.alertAt(index);
        if (!alert)
            return;
        const auto &theme = m_view.m_host.theme();
        const auto now = m_view.m_clock();
        painter->save();
        const auto rect = option.rect;
        const bool current = m_view.hasFocus() && index == m_view.currentIndex();
        if (current || option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(rect, theme.color(ColorRole::SurfaceHover));
        const auto tone = alert->isSevere ? ColorRole::DangerFg : ColorRole::WarningFg;
        theme.paintIcon(*painter, QRect(rect.left() + padX, rect.top() + 9, component::icon,
                                        component::icon),
                        alertIcon(*alert), tone);
        const QRect text(rect.left() + textLeft, rect.top() + 8,
                         rect.width() - textLeft - padX, line);
        const auto age = alert->at.isSet() ? roughSpanText((now.ms - alert->at.ms) / 1000)
                                           : QString();
        paintText(*painter, theme, text.adjusted(text.width() - ageWidth, 0, 0, 0), age,
                  TextRole::Caption, ColorRole::TextTertiary, Qt::AlignRight);
        paintText(*painter, text.adjusted(0, 0, age.isEmpty() ? 0 : -ageWidth, 0),
                  alertTitle(*alert, now), theme.boldFont(TextRole::Caption),
                  theme.color(ColorRole::TextPrimary));
        paintText(*painter, theme, text.translated(0, line), alertDetail(*alert, now),
                  TextRole::Caption, ColorRole::TextSecondary);
        paintActions(*painter, theme, *alert, index, current);
        paintHLine(*painter, rect.left(), rect.right() + 1, rect.bottom(),
                   theme.color(ColorRole::BorderSubtle));
        painter->restore();
    }

private:
    void paintActions(QPainter &painter, const Theme &theme, const WallAlert &alert,
                      const QModelIndex &index, bool current) const
    {
        const auto actions = alertActions(alert);
        for (int i = 0; i < actions.size(); ++i) {
            const auto where = m_view.actionRect(index, i);
            const bool can = m_view.whyNot(alert, actions.at(i)).isEmpty();
            auto font = theme.font(TextRole::Caption);
            font.setUnderline(can && m_view.m_inside && where.contains(m_view.m_at));
            paintText(painter, where, alertActionName(actions.at(i)), font,
                      theme.color(can ? ColorRole::TextLink : ColorRole::TextDisabled));
            if (!current || i != m_view.m_action)
                continue;
            painter.setPen(QPen(theme.color(ColorRole::BorderFocus), component::focusRing));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(where.adjusted(-3, 0, 3, 0), radius::control, radius::control);
        }
    }

    AlertView &m_view;
};

AlertView::AlertView(ThemeHost &host, AlertModel &model, std::function<Instant()> clock,
                     QWidget *parent)
    : QListView(parent), m_host(host), m_model(model), m_clock(std::move(clock))
{
    setAccessibleName(tr("Alerts"));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setEditTriggers(NoEditTriggers);
    setItemDelegate(new Delegate(*this));
    setModel(&model);
    auto *tick = new QTimer(this);
    connect(tick, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    tick->start(1000);
    const auto dress = [this] {
        auto colors = palette();
        colors.setColor(QPalette::Base, m_host.theme().color(ColorRole::SurfaceWindow));
        setPalette(colors);
        viewport()->update();
    };
    connect(&host, &ThemeHost::changed, this, dress);
    dress();
}

QRect AlertView::actionRect(const QModelIndex &index, int action) const
{
    const auto *alert = m_model.alertAt(index);
    if (!alert)
        return {};
    const auto rect = visualRect(index);
    const auto &font = m_host.theme().font(TextRole::Caption);
    int left = rect.left() + textLeft;
    const auto actions = alertActions(*alert);
    for (int i = 0; i < actions.size(); ++i) {
        const int wide = textWidth(font, alertActionName(actions.at(i)));
        if (i == action)
            return {left, rect.top() + 8 + 2 * line + 2, wide, line};
        left += wide + actionGap;
    }
    return {};
}

int AlertView::actionAt(const QModelIndex &index, const QPoint &at) const
{
    const auto *alert = m_model.alertAt(index);
    const auto count = alert ? static_cast<int>(alertActions(*alert).size()) : 0;
    for (int i = 0; i < count; ++i) {
        if (actionRect(index, i).adjusted(-4, -3, 4, 3).contains(at))
            return i;
    }
    return -1;
}

QString AlertView::whyNot(const WallAlert &alert, AlertAction action) const
{
    return m_whyNot ? m_whyNot(alert, action) : QString();
}

void AlertView::act(const QModelIndex &index, int action)
{
    const auto *found = m_model.alertAt(index);
    if (!found)
        return;
    const auto alert = *found;
    const auto actions = alertActions(alert);
    if (action < 0 || action >= actions.size() || !whyNot(alert, actions.at(action)).isEmpty())
        return;
    Q_EMIT actionChosen(alert, actions.at(action));
}

bool AlertView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Enter)
        m_inside = true;
    if (event->type() == QEvent::Leave) {
        m_inside = false;
        viewport()->update();
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto index = indexAt(help->pos());
        QString text;
        if (const auto *alert = m_model.alertAt(index)) {
            const int action = actionAt(index, help->pos());
            text = alertDetail(*alert, m_clock());
            if (action >= 0)
                text = whyNot(*alert, alertActions(*alert).at(action));
        }
        QToolTip::showText(help->globalPos(), plainToolTip(text), viewport());
        return true;
    }
    return QListView::viewportEvent(event);
}

void AlertView::mouseMoveEvent(QMouseEvent *event)
{
    m_at = event->position().toPoint();
    const bool on = actionAt(indexAt(m_at), m_at) >= 0;
    viewport()->setCursor(on ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
    QListView::mouseMoveEvent(event);
}

void AlertView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const auto at = event->position().toPoint();
    if (event->button() == Qt::LeftButton)
        act(indexAt(at), actionAt(indexAt(at), at));
}

void AlertView::keyPressEvent(QKeyEvent *event)
{
    const auto *alert = m_model.alertAt(currentIndex());
    const auto count = alert ? static_cast<int>(alertActions(*alert).size()) : 0;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        m_action = std::clamp(m_action + (event->key() == Qt::Key_Left ? -1 : 1), 0,
                              std::max(0, count - 1));
        viewport()->update();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        act(currentIndex(), m_action);
        return;
    default: QListView::keyPressEvent(event);
    }
}

void AlertView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    m_action = 0;
    QListView::currentChanged(current, previous);
}

} // namespace quntai
