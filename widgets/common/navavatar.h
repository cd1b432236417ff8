// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/paint/avatar.h"
#include "widgets/common/theme/themehost.h"

#include <QAbstractButton>

namespace quntai {

/// The person signed in, with presence, as a button for their menu.
class NavAvatar : public QAbstractButton
{
    Q_OBJECT

public:
    explicit NavAvatar(ThemeHost &host, QWidget *parent = nullptr);

    void setPerson(const QString &name, PresenceMark presence);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ThemeHost &m_host;
    AvatarSpec m_avatar;
};

} // namespace quntai
