// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "widgets/common/themedwidget.h"

#include <QAbstractButton>

class QVBoxLayout;

namespace quntai {

/** A topic a person wants at hand. Names come from outside. */
struct Pin
{
    TopicId topic;
    int lane = 0;
    QString title;
    QString group;
    QString state;       //!< who has it, or how it ended, for people
    QString keys;        //!< that lead to it; empty: none
    bool ended = false;
    bool hot = false;    //!< it waits for a person
    bool current = false;

    bool operator==(const Pin &) const = default;
};

/** One pinned topic: its letter, title, state and key. Delete unpins, Alt+Shift with an arrow moves
 * it; so does its menu. */
class PinRow : public QAbstractButton
{
    Q_OBJECT
public:
    PinRow(ThemeHost &host, const Pin &pin, QWidget *parent = nullptr);

    void setPin(const Pin &pin);
    const Pin &pin() const { return m_pin; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void unpinned();
    void moved(int step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    int paintEnd(QPainter &painter, const QRect &inner) const;

    ThemeHost &m_host;
    Pin m_pin;
};

/** The pinned topics over the queue, under a head that folds them away. Hidden when there are none.
 * GUI thread. */
class PinBar : public ThemedWidget
{
    Q_OBJECT
public:
    explicit PinBar(ThemeHost &host, QWidget *parent = nullptr);

    /** Rows that stay keep the focus they have. */
    void setPins(const QList<Pin> &pins);
    QList<PinRow *> rows() const { return m_rows; }
    QAbstractButton &headButton() const { return *m_head; }
    bool isFolded() const { return m_folded; }

    static constexpr int most = 9;  //!< as many as there are keys

Q_SIGNALS:
    void chosen(const quntai::TopicId &topic);
    void unpinWanted(const quntai::TopicId &topic);
    /** One place up (-1) or down (1). */
    void moveWanted(const quntai::TopicId &topic, int step);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PinRow *makeRow(const Pin &pin);
    void refresh();

    QAbstractButton *m_head;
    QVBoxLayout *m_column;
    QList<PinRow *> m_rows;
    bool m_folded = false;
};

} // namespace quntai
