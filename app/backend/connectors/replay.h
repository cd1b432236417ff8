// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/connectors/connector.h"
#include "app/backend/imports/samplecompany.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>

namespace quntai {

/** Plays the scripted conversations of the sample company as if a platform delivered them.
 *
 * The scripts run side by side and begin anew when the longest has ended. What is sent to a group
 * is confirmed like a platform would and can be quoted by later lines of the script.
 */
class ReplayLink : public ConnectorLink
{
    Q_OBJECT
public:
    /** speed 2 plays twice as fast. The first headStart of each script comes within a second, so
     * that a desk opened now looks like one in the middle of a day. */
    ReplayLink(SampleCompany company, double speed, qint64 headStartMs, QObject *parent = nullptr);

    QString channel() const override;
    QString kind() const override;
    void start() override;
    void stop() override;
    void send(const OutboundMessage &message) override;
    bool recall(const QString &chat, const QString &platformId) override;

private:
    struct Playing
    {
        SampleScript script;
        int next = 0;
        QStringList botAnswers;  //!< platform ids, in the order they were sent
    };

    void introduceGroups();
    bool comesLater(const QString &group, const QString &member) const;
    void beginRun();
    void tick();
    qint64 scriptTime() const;
    void play(Playing &playing, const ScriptLine &line, int index);
    InboundMessage messageOf(const Playing &playing, const ScriptLine &line, int index) const;
    InboundMember memberOf(const QString &id, const QString &group) const;
    QString lineId(const Playing &playing, int index) const;

    SampleCompany m_company;
    QHash<QString, SampleMember> m_members;
    double m_speed;
    qint64 m_headStartMs;
    QList<Playing> m_playing;
    QString m_run;  //!< makes platform ids unique over runs
    int m_sent = 0;
    QTimer m_timer;
    QElapsedTimer m_elapsed;
};

} // namespace quntai
