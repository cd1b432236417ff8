// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/page.h"
#include "models/domain/flow.h"

class QSplitter;
class QStackedWidget;
class QTimer;

namespace quntai {

class EmptyState;
class FlowBench;
class FlowConflict;
class FlowDesk;
class FlowEditor;
class FlowList;
class FlowModel;

/** 流程: what the bot says by itself, and when. Flows on the left, one of them as YAML in the
 * middle, what it would say on the right. */
class FlowsPage : public Page
{
    Q_OBJECT
public:
    FlowsPage(ThemeHost &host, Session &session, QWidget *parent = nullptr);
    ~FlowsPage() override;

    void entered() override;
    void addActions(ActionRegistry &registry) override;

    void openFlow(const FlowId &flow);
    void newFlow();
    FlowDesk &desk() { return *m_desk; }
    FlowEditor &editor() { return *m_editor; }
    FlowBench &bench() { return *m_bench; }

private:
    void build();
    void join();
    void joinDesk();
    void showText();
    void refreshPlace();
    void refreshBanner();
    void refreshGroups();
    void refreshMembers();
    void preview();
    void answerBanner();
    void showConflict();
    QString whyNotWritable() const;
    QString personName(const UserId &user) const;
    QString savedWords() const;

    FlowModel *m_flows;
    FlowDesk *m_desk;
    QTimer *m_previewSoon;
    int m_asked = 0;  //!< previews; only the last answer is shown

    QSplitter *m_splitter;
    FlowList *m_list;
    QStackedWidget *m_middle;
    EmptyState *m_empty;
    FlowEditor *m_editor;
    FlowConflict *m_conflict;
    FlowBench *m_bench;
};

} // namespace quntai
