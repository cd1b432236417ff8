// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"

#include <QList>
#include <QString>

#include <optional>

class QVBoxLayout;

namespace quntai {

class PlainLabel;

/// What a place says when it has nothing to show: what is so, what will happen, useful next steps.
class EmptyState : public ThemedWidget
{
    Q_OBJECT

public:
    /// A next step; `keys` its shortcut or empty.
    struct Step
    {
        Icon icon;
        QString text;
        QString detail;
        QString keys;
    };

    /// Small: icon over one grey sentence. With a title: the Desk's full form with the drawing of
    /// settled lanes above it.
    EmptyState(ThemeHost &host, Icon icon, const QString &sentence, QWidget *parent = nullptr);

    /// Turns to the full form.
    void setTitle(const QString &title);
    void setSentence(const QString &sentence);
    void setIcon(Icon icon);
    void setSteps(const QString &heading, const QList<Step> &steps);

signals:
    void stepChosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRect pictureRect() const;
    void paintLanes(QPainter &painter, const QRect &rect) const;

    Icon m_icon;
    QWidget *m_picture;
    PlainLabel *m_title;
    PlainLabel *m_sentence;
    QWidget *m_steps = nullptr;
    QVBoxLayout *m_column;
};

} // namespace quntai
