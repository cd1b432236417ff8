// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"

#include <QStringList>

class QTextLayout;

namespace quntai {

/** A text as the group will see it: who speaks, whom it mentions, the AI label before it. */
class Preview : public ThemedWidget
{
    Q_OBJECT
public:
    explicit Preview(ThemeHost &host, QWidget *parent = nullptr);

    void setMessage(const QString &name, const QStringList &mentions, const QString &label,
                    const QString &text);
    QSize sizeHint() const override { return {240, heightForWidth(width())}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int bubbleWidth(int width) const;
    qreal layOut(QTextLayout &layout, int width) const;

    QString m_name;
    QString m_text;      //!< all of it, made visible
    int m_mentions = 0;  //!< units of it that mention people
    int m_label = 0;     //!< and, after those, that are the label
};

} // namespace quntai
