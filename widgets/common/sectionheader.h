// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/themehost.h"

#include <QAbstractButton>

#include <optional>

namespace quntai {

///  ⌄ name (count)                     note
/// The head of a group of rows; folds it. Checked means open.
class SectionHeader : public QAbstractButton
{
    Q_OBJECT

public:
    SectionHeader(ThemeHost &host, const QString &name, QWidget *parent = nullptr);

    void setCount(std::optional<int> count);
    /// Red only where a person must act now.
    void setHot(bool hot);
    /// Words at the right end, e.g. the order of the rows.
    void setNote(const QString &note);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refreshName();

    ThemeHost &m_host;
    std::optional<int> m_count;
    QString m_note;
    bool m_hot = false;
};

} // namespace quntai
