// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "widgets/common/themedwidget.h"

namespace quntai {

class ActionButton;
class PlainLabel;

/** The bar under a draft: send it, take the topic over, or say no. Says beforehand what follows. */
class ActionBar : public ThemedWidget
{
    Q_OBJECT
public:
    /** What the main button does. */
    enum class Main { Approve, SendChanged, Propose, Look };

    explicit ActionBar(ThemeHost &host, QWidget *parent = nullptr);

    void setMain(Main main, int unseen = 0);
    Main main() const { return m_main; }
    /** A reason keeps the main button from being pressed; who uses the bar shows it above. */
    void setObstacle(const QString &obstacle);
    void setConsequence(const QString &consequence);
    /** Nothing may be decided here now, for this reason; empty: all may. */
    void setLocked(const QString &why);
    void setMayTakeOver(bool may);
    /** 0–1000 of the time there was is left; an empty text shows no timer. */
    void setTimer(const QString &text, int permilleLeft);
    bool isMainEnabled() const;
    /** Why it is not; empty while it is. */
    QString hindrance() const;

Q_SIGNALS:
    void mainPressed();
    void rejectPressed();
    void takeOverPressed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    QRect timerRect() const;

    Main m_main = Main::Approve;
    int m_unseen = 0;
    QString m_obstacle;
    QString m_consequence;
    QString m_locked;
    bool m_mayTakeOver = true;
    QString m_timer;
    int m_permille = -1;
    ActionButton *m_reject;
    ActionButton *m_take;
    QWidget *m_timerPlace;
    PlainLabel *m_hint;
    ActionButton *m_send;
};

} // namespace quntai
