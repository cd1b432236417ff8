// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/navavatar.h"

#include "widgets/common/paint/plaintext.h"
#include "widgets/common/tooltip.h"

#include <QPainter>

namespace quntai {

namespace {
constexpr int kSide = 36;
} // namespace

NavAvatar::NavAvatar(ThemeHost &host, QWidget *parent) : QAbstractButton(parent), m_host(host)
{
    m_avatar.tone = Tone::Agent;
    setFocusPolicy(Qt::StrongFocus);
    setFixedSize(kSide, kSide);
    setPerson({}, PresenceMark::Offline);
    connect(&host, &ThemeHost::changed, this, qOverload<>(&QWidget::update));
}

void NavAvatar::setPerson(const QString &name, PresenceMark presence)
{
    m_avatar.name = name;
    m_avatar.presence = presence;
    const QString shown = name.isEmpty() ? tr("Not signed in") : visibleText(name);
    setAccessibleName(shown);
    setPlainToolTip(*this, shown);
    update();
}

QSize NavAvatar::sizeHint() const
{
    return {kSide, kSide};
}

void NavAvatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QRect disc(0, 0, component::avatar, component::avatar);
    disc.moveCenter(rect().center());
    paintAvatar(painter, m_host.theme(), disc, m_avatar, ColorRole::SurfaceWindow);
}

} // namespace quntai
