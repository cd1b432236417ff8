// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/themehost.h"

#include <QAbstractButton>

namespace quntai {

/** A view of the queue as a chip; the one that is shown is filled. Its name is untrusted. */
class ViewChip : public QAbstractButton
{
    Q_OBJECT
public:
    ViewChip(ThemeHost &host, const QString &name, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void forgotten();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    ThemeHost &m_host;
};

} // namespace quntai
