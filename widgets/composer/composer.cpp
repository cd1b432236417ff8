// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer/composer.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/chiplabel.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/composer/replyedit.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

Composer::Composer(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent), m_segment(new SegmentedControl(host, tr("What to write"), this)),
      m_to(new ChipLabel(host, {}, this)),
      m_quoteText(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary, this)),
      m_dropQuote(new IconButton(host, Icon::X, tr("Drop the quote"), this)),
      m_problem(new PlainLabel(host, {}, TextRole::Caption, ColorRole::DangerFg, this)),
      m_edit(new ReplyEdit(host, this)), m_at(new IconButton(host, Icon::At, tr("Mention"), this)),
      m_send(new ActionButton(host, ButtonKind::Primary, {}, this))
{
    m_segment->addSegment(tr("Note"), Icon::Edit);
    m_segment->addSegment(tr("Reply"), Icon::Chat);
    m_send->setKeyHint(u"Ctrl+Enter"_s);
    m_problem->setFlow(PlainLabel::Flow::Wrapped);
    m_dropQuote->setSmall(true);

    auto *quote = new QHBoxLayout;
    quote->addWidget(m_quoteText, 1);
    quote->addWidget(m_dropQuote);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(space::x2);
    buildTools(tools);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::x5, space::x3, space::x5, space::x3);
    column->setSpacing(space::x1);
    column->addLayout(quote);
    column->addWidget(m_edit);
    column->addWidget(m_problem);
    column->addLayout(tools);

    connect(m_segment, &SegmentedControl::chosen, this, [this](int index) {
        setMode(index == 0 ? Mode::Note : Mode::Reply);
        m_edit->setFocus();
    });
    connect(m_dropQuote, &IconButton::clicked, this, [this] { setQuote(nullptr); });
    connect(m_edit, &ReplyEdit::submitted, this, &Composer::submit);
    connect(m_send, &ActionButton::clicked, this, &Composer::submit);
    connect(m_at, &IconButton::clicked, this, &Composer::offerPeople);
    connect(m_edit, &ReplyEdit::mentionTyped, this, [this] {
        if (m_mode == Mode::Reply)
            offerPeople();
    });
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        m_send->setEnabled(!text().trimmed().isEmpty() || m_unseen > 0);
        setProblem({});
        Q_EMIT textEdited(text());
    });
    setProblem({});
    setQuote(nullptr);
    refresh();
}

void Composer::buildTools(QHBoxLayout *tools)
{
    tools->addWidget(m_segment);
    tools->addWidget(m_to);
    tools->addWidget(m_at);
    tools->addStretch(1);
    tools->addWidget(m_send);
}

void Composer::setUnlocked(bool unlocked)
{
    if (unlocked == m_unlocked)
        return;
    m_unlocked = unlocked;
    setMode(unlocked ? Mode::Reply : Mode::Note);
}

void Composer::setMode(Mode mode)
{
    m_mode = m_unlocked ? mode : Mode::Note;
    refresh();
}

void Composer::setPeople(const QList<Mention> &people)
{
    m_people = people;
}

void Composer::setMentions(const QList<Mention> &mentions)
{
    m_mentions = mentions;
    refreshMentions();
}

void Composer::setQuote(const MessagePtr &message)
{
    m_quote = message;
    m_quoteText->setVisible(message != nullptr);
    m_dropQuote->setVisible(message != nullptr);
    if (message) {
        m_quoteText->setPlainText(
            tr("Quoting %1: %2").arg(visibleText(message->author.name, 40),
                                     visibleText(message->text, 120)));
    }
}

MessageId Composer::quote() const
{
    return m_quote ? m_quote->id : MessageId{};
}

void Composer::setUnseen(int count)
{
    if (count == m_unseen)
        return;
    m_unseen = count;
    refresh();
}

void Composer::setOnline(bool online)
{
    if (online == m_online)
        return;
    m_online = online;
    refresh();
}

QString Composer::sendWords() const
{
    if (m_mode == Mode::Note)
        return tr("Save note");
    if (m_unseen > 0)
        return tr("%n new message(s), look first", nullptr, m_unseen);
    return m_online ? tr("Send") : tr("Send later");
}

QString Composer::text() const
{
    return m_edit->toPlainText();
}

void Composer::setText(const QString &text)
{
    if (text != this->text())
        m_edit->setPlainText(text);
}

void Composer::insertText(const QString &text)
{
    m_edit->insertPlainText(text);
    m_edit->setFocus();
}

void Composer::clearSent()
{
    m_edit->clear();
    setQuote(nullptr);
    setProblem({});
}

void Composer::setProblem(const QString &problem)
{
    m_problem->setPlainText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void Composer::focusEditor()
{
    m_edit->setFocus();
}

void Composer::submit()
{
    if (m_mode == Mode::Reply && m_unseen > 0) {
        Q_EMIT seenUnseen();
        return;
    }
    const auto words = text().trimmed();
    if (words.isEmpty())
        return;
    if (m_mode == Mode::Note)
        Q_EMIT noteEntered(words);
    else
        Q_EMIT replyEntered(words);
}

void Composer::offerPeople()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &person : std::as_const(m_people)) {
        menu->addAction(visibleText(person.name, 40), this, [this, person] {
            const bool known = std::ranges::contains(m_mentions, person.member, &Mention::member);
            if (!known)
                m_mentions.append(person);
            refreshMentions();
            m_edit->setFocus();
        });
    }
    if (!m_mentions.isEmpty()) {
        menu->addSeparator();
        menu->addAction(tr("Mention nobody"), this, [this] { setMentions({}); });
    }
    menu->popup(m_at->mapToGlobal(QPoint(0, m_at->height())));
}

void Composer::refreshMentions()
{
    QStringList names;
    for (const auto &mention : std::as_const(m_mentions))
        names.append(visibleText(mention.name, 20));
    ChipSpec chip;
    chip.text = tr("To %1").arg(names.join(u'、'));
    chip.tone = Tone::Accent;
    m_to->setChip(chip);
    m_to->setVisible(m_mode == Mode::Reply && !names.isEmpty());
}

void Composer::refresh()
{
    const bool note = m_mode == Mode::Note;
    m_segment->setCurrentIndex(note ? 0 : 1);
    m_segment->setSegmentEnabled(1, m_unlocked);
    m_edit->setPlaceholderText(note ? tr("Write a note; only colleagues see it")
                                    : m_online ? tr("Write to the group")
                                               : tr("Go on writing; it is sent when the "
                                                    "connection is back"));
    m_edit->setAccessibleName(note ? tr("Note to colleagues") : tr("Reply to the group"));
    m_at->setVisible(!note);
    const bool locked = !note && m_unseen > 0;
    m_send->setKind(locked ? ButtonKind::Secondary : ButtonKind::Primary);
    m_send->setText(sendWords());
    m_send->setEnabled(locked || !text().trimmed().isEmpty());
    auto palette = m_edit->palette();
    palette.setColor(QPalette::Base, Qt::transparent);
    m_edit->setPalette(palette);
    refreshMentions();
    update();
}

void Composer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto &look = theme();
    painter.fillRect(rect(), look.color(ColorRole::SurfaceBase));
    const auto box = QRectF(rect()).adjusted(12.5, 6.5, -12.5, -6.5);
    const bool note = m_mode == Mode::Note;
    paintBox(painter, box, radius::card,
             look.color(note ? ColorRole::NoteTint : ColorRole::SurfaceBase),
             look.color(note ? ColorRole::NoteBorder : ColorRole::BorderStrong));
}

} // namespace quntai
