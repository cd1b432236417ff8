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
#include "widgets/common/tooltip.h"
#include "widgets/composer/confirmline.h"
#include "widgets/composer/replyedit.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int roomForWords = 680;  // narrower, the second button is its icon

} // namespace

Composer::Composer(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent), m_segment(new SegmentedControl(host, tr("What to write"), this)),
      m_to(new ChipLabel(host, {}, this)),
      m_quoteText(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary, this)),
      m_dropQuote(new IconButton(host, Icon::X, tr("Drop the quote"), this)),
      m_problem(new PlainLabel(host, {}, TextRole::Caption, ColorRole::DangerFg, this)),
      m_stops(new PlainLabel(host, {}, TextRole::Caption, ColorRole::DangerFg, this)),
      m_warnings(new PlainLabel(host, {}, TextRole::Caption, ColorRole::WarningFg, this)),
      m_confirm(new ConfirmLine(host, this)), m_edit(new ReplyEdit(host, this)),
      m_picker(new Picker(host, *m_edit)), m_strip(new AttachmentStrip(host, this)),
      m_fileProblems(new PlainLabel(host, {}, TextRole::Caption, ColorRole::DangerFg, this)),
      m_attach(new IconButton(host, Icon::Clip, tr("Attach pictures or files"), this)),
      m_at(new IconButton(host, Icon::At, tr("Mention"), this)),
      m_canned(new IconButton(host, Icon::Doc, tr("Canned replies"), this)),
      m_fits(new ChipLabel(host, {}, this)),
      m_settle(new ActionButton(host, ButtonKind::Secondary, {}, this)),
      m_send(new ActionButton(host, ButtonKind::Primary, {}, this))
{
    build();
    joinEditor();
    joinPicker();
    joinFiles();
    setFileProblems({});
    setProblem({});
    setQuote(nullptr);
    refresh();
}

void Composer::build()
{
    m_segment->addSegment(tr("Note"), Icon::Edit);
    m_segment->addSegment(tr("Reply"), Icon::Chat);
    m_send->setKeyHint(u"Ctrl+Enter"_s);
    m_canned->setKeyHint(u"/"_s);
    m_attach->setKeyHint(u"Ctrl+Shift+A"_s);
    m_settle->setGlyph(Icon::Check);
    m_settle->setAccessibleName(tr("Send and resolve"));
    m_settle->setToolTip(tr("Send and resolve") + u" · Ctrl+Shift+Enter"_s);
    m_fits->setChip({.text = tr("No rule hit"), .tone = Tone::Success, .icon = Icon::Check});
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
    column->addWidget(m_strip);
    for (auto *label : {m_fileProblems, m_problem, m_stops, m_warnings}) {
        label->setFlow(PlainLabel::Flow::Wrapped);
        label->hide();
        column->addWidget(label);
    }
    column->addWidget(m_confirm);
    column->addLayout(tools);
}

void Composer::joinEditor()
{
    connect(m_segment, &SegmentedControl::chosen, this, [this](int index) {
        setMode(index == 0 ? Mode::Note : Mode::Reply);
        m_edit->setFocus();
    });
    connect(m_dropQuote, &IconButton::clicked, this, [this] { setQuote(nullptr); });
    connect(m_edit, &ReplyEdit::submitted, this, &Composer::submit);
    connect(m_send, &ActionButton::clicked, this, [this] { submit(false); });
    connect(m_settle, &ActionButton::clicked, this, [this] { submit(true); });
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        m_send->setEnabled(isComplete() || m_unseen > 0);
        m_settle->setEnabled(isComplete() && m_unseen == 0);
        setProblem({});
        Q_EMIT textEdited(text());
    });
}

void Composer::joinPicker()
{
    connect(m_at, &IconButton::clicked, this, [this] { typeSign(u'@'); });
    connect(m_canned, &IconButton::clicked, this, [this] { typeSign(u'/'); });
    connect(m_picker, &Picker::personPicked, this, [this](const Mention &person) {
        if (!person.everyone) {
            address(person);
            return;
        }
        m_everyone = person;
        m_confirm->ask(tr("Everybody in the group is notified: %n member(s).", nullptr, m_members),
                       tr("Mention everybody"));
    });
    connect(m_confirm, &ConfirmLine::confirmed, this, [this] { address(m_everyone); });
    connect(m_confirm, &ConfirmLine::declined, this, &Composer::focusEditor);
    connect(m_picker, &Picker::manageWanted, this, &Composer::manageCannedWanted);
    connect(m_picker, &Picker::cannedPicked, this,
            [this](const CannedText &canned) { insertText(canned.text); });
}

