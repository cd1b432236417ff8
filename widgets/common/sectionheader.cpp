// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/sectionheader.h"

#include "widgets/common/paint/badges.h"
#include "widgets/common/paint/textpaint.h"

#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {
constexpr int kPad = 12;
constexpr int kGap = 6;
} // namespace

SectionHeader::SectionHeader(ThemeHost &host, const QString &name, QWidget *parent)
    : QAbstractButton(parent), m_host(host)
{
    setText(name);
    setCheckable(true);
    setChecked(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    refreshName();
    connect(&host, &ThemeHost::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void SectionHeader::setCount(std::optional<int> count)
{
    m_count = count;
    refreshName();
    update();
}

void SectionHeader::setHot(bool hot)
{
    m_hot = hot;
    update();
}

void SectionHeader::setNote(const QString &note)
{
    m_note = note;
    update();
}

void SectionHeader::refreshName()
{
    setAccessibleName(m_count ? u"%1 %2"_s.arg(text()).arg(*m_count) : text());
}

QSize SectionHeader::sizeHint() const
{
    return {160, m_host.theme().metrics().sectionHeader};
}

void SectionHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = m_host.theme();
    if (underMouse())
        painter.fillRect(rect(), theme.color(ColorRole::SurfaceHover));
    int x = kPad;
    theme.paintIcon(painter, QRect(x, 0, component::iconTiny, height()),
                    isChecked() ? Icon::Down : Icon::Right, ColorRole::TextSecondary,
                    component::iconTiny);
    x += component::iconTiny + kGap;
    x += paintText(painter, QRect(x, 0, width() - x - kPad, height()), text(),
                   theme.boldFont(TextRole::Caption), theme.color(ColorRole::TextPrimary))
        + kGap;
    if (m_count) {
        const QSize badge = countBadgeSize(theme, *m_count);
        paintCountBadge(painter, theme, QRect({x, (height() - badge.height()) / 2}, badge),
                        *m_count, m_hot && *m_count > 0);
        x += badge.width() + kGap;
    }
    paintText(painter, theme, QRect(x, 0, width() - x - kPad, height()), m_note, TextRole::Caption,
              ColorRole::TextSecondary, Qt::AlignRight);
}

} // namespace quntai
