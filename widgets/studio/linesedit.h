// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/themehost.h"

#include <QPlainTextEdit>

namespace quntai {

/** A short list, one item a line: plain text, grows with its lines, Tab leaves it. */
class LinesEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    LinesEdit(ThemeHost &host, const QString &name, QWidget *parent = nullptr);

    /** No signal when nothing differs. */
    void setLines(const QStringList &lines);
    /** Without empty ones and the spaces around. */
    QStringList lines() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, heightFor(fewestLines)}; }

Q_SIGNALS:
    /** The text is another one; colours and fonts are no edit. */
    void edited();

protected:
    void insertFromMimeData(const QMimeData *source) override;

private:
    static constexpr int fewestLines = 2;

    void refreshLook();
    int heightFor(int lines) const;

    ThemeHost &m_host;
    QString m_text;
};

} // namespace quntai
