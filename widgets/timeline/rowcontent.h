// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/enums.h"
#include "models/domain/ids.h"
#include "models/domain/instant.h"
#include "widgets/common/paint/chip.h"
#include "widgets/common/paint/meters.h"

#include <QStringList>

namespace quntai {

/// What a row is. A note has a kind of its own, so that it can never be drawn as something that
/// was said in the group.
enum class RowKind : quint8 { Message, Note, Pending, Day, System, Fold, News };

/// What a person can do at a place in a row.
enum class RowAction : quint8 {
    None,
    Body,       ///< text that can be selected
    FocusTopic, ///< the link chip or lane node
    ConfirmLink,
    MoveTo,     ///< choose another topic
    MoveToSecond, ///< into the second choice of a doubtful link
    OpenQuote,  ///< go to the quoted message
    ShowMore,   ///< of a text that was cut
    Attachment, ///< a picture that can be looked at; index: which
    File,       ///< index: which; has a tooltip only
    OpenEntry,  ///< index: which source
    MarkSent,
    Retry,
    Edit, ///< take a waiting text back into the composer
    Discard,
    Recall,
    Correct,
    Quote,
    More,    ///< the context menu
    Verdict, ///< shows the evidence
    Unfold,
    Entity,  ///< index: which of the texts that can be looked up
};

/// Something that came with a message; its bytes are not decoded here.
struct AttachmentBox
{
    MessageKind kind = MessageKind::Other;
    QString name;    ///< untrusted
    QString detail;  ///< type and size, for people
    QString sha256;  ///< of a picture's bytes; empty: they are not here, or it is none
    QString problem; ///< why the bytes did not come, for people; empty: nothing is wrong
    QString words = {}; ///< read in the picture, or transcribed; untrusted
    int progress = -1; ///< permille of the bytes the backend has; -1: it is not on its way

    /// Has the place of a picture, whether it is here or still to come.
    bool isPicture() const { return kind == MessageKind::Image && problem.isEmpty(); }
    bool canBeLookedAt() const { return isPicture() && !sha256.isEmpty(); }
};

/// Where a text of ours came from, or what there is to know of it.
struct SourceRef
{
    EntryId entry; ///< empty: there is nothing to open
    QString title; ///< "退款到账时效 v7"
    QString score; ///< "0.78"; may be empty
    Icon icon = Icon::Book;
    Tone tone = Tone::Neutral;
};

struct FooterAction
{
    RowAction action = RowAction::None;
    QString text;
    QString keys; ///< shown as a key cap; may be empty
};

/// State of a delivery, in words.
struct DeliveryLine
{
    Icon icon = Icon::Check;
    QString text;
    Tone tone = Tone::Neutral;
};

/// The bot's verdict on one question, as shown beside it.
struct VerdictBox
{
    QString intent;
    ChipSpec decision;
    int confidence = 0; ///< permille
    int threshold = 0;  ///< permille
    EmotionSpec emotion;
    QStringList reasons; ///< at most two are shown
    bool hot = false;    ///< it called a person
};

/// How many messages of a lane are hidden in a folded row; count 0: not known one by one.
struct FoldedLane
{
    int lane = 0;
    int count = 0;
};

/// Everything the timeline shows of one row, as words and values: what layout, painting,
/// hit-testing, tooltips and screen readers are made from. Names and texts of customers are
/// untrusted plain text and are made safe where they are laid out.
struct RowContent
{
    RowKind kind = RowKind::Message;
    MessageId message;
    CommandId command; ///< Pending
    TopicId topic;
    int lane = -1;       ///< 0 = A; -1: no topic
    bool node = false;   ///< has a node on its lane
    bool hollow = false; ///< weak link, or not sent
    Instant at;
    QString time;

    QString name;
    Tone who = Tone::Neutral; ///< Bot, Agent, or Neutral for a customer
    QList<ChipSpec> roles;
    std::optional<ChipSpec> link; ///< why this lane, whom it answers, or what holds it up
    bool linkWeak = false;        ///< with 确认 and 移到…
    std::optional<ChipSpec> second; ///< of a doubtful link: the other topic it may belong to
    TopicId secondTopic;
    bool continued = false;       ///< shares the head of the row above
    bool continues = false;       ///< the row below shares its head

    QString quote; ///< one line; empty: none
    MessageId quoted;
    QString text;
    QStringList mentions; ///< names after an @ in the text
    QStringList entities; ///< texts in it that can be looked up, such as order numbers
    bool whole = false;   ///< a person asked for all of a long text
    QList<AttachmentBox> attachments;
    QString words;      ///< of what came with it, one line; untrusted; empty: none
    QString wordsFrom;  ///< what they were read in, for people
    int wordsOf = -1;   ///< the picture they open; -1: none

    bool card = false;
    Tone cardTone = Tone::Bot;
    bool dashed = false;
    QList<SourceRef> sources;
    std::optional<DeliveryLine> delivery;
    QList<FooterAction> actions;
    bool ai = false;
    Instant recallUntil; ///< unset: cannot be recalled
    Instant sentFrom;    ///< with recallUntil: start of the span the ring runs over

    std::optional<VerdictBox> verdict;
    bool canCorrect = false;
    bool canQuote = false;

    Icon icon = Icon::Flag; ///< Day, System, Fold
    QString title;
    QString detail;
    Tone tone = Tone::Neutral; ///< of the title
    QList<FoldedLane> folded;

    QString spoken; ///< the whole row for a screen reader

    /// What goes to the clipboard before the text when several rows are copied.
    QString copyHead() const { return name.isEmpty() ? time : name + u' ' + time; }
};

} // namespace quntai
