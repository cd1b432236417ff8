// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/askerscard.h"

#include "models/domain/outcomes.h"
#include "widgets/common/chiplabel.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/words/words.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 40;

QString say(const char *text)
{
    return QCoreApplication::translate("AskersCard", text);
}

QString nameOf(const MemberId &id, const Topic &topic, const QList<Member> &members)
{
    const auto found = std::ranges::find(members, id, &Member::id);
    if (found != members.end() && !found->name.isEmpty())
        return found->name;
    return id == topic.asker && !topic.askerName.isEmpty() ? topic.askerName : id.value;
}

QString answererName(AuthorKind by)
{
    switch (by) {
    case AuthorKind::Bot: return say(QT_TRANSLATE_NOOP("AskersCard", "answered by the bot %1"));
    case AuthorKind::Agent: return say(QT_TRANSLATE_NOOP("AskersCard", "answered by a colleague %1"));
    case AuthorKind::Member: return say(QT_TRANSLATE_NOOP("AskersCard", "answered by a member %1"));
    }
    return {};
}

/** An outcome the asker or a colleague told. */
QString wordDetail(const AskerOutcome &outcome)
{
    if (outcome.message.isEmpty())
        return say(QT_TRANSLATE_NOOP("AskersCard", "marked by a colleague %1"));
    return outcome.askedAt.isSet() && !outcome.asked.isEmpty()
        ? say(QT_TRANSLATE_NOOP("AskersCard", "said so when asked, %1"))
        : say(QT_TRANSLATE_NOOP("AskersCard", "said so %1"));
}

QString outcomeDetail(const AskerOutcome &outcome)
{
    if (outcome.stage != AskerStage::Answered)
        return wordDetail(outcome).arg(clockText(outcome.at));
    const auto answered = answererName(outcome.by).arg(clockText(outcome.at));
    if (!outcome.askedAt.isSet() || outcome.asked.isEmpty())
        return answered;
    return answered + u" · "_s
        + say(QT_TRANSLATE_NOOP("AskersCard", "asked whether it is solved %1"))
              .arg(clockText(outcome.askedAt));
}

AskerRow waitingRow(const Topic &topic, const MemberId &member)
{
    const auto row = std::ranges::find(topic.waiting, member, &Waiting::member);
    if (row == topic.waiting.end())
        return {};
    return {member, {}, AskerStage::Asking,
            say(QT_TRANSLATE_NOOP("AskersCard", "waits since %1")).arg(clockText(row->since)),
            row->message};
}

} // namespace

QList<AskerRow> askerRowsOf(const Topic &topic, const QList<Member> &members)
{
    QList<AskerRow> rows;
    for (const auto &member : askersOf(topic)) {
        auto row = waitingRow(topic, member);
        const auto *outcome = outcomeOf(topic, member);
        const auto stage = stageOf(topic, member).value_or(AskerStage::Asking);
        if (outcome && stage != AskerStage::Asking)
            row = {member, {}, stage, outcomeDetail(*outcome), outcome->message};
        row.name = nameOf(member, topic, members);
        rows.append(row);
    }
    return rows;
}

QString askerStageName(AskerStage stage)
{
    switch (stage) {
    case AskerStage::Asking: return say(QT_TRANSLATE_NOOP("AskersCard", "not answered"));
    case AskerStage::Answered: return say(QT_TRANSLATE_NOOP("AskersCard", "answered"));
    case AskerStage::Solved: return say(QT_TRANSLATE_NOOP("AskersCard", "solved"));
    case AskerStage::Unsolved: return say(QT_TRANSLATE_NOOP("AskersCard", "not solved"));
    }
    return {};
}

ChipSpec askerStageChip(AskerStage stage)
{
    ChipSpec chip;
    chip.text = askerStageName(stage);
    switch (stage) {
    case AskerStage::Asking: chip.tone = Tone::Warning; break;
    case AskerStage::Answered: chip.tone = Tone::Neutral; break;
    case AskerStage::Solved: chip.tone = Tone::Success; break;
    case AskerStage::Unsolved: chip.tone = Tone::Danger; break;
    }
    return chip;
}

AskersCard::AskersCard(ThemeHost &host, QWidget *parent) : Card(host, tr("Who asked"), parent)
{
    content()->setSpacing(space::x2);
    hide();
}

void AskersCard::setAskers(const QList<AskerRow> &askers, bool mayMark)
{
    setVisible(!askers.isEmpty());
    if (askers == m_askers && mayMark == m_mayMark)
        return;
    m_askers = askers;
    m_mayMark = mayMark;
    for (auto *row : std::exchange(m_rows, {})) {
        row->hide();
        row->deleteLater();
    }
    setTitle(askers.size() > 1 ? tr("Who asked · %1").arg(askers.size()) : tr("Who asked"));
    for (const auto &asker : askers) {
        m_rows.append(rowFor(asker));
        content()->addWidget(m_rows.constLast());
    }
}

QWidget *AskersCard::rowFor(const AskerRow &asker)
{
    auto *row = new QWidget(this);
    row->setObjectName(asker.member.value);
    auto *name = new PlainLabel(host(), asker.name, TextRole::Caption, ColorRole::TextPrimary, row);
    auto *detail = new PlainLabel(host(), asker.detail, TextRole::Caption, ColorRole::TextTertiary,
                                  row);
    auto *who = new QHBoxLayout;
    who->setSpacing(6);
    who->addWidget(name);
    who->addWidget(new ChipLabel(host(), askerStageChip(asker.stage), row));
    who->addStretch(1);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addLayout(who);
    words->addWidget(detail);
    auto *columns = new QHBoxLayout(row);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(space::x1);
    columns->addLayout(words, 1);
    if (!asker.message.isEmpty()) {
        auto *look = new IconButton(host(), Icon::Target,
                                    tr("Show where %1 is seen").arg(askerStageName(asker.stage)),
                                    row);
        look->setSmall(true);
        connect(look, &QAbstractButton::clicked, this,
                [this, id = asker.message] { Q_EMIT jumpTo(id); });
        columns->addWidget(look, 0, Qt::AlignTop);
    }
    if (m_mayMark) {
        columns->addWidget(markButton(asker, true, row), 0, Qt::AlignTop);
        columns->addWidget(markButton(asker, false, row), 0, Qt::AlignTop);
    }
    row->setAccessibleName(visibleText(asker.name, longestName) + u": "_s
                           + askerStageName(asker.stage) + u", "_s + asker.detail);
    return row;
}

QWidget *AskersCard::markButton(const AskerRow &asker, bool solved, QWidget *row)
{
    const auto who = visibleText(asker.name, longestName);
    auto *button = new IconButton(host(), solved ? Icon::Check : Icon::X,
                                  solved ? tr("Solved for %1").arg(who)
                                         : tr("Not solved for %1").arg(who),
                                  row);
    button->setSmall(true);
    button->setObjectName(solved ? u"solved"_s : u"unsolved"_s);
    button->setEnabled(asker.stage != (solved ? AskerStage::Solved : AskerStage::Unsolved));
    connect(button, &QAbstractButton::clicked, this, [this, member = asker.member, solved] {
        Q_EMIT marked(member, solved);
    });
    return button;
}

} // namespace quntai
