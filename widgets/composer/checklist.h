// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/topic.h"
#include "widgets/common/themedwidget.h"

#include <QHash>

class QCheckBox;

namespace quntai {

class FlowLayout;
class PlainLabel;

/** The steps an entry asks of the agent, so that two agents handle alike: which are done, and by
 * whom. Hidden when there are none.
 *
 * A step somebody just clicked shows as clicked, and cannot be clicked again, until the ledger says
 * so or the click is refused.
 */
class Checklist : public ThemedWidget
{
    Q_OBJECT
public:
    explicit Checklist(ThemeHost &host, QWidget *parent = nullptr);

    /** The steps of an entry and what is ticked in this topic; an entry without steps hides it. */
    void setSteps(const TopicId &topic, const Entry &entry, const QList<StepTick> &ticks);
    /** False: somebody else holds the topic, or it has ended. */
    void setOpen(bool open);
    /** What was clicked did not come to be. */
    void dropPending();
    /** "2/3", for tests and screen readers. */
    QString progress() const;
    QList<QCheckBox *> boxes() const { return m_boxes; }

Q_SIGNALS:
    void ticked(const EntryId &entry, const QString &step, bool done);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void tick(int step, bool done);
    void refresh();
    const StepTick *tickOf(const QString &step) const;

    TopicId m_topic;
    Entry m_entry;
    QList<StepTick> m_ticks;
    QHash<QString, bool> m_pending;  //!< clicked, and not yet so, by the step's words
    bool m_open = true;
    PlainLabel *m_title;
    FlowLayout *m_flow;
    QList<QCheckBox *> m_boxes;
};

} // namespace quntai
