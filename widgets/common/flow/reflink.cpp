// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/flow/reflink.h"

#include "widgets/common/paint/badges.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/tooltip.h"

#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

RefLink::RefLink(ThemeHost &host, int number, const QString &hint, QWidget *parent)
    : QAbstractButton(parent), m_host(host)
{
    setText(u"#%1"_s.arg(number));
    setAccessibleName(tr("Go to message %1").arg(number));
    setAccessibleDescription(visibleText(hint, 120));
    setPlainToolTip(*this, hint);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&host, &ThemeHost::changed, this, [this] { updateGeometry(); });
}

QSize RefLink::sizeHint() const
{
    return refSize(m_host.theme(), text());
}

void RefLink::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintRef(painter, m_host.theme(), rect(), text());
    if (!underMouse() && !isDown())
        return;
    painter.fillRect(QRect(3, height() - 2, width() - 6, 1),
                     m_host.theme().color(ColorRole::TextLink));
}

} // namespace quntai
