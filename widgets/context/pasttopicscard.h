// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/pasttopic.h"
#include "widgets/common/card.h"

#include <QAbstractButton>


namespace quntai {

class ActionButton;
class PlainLabel;
class ThemeHost;

/** A topic of before and where it was. */
struct PastRow
{
    PastTopic topic;
    QString groupName;  //!< untrusted

    bool operator==(const PastRow &) const = default;
};

/** What a customer asked before, and whether that is known yet. */
struct PastTopics
{
    enum class Standing { Asking, Known, Failed };

    Standing standing = Standing::Asking;
    QList<PastRow> rows;   //!< newest first
    bool more = false;
    QString problem;       //!< with Failed

    bool operator==(const PastTopics &) const = default;
};

/** Two lines: what was asked; when, where, and who answered. A click goes there. */
class PastTopicRow : public QAbstractButton
{
    Q_OBJECT
public:
    PastTopicRow(ThemeHost &host, PastRow row, Instant now, QWidget *parent = nullptr);

    const PastRow &row() const { return m_row; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString line() const;

    ThemeHost &m_host;
    PastRow m_row;
    Instant m_now;
};

/** What the customer asked before, in all groups one may see; by pages. */
class PastTopicsCard : public Card
{
    Q_OBJECT
public:
    PastTopicsCard(ThemeHost &host, QWidget *parent = nullptr);

    void setPast(const PastTopics &past, Instant now);

Q_SIGNALS:
    void chosen(const quntai::PastTopic &topic);
    /** The next page, or the first one anew after a failure. */
    void moreWanted();

private:
    PastTopics m_past;
    PlainLabel *m_note;
    ActionButton *m_more;
    QList<PastTopicRow *> m_rows;
};

} // namespace quntai
