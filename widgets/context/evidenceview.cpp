// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/evidenceview.h"

#include "widgets/common/card.h"
#include "widgets/common/chiplabel.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/paint/meters.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/words/words.h"
#include "widgets/context/confidencebar.h"
#include "widgets/context/contextwords.h"
#include "widgets/context/factgrid.h"
#include "widgets/context/reasonscard.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostSignals = 10;

Tone toneOf(Action action)
{
    switch (action) {
    case Action::Answer:
    case Action::Act: return Tone::Bot;
    case Action::Clarify:
    case Action::Review: return Tone::Warning;
    case Action::Escalate: return Tone::Danger;
    case Action::Silent:
    case Action::Fold: return Tone::Neutral;
    }
    return Tone::Neutral;
}

QString signalsText(const Candidate &candidate)
{
    QList<std::pair<int, QString>> all;
    for (auto it = candidate.signals_.cbegin(); it != candidate.signals_.cend(); ++it) {
        if (it.value() != 0)
            all.append({it.value(), it.key()});
    }
    std::ranges::stable_sort(all, std::greater(), &std::pair<int, QString>::first);
    QStringList words;
    for (const auto &[score, name] : all.first(std::min<qsizetype>(mostSignals, all.size())))
        words.append(signalName(name) + u' ' + confidenceText(score));
    return words.join(u" · "_s);
}

} // namespace

EvidenceView::EvidenceView(ThemeHost &host, QWidget *parent)
    : ScrollColumn(host, ColorRole::SurfaceWindow, parent), m_host(host)
{
    setMessage(nullptr);
}

void EvidenceView::clear()
{
    for (auto *card : std::exchange(m_cards, {})) {
        card->hide();
        card->deleteLater();
    }
}

void EvidenceView::setMessage(const MessagePtr &message)
{
    if (message && message == m_message)
        return;
    m_message = message;
    clear();
    if (!message || !message->verdict) {
        auto *empty = new EmptyState(m_host, Icon::Target,
                                     message ? tr("The bot decided nothing about this message")
                                             : tr("Select a customer's message to see why the bot "
                                                  "did what it did"));
        addCard(empty);
        m_cards.append(empty);
        return;
    }
    addMessage();
    addCandidates();
    addReasons();
}

void EvidenceView::addMessage()
{
    const auto &verdict = *m_message->verdict;
    auto *card = new Card(m_host, tr("Verdict"));
    ChipSpec chip;
    chip.text = actionName(verdict.action);
    chip.tone = toneOf(verdict.action);
    card->addHeadWidget(new ChipLabel(m_host, chip, card));
    auto *words = new PlainLabel(m_host,
                                 visibleText(m_message->author.name, 40) + u": "_s
                                     + visibleText(m_message->text, 200),
                                 TextRole::Caption, ColorRole::TextPrimary, card);
    words->setFlow(PlainLabel::Flow::Wrapped);
    card->content()->addWidget(words);
    auto *facts = new FactGrid(m_host, card);
    QStringList why;
    for (const auto &code : verdict.addressingWhy)
        why.append(addressingWord(code));
    facts->add(tr("For"),
               addresseeName(verdict.addressee) + u' ' + confidenceText(verdict.addressing)
                   + (why.isEmpty() ? QString() : u"\n"_s + why.join(u'、')));
    facts->add(tr("Read as"), verdict.query);
    facts->add(tr("Emotion"), emotionText({verdict.emotion, verdict.emotionTrend}));
    facts->add(tr("Asked"), verdict.repeats > 1 ? tr("%n time(s)", nullptr, verdict.repeats)
                                                : QString());
    facts->add(tr("Off scope"), confidenceText(verdict.outOfScope));
    facts->add(tr("Core"), visibleText(verdict.core, 80), ColorRole::TextTertiary);
    card->content()->addWidget(facts);
    addCard(card);
    m_cards.append(card);
}

QWidget *EvidenceView::candidateRow(const Candidate &candidate, int threshold)
{
    auto *row = new QWidget;
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(2);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::x2);
    auto *title = new PlainLabel(m_host, u"%1 v%2"_s.arg(candidate.title).arg(candidate.version),
                                 TextRole::Caption, ColorRole::TextPrimary, row);
    auto *bar = new ConfidenceBar(m_host, row);
    bar->setConfidence(candidate.score, threshold);
    head->addWidget(title, 1);
    head->addWidget(bar);
    auto *scores = new PlainLabel(m_host, signalsText(candidate), TextRole::Caption,
                                  ColorRole::TextTertiary, row);
    scores->setFlow(PlainLabel::Flow::Wrapped);
    column->addLayout(head);
    column->addWidget(scores);
    return row;
}

void EvidenceView::addCandidates()
{
    const auto &verdict = *m_message->verdict;
    auto *card = new Card(m_host, tr("Entries considered"));
    card->addHeadWidget(new PlainLabel(m_host,
                                       tr("answers from %1").arg(confidenceText(verdict.threshold)),
                                       TextRole::Caption, ColorRole::TextTertiary, card));
    for (const auto &candidate : verdict.candidates)
        card->content()->addWidget(candidateRow(candidate, verdict.threshold));
    if (verdict.candidates.isEmpty()) {
        card->content()->addWidget(new PlainLabel(m_host, tr("No entry comes near this question"),
                                                  TextRole::Caption, ColorRole::TextSecondary,
                                                  card));
    }
    addCard(card);
    m_cards.append(card);
}

void EvidenceView::addReasons()
{
    const auto &verdict = *m_message->verdict;
    if (verdict.reasons.isEmpty())
        return;
    Topic then;
    then.emotion = verdict.emotion;
    then.emotionTrend = verdict.emotionTrend;
    then.confidence = verdict.confidence;
    then.repeats = verdict.repeats;
    auto *card = new ReasonsCard(m_host);
    card->setReasons(tr("For and against a person"), verdict.reasons, verdict.escalation,
                     verdict.escalationThreshold, then);
    addCard(card);
    m_cards.append(card);
}

} // namespace quntai
