// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/measurestrip.h"

#include "widgets/common/paint/textpaint.h"
#include "widgets/common/tooltip.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int stripHeight = 80;
constexpr int pad = 14;
constexpr int labelTop = 9;
constexpr int valueTop = 27;
constexpr int noteTop = 55;

} // namespace

/** Label, value, note. */
class MeasureButton : public QAbstractButton
{
public:
    MeasureButton(ThemeHost &host, QWidget *parent) : QAbstractButton(parent), m_host(host)
    {
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        setFixedHeight(stripHeight);
        setMinimumWidth(96);
        setCheckable(true);
    }

    void setView(const MeasureView &view)
    {
        m_view = view;
        setAccessibleName(view.name + u' ' + view.value + u' ' + view.note);
        setAccessibleDescription(view.definition);
        setPlainToolTip(*this, view.name + u'\n' + view.definition
                            + (view.note.isEmpty() ? QString() : u"\n\n"_s + view.note));
        update();
    }
    void setLoading(bool loading)
    {
        m_loading = loading;
        update();
    }
    const MeasureView &view() const { return m_view; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const auto &theme = m_host.theme();
        if (isChecked())
            painter.fillRect(rect(), theme.color(ColorRole::SurfaceSelected));
        else if (underMouse() && !m_loading)
            painter.fillRect(rect(), theme.color(ColorRole::SurfaceHover));
        paintVLine(painter, 0, 0, height(), theme.color(ColorRole::BorderSubtle));
        paintLabel(painter, theme);
        const QRect value(pad, valueTop, width() - 2 * pad, theme.lineHeight(TextRole::Metric));
        const QRect note(pad, noteTop, width() - 2 * pad, theme.lineHeight(TextRole::Caption));
        if (m_loading) {
            const auto &grey = theme.color(ColorRole::SurfaceSkeleton);
            paintBox(painter, QRect(pad, valueTop + 4, 64, 20), radius::bar, grey);
            paintBox(painter, QRect(pad, noteTop + 4, 104, 10), radius::bar, grey);
        } else {
            paintText(painter, theme, value, m_view.value, TextRole::Metric, m_view.color);
            paintText(painter, theme, note, m_view.note, TextRole::Caption, ColorRole::TextTertiary);
        }
    }

private:
    void paintLabel(QPainter &painter, const Theme &theme)
    {
        const QRect label(pad, labelTop, width() - 2 * pad, theme.lineHeight(TextRole::Caption));
        const int used = paintText(painter, theme, label, m_view.name, TextRole::Caption,
                                   ColorRole::TextSecondary);
        // Dotted: there is a definition to be had.
        QPen pen(theme.color(ColorRole::TextTertiary), 0, Qt::DotLine);
        painter.setPen(pen);
        painter.drawLine(pad, label.bottom() + 1, pad + used, label.bottom() + 1);
    }

    ThemeHost &m_host;
    MeasureView m_view;
    bool m_loading = false;
};

MeasureStrip::MeasureStrip(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent), m_row(new QHBoxLayout(this))
{
    setFixedHeight(stripHeight + 1);
    m_row->setContentsMargins(0, 0, 0, 1);
    m_row->setSpacing(0);
    auto unknown = measureViews({});
    for (auto &view : unknown) {
        view.value = u"–"_s;
        view.note.clear();
    }
    setMeasures(unknown);
}

void MeasureStrip::setMeasures(const QList<MeasureView> &measures)
{
    while (m_buttons.size() < measures.size()) {
        auto *button = new MeasureButton(host(), this);
        button->setFocusPolicy(m_buttons.isEmpty() ? Qt::StrongFocus : Qt::ClickFocus);
        button->installEventFilter(this);
        connect(button, &QAbstractButton::clicked, this, [this, button] {
            setChosen(button->view().measure);
            Q_EMIT chosen(button->view().measure, button->view().side);
        });
        m_row->addWidget(button, 1);
        m_buttons.append(button);
    }
    for (qsizetype i = 0; i < measures.size(); ++i)
        m_buttons.at(i)->setView(measures.at(i));
}

void MeasureStrip::setLoading(bool loading)
{
    for (auto *button : m_buttons)
        button->setLoading(loading);
}

void MeasureStrip::setChosen(Measure measure)
{
    for (auto *button : m_buttons)
        button->setChecked(button->view().measure == measure);
}

void MeasureStrip::step(MeasureButton *from, int by)
{
    const auto to = m_buttons.indexOf(from) + by;
    if (to < 0 || to >= m_buttons.size())
        return;
    for (auto *button : m_buttons)
        button->setFocusPolicy(Qt::ClickFocus);
    m_buttons.at(to)->setFocusPolicy(Qt::StrongFocus);
    m_buttons.at(to)->setFocus(Qt::TabFocusReason);
}

bool MeasureStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent *>(event)->key();
        auto *button = static_cast<MeasureButton *>(watched);
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            step(button, key == Qt::Key_Left ? -1 : 1);
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            button->click();
            return true;
        }
    }
    return ThemedWidget::eventFilter(watched, event);
}

void MeasureStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceBase));
    paintHLine(painter, 0, width(), height() - 1, theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
