// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/imports/samplecompany.h"
#include "tests/backend/decide/rig.h"

namespace quntai::test {

/** Plays a script in a group of the sample company as the replay connector does, decided by the
 * real Decider under the sample policy; platforms confirm at once. */
class SamplePlay
{
public:
    /** Both must outlive it. */
    SamplePlay(const SampleCompany &company, const SampleScript &script);

    void run();

    /** Of the line with that index. */
    Verdict verdict(int index) const { return m_verdicts.value(id(index)); }
    bool isDecided(int index) const { return m_verdicts.contains(id(index)); }
    TopicId topic(int index) const { return m_links.value(id(index)); }
    /** For people: every verdict and text in order. */
    QStringList transcript() const;

    Rig rig;

private:
    static MessageId id(int index) { return {QStringLiteral("line-%1").arg(index)}; }
    void addMembers();
    void speak(const ScriptLine &line, int index);
    void deliver();

    const SampleCompany &m_company;
    const SampleScript &m_script;
    GroupId m_group;
    Instant m_start;
    QList<MessageId> m_bot;
    QHash<MessageId, Verdict> m_verdicts;
    QHash<MessageId, TopicId> m_links;
};

} // namespace quntai::test
