// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "widgets/handover/anchoredpopup.h"

#include <QHash>

namespace quntai {

class ActionButton;
class PlainLabel;
class ReplyEdit;

/** A few words about a topic for colleagues: a whisper, or why something is done by force. Says who
 * reads them and what follows. Kept per topic until sent() says they arrived. */
class NotePopup : public AnchoredPopup
{
    Q_OBJECT
public:
    NotePopup(ThemeHost &host, const QString &title, const QString &hint, const QString &send,
              QWidget *parent);

    /** consequence may hold names: untrusted. */
    void open(const TopicId &topic, const QString &consequence, QWidget *anchor);
    void sent(const TopicId &topic);
    void setProblem(const QString &problem);
    QString text() const;
    const TopicId &topic() const { return m_topic; }

    static constexpr int longest = 1000;

Q_SIGNALS:
    void submitted(const quntai::TopicId &topic, const QString &text);

protected:
    QWidget *firstField() const override;

private:
    void submit();

    TopicId m_topic;
    QHash<TopicId, QString> m_texts;
    PlainLabel *m_consequence;
    ReplyEdit *m_edit;
    PlainLabel *m_problem;
    ActionButton *m_send;
};

} // namespace quntai
