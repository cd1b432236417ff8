// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/paint/avatar.h"
#include "widgets/common/themedwidget.h"

namespace quntai {

/** An avatar as a widget. */
class PersonMark : public ThemedWidget
{
    Q_OBJECT
public:
    explicit PersonMark(ThemeHost &host, QWidget *parent = nullptr);

    void setPerson(const AvatarSpec &person);
    QSize sizeHint() const override { return {component::avatar, component::avatar}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    AvatarSpec m_person;
};

} // namespace quntai
