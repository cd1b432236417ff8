// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/emptystate.h"

#include "widgets/common/paint/badges.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"

#include <QAbstractButton>
#include <QPainter>
#include <QVBoxLayout>

namespace quntai {

namespace {

constexpr int kStepsWidth = 480;
constexpr int kStepHeight = 44;
constexpr int kStepsHead = 32;
constexpr int kPad = 12;
constexpr int kSmallPicture = 24;
constexpr QSize kDrawing(146, 80);

/// One row of the list of next steps.
class StepButton : public QAbstractButton
{
public:
    StepButton(ThemeHost &host, EmptyState::Step step, QWidget *parent)
        : QAbstractButton(parent), m_host(host), m_step(std::move(step))
    {
        setText(m_step.text);
        setAccessibleName(m_step.text);
        setAccessibleDescription(m_step.detail);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
        setFixedHeight(kStepHeight);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Theme &theme = m_host.theme();
        if (underMouse())
            painter.fillRect(rect().adjusted(1, 1, -1, -1), theme.color(ColorRole::SurfaceHover));
        paintHLine(painter, 0, width(), 0, theme.color(ColorRole::BorderSubtle));
        theme.paintIcon(painter, QRect(kPad, 0, component::icon, height()), m_step.icon,
                        ColorRole::TextSecondary);
        int right = width() - kPad - component::iconSmall;
        theme.paintIcon(painter, QRect(right, 0, component::iconSmall, height()), Icon::Right,
                        ColorRole::TextSecondary, component::iconSmall);
        if (!m_step.keys.isEmpty()) {
            const QSize cap = keyCapSize(theme, m_step.keys);
            right -= cap.width() + 8;
            paintKeyCap(painter, theme, QRect({right, (height() - cap.height()) / 2}, cap),
                        m_step.keys);
        }
        int x = kPad + component::icon + 8;
        x += paintText(painter, theme, QRect(x, 0, right - x - 8, height()), m_step.text) + 10;
        paintText(painter, theme, QRect(x, 0, right - x - 8, height()), m_step.detail,
                  TextRole::Caption, ColorRole::TextSecondary);
    }

private:
    ThemeHost &m_host;
    EmptyState::Step m_step;
};

/// The frame around the steps.
class StepList : public ThemedWidget
{
public:
    using ThemedWidget::ThemedWidget;

    QSize sizeHint() const override { return {kStepsWidth, ThemedWidget::sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintBox(painter, rect(), radius::card, theme().color(ColorRole::SurfaceRaised),
                 theme().color(ColorRole::BorderSubtle));
    }
};

} // namespace

EmptyState::EmptyState(ThemeHost &host, Icon icon, const QString &sentence, QWidget *parent)
    : ThemedWidget(host, parent), m_icon(icon), m_picture(new QWidget(this)),
      m_title(new PlainLabel(host, {}, TextRole::Title)),
      m_sentence(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary)),
      m_column(new QVBoxLayout(this))
{
    m_picture->setFixedSize(kSmallPicture, kSmallPicture);
    m_picture->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_title->hide();
    m_column->setSpacing(space::x1);
    m_column->addStretch(1);
    m_column->addWidget(m_picture, 0, Qt::AlignHCenter);
    m_column->addWidget(m_title, 0, Qt::AlignHCenter);
    m_sentence->setFlow(PlainLabel::Flow::Wrapped);
    m_sentence->setAlignment(Qt::AlignHCenter);
    m_column->addWidget(m_sentence);
    m_column->addStretch(1);
    setSentence(sentence);
}

void EmptyState::setTitle(const QString &title)
{
    m_title->setPlainText(title);
    m_title->setVisible(!title.isEmpty());
    m_sentence->setRole(TextRole::Ui, ColorRole::TextSecondary);
    m_picture->setFixedSize(kDrawing + QSize(0, 20));
    setAccessibleName(title);
    update();
}

void EmptyState::setIcon(Icon icon)
{
    m_icon = icon;
    update();
}

void EmptyState::setSentence(const QString &sentence)
{
    m_sentence->setPlainText(sentence);
    setAccessibleDescription(sentence);
    if (m_title->isHidden())
        setAccessibleName(sentence);
}

void EmptyState::setSteps(const QString &heading, const QList<Step> &steps)
{
    delete m_steps;
    auto *list = new StepList(host(), this);
    m_steps = list;
    list->setMaximumWidth(kStepsWidth);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new PlainLabel(host(), heading, TextRole::Caption, ColorRole::TextSecondary);
    head->setContentsMargins(kPad, 0, kPad, 0);
    head->setMinimumHeight(kStepsHead);
    column->addWidget(head);
    for (int i = 0; i < steps.size(); ++i) {
        auto *button = new StepButton(host(), steps[i], list);
        column->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, [this, i] { emit stepChosen(i); });
    }
    m_column->insertSpacing(m_column->count() - 1, space::x5);
    m_column->insertWidget(m_column->count() - 1, list, 0, Qt::AlignHCenter);
}

QRect EmptyState::pictureRect() const
{
    return m_picture->geometry();
}

void EmptyState::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_title->isHidden())
        theme().paintIcon(painter, pictureRect(), m_icon, ColorRole::TextSecondary);
    else
        paintLanes(painter, QRect(pictureRect().topLeft(), kDrawing));
}

void EmptyState::paintLanes(QPainter &painter, const QRect &rect) const
{
    // Three topics that came, were answered and are settled.
    painter.setRenderHint(QPainter::Antialiasing);
    for (int lane = 0; lane < 3; ++lane) {
        const qreal y = rect.top() + 10 + lane * 32;
        const qreal first = rect.left() + 16 + lane * 24;
        const QColor rail = theme().lane(lane).rail;
        painter.fillRect(QRectF(rect.left(), y - 1, rect.width(), 2),
                         theme().color(ColorRole::BorderSubtle));
        painter.fillRect(QRectF(first, y - 1, 56, 2), rail);
        painter.setPen(Qt::NoPen);
        painter.setBrush(rail);
        painter.drawEllipse(QPointF(first, y), 4, 4);
        painter.drawEllipse(QPointF(first + 28, y), 4, 4);
        painter.drawEllipse(QPointF(first + 56, y), 7, 7);
        theme().paintIcon(painter, QRectF(first + 49, y - 7, 14, 14), Icon::Check,
                          theme().lane(lane).on, 10);
    }
}

} // namespace quntai
