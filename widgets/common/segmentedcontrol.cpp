// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/segmentedcontrol.h"

#include "widgets/common/paint/textpaint.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <utility>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPad = 10;
constexpr int kNarrowPad = 2;
constexpr int kIconGap = 4;
constexpr int kMostShown = 999;

/// One segment; the control draws the frame around all.
class Segment : public QAbstractButton
{
public:
    Segment(ThemeHost &host, const QString &text, std::optional<Icon> icon, QWidget *parent)
        : QAbstractButton(parent), m_host(host), m_icon(icon)
    {
        setText(text);
        setAccessibleName(text);
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        // Room for bold, or neighbours would move when a segment is taken.
        const int words = textWidth(m_host.theme().boldFont(TextRole::Caption), text());
        const int icon = m_icon ? component::iconSmall + kIconGap : 0;
        if (m_count < 0)
            return {words + icon + 2 * kPad, component::segmentHeight - 2};
        return {std::max(words + icon, textWidth(numberFont(), number())) + 2 * kNarrowPad,
                component::segmentHeight - 2 + m_host.theme().lineHeight(TextRole::Caption)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }
    void setCount(int count, bool hot)
    {
        m_count = count;
        m_hot = hot;
        updateGeometry();
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Theme &theme = m_host.theme();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipPath(insideFrame());
        if (isChecked())
            painter.fillRect(rect(), theme.color(ColorRole::AccentTint));
        else if (isEnabled() && underMouse())
            painter.fillRect(rect(), theme.color(ColorRole::SurfaceHover));
        const ColorRole ink = !isEnabled() ? ColorRole::TextDisabled
            : isChecked()                  ? ColorRole::AccentFg
                                           : ColorRole::TextSecondary;
        const QFont font =
            isChecked() ? theme.boldFont(TextRole::Caption) : theme.font(TextRole::Caption);
        const int icon = m_icon ? component::iconSmall + kIconGap : 0;
        int x = (width() - textWidth(font, text()) - icon) / 2;
        if (m_icon)
            theme.paintIcon(painter, QRect(x, 0, component::iconSmall, height()), *m_icon, ink,
                            component::iconSmall);
        x += icon;
        const int line = m_count < 0 ? 0 : theme.lineHeight(TextRole::Caption);
        paintText(painter, QRect(x, 0, width() - x, height() - line), text(), font,
                  theme.color(ink));
        if (m_count >= 0)
            paintText(painter, QRect(0, height() - line - 5, width(), line), number(), numberFont(),
                      theme.color(m_hot && isEnabled() ? ColorRole::WarningFg : ink),
                      Qt::AlignCenter);
    }

private:
    QString number() const { return m_count > kMostShown ? u"999+"_s : QString::number(m_count); }
    QFont numberFont() const
    {
        return m_hot ? m_host.theme().boldFont(TextRole::Caption)
                     : m_host.theme().font(TextRole::Caption);
    }
    /// The fill of the first and the last segment follows the frame's round corners.
    QPainterPath insideFrame() const
    {
        QPainterPath path;
        const QRectF frame = parentWidget()->rect().translated(-pos());
        path.addRoundedRect(frame.adjusted(1, 1, -1, -1), radius::control - 1, radius::control - 1);
        return path;
    }

    ThemeHost &m_host;
    std::optional<Icon> m_icon;
    int m_count = -1; ///< -1: none is shown
    bool m_hot = false;
};

} // namespace

SegmentedControl::SegmentedControl(ThemeHost &host, const QString &name, QWidget *parent)
    : ThemedWidget(host, parent), m_group(new QButtonGroup(this))
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFixedHeight(component::segmentHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(1);
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedControl::chosen);
}

int SegmentedControl::addSegment(const QString &text, std::optional<Icon> icon)
{
    auto *segment = new Segment(host(), text, icon, this);
    const int index = count();
    m_group->addButton(segment, index);
    layout()->addWidget(segment);
    segment->setChecked(index == 0);
    return index;
}

void SegmentedControl::setSegmentText(int index, const QString &text)
{
    if (QAbstractButton *segment = m_group->button(index)) {
        segment->setText(text);
        segment->setAccessibleName(text);
        segment->updateGeometry();
    }
}

void SegmentedControl::setSegmentCount(int index, int count, bool hot)
{
    auto *segment = static_cast<Segment *>(m_group->button(index));
    if (!segment)
        return;
    segment->setCount(count, hot);
    segment->setAccessibleName(u"%1 %2"_s.arg(segment->text()).arg(count));
    if (!std::exchange(m_counts, true))
        setFixedHeight(component::segmentHeight + theme().lineHeight(TextRole::Caption));
}

QString SegmentedControl::segmentText(int index) const
{
    const auto *segment = m_group->button(index);
    return segment ? segment->text() : QString();
}

void SegmentedControl::setSegmentEnabled(int index, bool enabled)
{
    if (QAbstractButton *segment = m_group->button(index))
        segment->setEnabled(enabled);
}

int SegmentedControl::count() const
{
    return int(m_group->buttons().size());
}

int SegmentedControl::currentIndex() const
{
    return m_group->checkedId();
}

void SegmentedControl::setCurrentIndex(int index)
{
    if (QAbstractButton *segment = m_group->button(index))
        segment->setChecked(true);
}

void SegmentedControl::themeChanged()
{
    for (QAbstractButton *segment : m_group->buttons())
        segment->updateGeometry();
    if (m_counts)
        setFixedHeight(component::segmentHeight + theme().lineHeight(TextRole::Caption));
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(painter, rect(), radius::control, theme().color(ColorRole::SurfaceBase),
             theme().color(ColorRole::BorderStrong));
    for (int i = 1; i < count(); ++i) {
        const int x = m_group->button(i)->geometry().left() - 1;
        paintVLine(painter, x, 1, height() - 1, theme().color(ColorRole::BorderSubtle));
    }
}

} // namespace quntai
