// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/page.h"
#include "models/domain/report.h"

#include <QTimer>

namespace quntai {

class ReportTopicModel;
class ReportView;

/** 报表: how the service does, from the ledger. Asks the backend for the time and groups chosen,
 * again each minute while it is looked at. */
class ReportPage : public Page
{
    Q_OBJECT
public:
    ReportPage(ThemeHost &host, Session &session, QWidget *parent = nullptr);

    void entered() override;
    ReportView &view() const { return *m_view; }
    /** Whether the newest question was answered. */
    bool isAnswered() const { return m_answered; }
    /** What the head asks for, at this moment. */
    ReportParams question() const;
    /** False: the file could not be written. */
    bool writeFigures(const QString &file) const;
    bool writeTopics(const QString &file) const;
    bool writePicture(const QString &file) const;

private:
    void ask();
    void take(const Result<Report> &report);
    void refreshGroups();
    void refreshLink();
    void openTopic(const ReportTopic &topic);
    void askForFile(const QString &title, const QString &name,
                    bool (ReportPage::*write)(const QString &) const);
    int offset() const;
    bool mayAsk() const;

    ReportTopicModel *m_topics;
    ReportView *m_view;
    QTimer m_again;
    int m_generation = 0;
    LinkState m_state = LinkState::SignedOut;
    bool m_answered = false;
};

} // namespace quntai
