// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/agentmodel.h"
#include "widgets/common/themedwidget.h"

class QListView;

namespace quntai {

/** A small table: who is at work, how many topics they hold, how fast their first responses were.
 * Choosing one asks for their groups. */
class AgentView : public ThemedWidget
{
    Q_OBJECT
public:
    /** host and model outlive the view. */
    AgentView(ThemeHost &host, AgentModel &model, QWidget *parent = nullptr);

    QListView &list() const { return *m_list; }

    QSize sizeHint() const override;

    static constexpr int headHeight = 28;
    static constexpr int shownRows = 6;

Q_SIGNALS:
    void agentChosen(const quntai::UserId &user, const QString &name);

protected:
    void themeChanged() override;
    void paintEvent(QPaintEvent *event) override;

private:
    AgentModel &m_model;
    QListView *m_list;
};

} // namespace quntai
