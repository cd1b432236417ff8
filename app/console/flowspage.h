// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/benchpage.h"
#include "models/domain/flow.h"

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
class FlowsPage : public BenchPage
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
    QString savedWords() const;

    FlowModel *m_flows;
    FlowDesk *m_desk;
    QTimer *m_previewSoon;
    int m_asked = 0;  //!< previews; only the last answer is shown

    FlowList *m_list;
    EmptyState *m_empty;
    FlowEditor *m_editor;
    FlowConflict *m_conflict;
    FlowBench *m_bench;
};

} // namespace quntai
