// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"

#include <QList>

namespace quntai {

class PlainLabel;

/** Where somebody begins who has not been here before: sign in to a server, or look around in the
 * sample company from one of its chairs. */
class FirstRunPage : public ThemedWidget
{
    Q_OBJECT
public:
    /** A chair of the sample company; id comes back when it is chosen. */
    struct Chair
    {
        QString id;
        QString name;
        QString what;
    };

    /** The first chair is the one to try first. */
    FirstRunPage(ThemeHost &host, const QList<Chair> &chairs, QWidget *parent = nullptr);

    /** What went wrong with the last choice; empty: nothing. */
    void setProblem(const QString &problem);
    /** The sample company is starting. */
    void setBusy(bool busy);

Q_SIGNALS:
    void serverChosen();
    void sampleChosen(const QString &chair);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *serverCard();
    QWidget *sampleCard(const QList<Chair> &chairs);

    QWidget *m_cards;
    PlainLabel *m_problem;
};

} // namespace quntai