/** The button types the sign, as a hand would; a "/" begins a word. */
void Composer::typeSign(QChar sign)
{
    m_edit->setFocus();
    const auto cursor = m_edit->textCursor();
    const auto before = cursor.block().text().left(cursor.positionInBlock());
    const bool apart = sign == u'@' || before.isEmpty() || before.back().isSpace();
    m_edit->insertPlainText(apart ? QString(sign) : u' ' + QString(sign));
}

void Composer::address(const Mention &person)
{
    if (!std::ranges::contains(m_mentions, person.member, &Mention::member))
        m_mentions.append(person);
    refreshMentions();
    m_edit->setFocus();
}

void Composer::buildTools(QHBoxLayout *tools)
{
    tools->addWidget(m_segment);
    tools->addWidget(m_to);
    tools->addWidget(m_attach);
    tools->addWidget(m_at);
    tools->addWidget(m_canned);
    tools->addStretch(1);
    tools->addWidget(m_fits);
    tools->addWidget(m_settle);
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

void Composer::setPeople(const QList<Mention> &people, int members)
{
    m_picker->setPeople(people);
    m_members = members;
}

void Composer::setCanned(std::function<QList<CannedText>()> source)
{
    m_picker->setCanned(std::move(source));
}

void Composer::setCheck(const ComposerCheck &check)
{
    if (check == m_check)
        return;
    m_check = check;
    refreshCheck();
}

/** Says what stands against the text while it can still be changed. */
void Composer::refreshCheck()
{
    const bool reply = m_mode == Mode::Reply;
    const auto show = [reply](PlainLabel *label, const QStringList &sentences) {
        label->setPlainText(sentences.join(u' '));
        label->setVisible(reply && !sentences.isEmpty());
    };
    show(m_stops, m_check.stops);
    show(m_warnings, m_check.warnings);
    m_edit->setMarks(reply ? m_check.marks : QList<Span>{});
    const bool clean = m_check.stops.isEmpty() && m_check.warnings.isEmpty();
    m_fits->setVisible(reply && clean && !text().trimmed().isEmpty());
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
    if (text == this->text())
        return;
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
}

void Composer::insertText(const QString &text)
{
    m_edit->insertPlainText(text);
    m_edit->setFocus();
}

void Composer::clearSent()
{
    m_edit->clear();
    setFiles({});
    setFileProblems({});
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

void Composer::setMostLines(int lines)
{
    m_edit->setMostLines(lines);
}

int Composer::lines() const
{
    return m_edit->lines();
}

int Composer::heightWith(int lines) const
{
    return sizeHint().height() - m_edit->sizeHint().height() + m_edit->heightFor(lines);
}

void Composer::submit(bool settled)
{
    if (m_mode == Mode::Reply && m_unseen > 0) {
        Q_EMIT seenUnseen();
        return;
    }
    const auto words = text().trimmed();
    if (!isComplete())
        return;
    if (m_mode == Mode::Note)
        Q_EMIT noteEntered(words);
    else
        Q_EMIT replyEntered(words, settled);
}

void Composer::resizeEvent(QResizeEvent *)
{
    m_settle->setText(width() < roomForWords ? QString() : tr("Send and resolve"));
}

void Composer::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape && m_canTakeBack)
        Q_EMIT takeBackWanted();
    else if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        submit(event->modifiers().testFlag(Qt::ShiftModifier));
    else
        ThemedWidget::keyPressEvent(event);
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
    setPlainToolTip(*m_to, chip.text); // in a narrow column the chip gives way
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
    m_attach->setVisible(!note);
    m_strip->setVisible(!note && !files().isEmpty());
    m_canned->setVisible(!note);
    m_picker->setEnabled(!note);
    if (note)
        m_confirm->hide();
    const bool locked = !note && m_unseen > 0;
    m_settle->setVisible(!note && !locked);
    m_settle->setEnabled(isComplete());
    m_send->setKind(locked ? ButtonKind::Secondary : ButtonKind::Primary);
    m_send->setText(sendWords());
    m_send->setEnabled(locked || isComplete());
    auto palette = m_edit->palette();
    palette.setColor(QPalette::Base, Qt::transparent);
    m_edit->setPalette(palette);
    refreshMentions();
    refreshCheck();
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
             look.color(m_dropping ? ColorRole::BorderFocus
                            : note ? ColorRole::NoteBorder
                                   : ColorRole::BorderStrong));
}

} // namespace quntai
