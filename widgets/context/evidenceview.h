// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/message.h"
#include "models/domain/topic.h"
#include "widgets/common/flow/scrollcolumn.h"

namespace quntai {

/** Everything the bot decided one message on: whom it is for, the question it read out of it, the
 * entries it considered with each signal's score, the reasons, and the version of the core. */
class EvidenceView : public ScrollColumn
{
    Q_OBJECT
public:
    explicit EvidenceView(ThemeHost &host, QWidget *parent = nullptr);

    /** A message without a verdict, or null, shows what to select. */
    void setMessage(const MessagePtr &message);
    const MessagePtr &message() const { return m_message; }

private:
    void clear();
    void addMessage();
    void addCandidates();
    void addReasons();
    QWidget *candidateRow(const Candidate &candidate, int threshold);

    ThemeHost &m_host;
    MessagePtr m_message;
    QList<QWidget *> m_cards;
};

} // namespace quntai
