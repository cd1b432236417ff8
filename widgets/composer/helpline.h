// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/topic.h"
#include "widgets/common/themedwidget.h"

class QMenu;
class QVBoxLayout;

namespace quntai {

/** What a person can do about help in a topic. */
enum class HelpVerb {
    Withdraw,  //!< what I asked
    LetGo,     //!< a guest of mine
    Whisper,   //!< what is written, to the holder alone
    Join,
    Settle,    //!< the asking is dealt with
    Decline,
    Leave,
};

/** Help in a topic, as one person sees it, a line each: what its holder asked, who helps, what this
 * person is asked or invited to. Hidden while there is none. */
class HelpLine : public ThemedWidget
{
    Q_OBJECT
public:
    explicit HelpLine(ThemeHost &host, QWidget *parent = nullptr);

    void setTopic(const Topic &topic, const UserId &me, Role role);
    /** As it is said, a line each; for tests and screen readers. */
    QStringList lines() const;

    /** What a line says and offers. */
    struct Line
    {
        QString text;
        QList<HelpVerb> verbs = {};

        bool operator==(const Line &) const = default;
    };

Q_SIGNALS:
    /** user: with LetGo. */
    void wanted(quntai::HelpVerb verb, const quntai::UserId &user);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void rebuild();
    void addLine(const Line &line);
    void run(HelpVerb verb, QWidget *at);

    Topic m_topic;
    QList<Line> m_lines;
    QVBoxLayout *m_column;
};

} // namespace quntai
