// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/themehost.h"

#include <QLineEdit>

namespace quntai {

/// A line edit with a magnifier, a clear button while there is text, and a key cap while there
/// is none.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    SearchField(ThemeHost &host, const QString &placeholder, QWidget *parent = nullptr);

    void setKeyHint(const QString &keys);
    QString keyHint() const { return m_keys; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refreshMargins();
    /// Words that do not fit into the field are its tool tip.
    void refreshToolTip();

    ThemeHost &m_host;
    QString m_keys;
};

} // namespace quntai
