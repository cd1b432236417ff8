// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/rulerows.h"

#include "models/domain/entryrules.h"
#include "models/domain/wordpattern.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/plainlabel.h"
#include "widgets/studio/problemwords.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kindWidth = 112;
/** A key must not be felt: what takes longer than this is not counted. */
constexpr qint64 countMs = 8;

QString plain(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).toCaseFolded().simplified();
}

/** Without what a question ends in. */
QString whole(QString text)
{
    while (!text.isEmpty() && !text.back().isLetterOrNumber())
        text.chop(1);
    return text;
}

/** As the bot's own, but it gives up sooner: nobody waits for a count. */
QRegularExpression quickPattern(const EntryRule &rule)
{
    if (rule.kind != RuleKind::Regex)
        return {};
    auto pattern = wordPattern(rule.text);
    pattern.setPattern(pattern.pattern().replace(u"LIMIT_MATCH=200000"_s, u"LIMIT_MATCH=4000"_s));
    return pattern;
}

/** Nothing: it takes too long to tell. */
std::optional<bool> holds(const EntryRule &rule, const QRegularExpression &pattern,
                          const QString &question)
{
    if (rule.kind == RuleKind::Exact)
        return whole(plain(question)) == whole(plain(rule.text));
    if (rule.kind == RuleKind::Contains)
        return plain(question).contains(plain(rule.text));
    const auto match = pattern.match(plain(question));
    return match.isValid() ? std::optional(match.hasMatch()) : std::nullopt;
}

} // namespace

std::optional<int> holdsFor(const EntryRule &rule, const QStringList &questions)
{
    if (!ruleProblem(rule).isEmpty())
        return {};
    const auto pattern = quickPattern(rule);
    QElapsedTimer time;
    time.start();
    int count = 0;
    for (const auto &question : questions) {
        const auto held = holds(rule, pattern, question);
        if (!held || time.elapsed() > countMs)
            return {};
        count += *held ? 1 : 0;
    }
    return count;
}

class RuleRows::Row : public QWidget
{
public:
    Row(RuleRows &rows, const EntryRule &rule)
        : QWidget(&rows), kind(new QComboBox(this)), text(new QLineEdit(this)),
          count(new PlainLabel(rows.host(), {}, TextRole::Caption, ColorRole::TextTertiary, this)),
          up(button(rows, Icon::Up, RuleRows::tr("Move the rule up"))),
          down(button(rows, Icon::Down, RuleRows::tr("Move the rule down"))),
          away(button(rows, Icon::X, RuleRows::tr("Remove the rule"))),
          problem(new PlainLabel(rows.host(), {}, TextRole::Caption, ColorRole::DangerFg, this))
    {
        kind->addItems({RuleRows::tr("is exactly"), RuleRows::tr("contains"),
                        RuleRows::tr("pattern")});
        kind->setFixedWidth(kindWidth);
        kind->setCurrentIndex(int(rule.kind));
        text->setMaxLength(int(EntryRule::longest));
        text->setText(rule.text);
        text->installEventFilter(&rows);
        up->setKeyHint(u"Alt+↑"_s);
        down->setKeyHint(u"Alt+↓"_s);
        problem->setFlow(PlainLabel::Flow::Wrapped);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        layOut();
        connect(kind, &QComboBox::currentIndexChanged, &rows, [&rows] {
            rows.refresh();
            Q_EMIT rows.edited();
        });
        connect(text, &QLineEdit::textEdited, &rows, [&rows] {
            rows.refresh();
            Q_EMIT rows.edited();
        });
        connect(up, &IconButton::clicked, &rows, [this, &rows] { rows.move(this, -1); });
        connect(down, &IconButton::clicked, &rows, [this, &rows] { rows.move(this, 1); });
        connect(away, &IconButton::clicked, &rows, [this, &rows] { rows.removeByHand(this); });
    }

    EntryRule rule() const { return {RuleKind(kind->currentIndex()), text->text()}; }
    bool isBlank() const { return text->text().trimmed().isEmpty(); }

    void refresh(int number, int last, bool readOnly, const QStringList &questions)
    {
        kind->setAccessibleName(RuleRows::tr("Kind of rule %1").arg(number));
        kind->view()->setAccessibleName(kind->accessibleName());
        text->setAccessibleName(RuleRows::tr("Rule %1").arg(number));
        text->setPlaceholderText(kind->currentIndex() == int(RuleKind::Regex)
                                     ? u"(?:退|换)货.{0,6}运费"_s
                                     : RuleRows::tr("Words or a code"));
        text->setReadOnly(readOnly);
        kind->setEnabled(!readOnly);
        for (auto *one : {up, down, away})
            one->setVisible(!readOnly);
        up->setEnabled(number > 1);
        down->setEnabled(number < last);
        const auto wrong = isBlank() ? QString() : ruleProblemText(ruleProblem(rule()));
        problem->setPlainText(wrong);
        problem->setVisible(!wrong.isEmpty());
        text->setAccessibleDescription(wrong);
        const auto hits = isBlank() ? std::nullopt : holdsFor(rule(), questions);
        count->setPlainText(
            hits ? RuleRows::tr("%1 of %2").arg(*hits).arg(questions.size()) : QString());
        count->setToolTip(RuleRows::tr("Of the questions above, so many fit this rule"));
    }

    QComboBox *kind;
    QLineEdit *text;
    PlainLabel *count;
    IconButton *up;
    IconButton *down;
    IconButton *away;
    PlainLabel *problem;

private:
    static IconButton *button(RuleRows &rows, Icon icon, const QString &name)
    {
        auto *made = new IconButton(rows.host(), icon, name);
        made->setSmall(true);
        return made;
    }

    void layOut()
    {
        auto *line = new QHBoxLayout;
        line->setSpacing(space::x1);
        line->addWidget(kind);
        line->addWidget(text, 1);
        line->addWidget(count);
        for (auto *one : {up, down, away})
            line->addWidget(one);
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(2);
        column->addLayout(line);
        column->addWidget(problem);
        problem->setContentsMargins(kindWidth + space::x1, 0, 0, 0);
    }
};

RuleRows::RuleRows(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent), m_column(new QVBoxLayout),
      m_none(new PlainLabel(host, tr("No rule: similar words alone lead here"), TextRole::Caption,
                            ColorRole::TextTertiary, this)),
      m_add(new ActionButton(host, ButtonKind::Link, tr("Add a rule"), this)),
      m_back(new ActionButton(host, ButtonKind::Link, tr("Bring back the rule removed"), this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_column->setSpacing(space::x1);
    m_add->setGlyph(Icon::Plus);
    m_back->setGlyph(Icon::Undo);
    m_add->setButtonSize(ButtonSize::Small);
    m_back->setButtonSize(ButtonSize::Small);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::x3);
    foot->addWidget(m_add);
    foot->addWidget(m_back);
    foot->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::x1);
    column->addWidget(m_none);
    column->addLayout(m_column);
    column->addLayout(foot);
    connect(m_add, &ActionButton::clicked, this, [this] { addByHand(m_rows.size()); });
    connect(m_back, &ActionButton::clicked, this, &RuleRows::bringBack);
    refresh();
}

RuleRows::~RuleRows() = default;

void RuleRows::setRules(const QList<EntryRule> &wanted)
{
    if (rules() == wanted) {
        const auto rows = m_rows;
        for (auto *row : rows) {
            if (row->isBlank() && !row->text->hasFocus())
                remove(row);
        }
        return refresh();
    }
    while (!m_rows.isEmpty())
        remove(m_rows.last());
    m_removed.reset();
    for (const auto &rule : wanted)
        add(m_rows.size(), rule);
    refresh();
}

QList<EntryRule> RuleRows::rules() const
{
    QList<EntryRule> all;
    for (const auto *row : m_rows) {
        if (!row->isBlank())
            all.append(row->rule());
    }
    return all;
}

void RuleRows::setQuestions(const QStringList &questions)
{
    if (std::exchange(m_questions, questions) != questions)
        refresh();
}

void RuleRows::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    refresh();
}

void RuleRows::add(qsizetype at, const EntryRule &rule)
{
    auto *row = new Row(*this, rule);
    m_rows.insert(at, row);
    m_column->insertWidget(int(at), row);
    // By Tab one goes through the rows as they stand.
    QWidget *before = at > 0 ? static_cast<QWidget *>(m_rows.at(at - 1)->away) : nullptr;
    for (QWidget *stop : {static_cast<QWidget *>(row->kind), static_cast<QWidget *>(row->text),
                          static_cast<QWidget *>(row->up), static_cast<QWidget *>(row->down),
                          static_cast<QWidget *>(row->away)}) {
        if (before)
            setTabOrder(before, stop);
        before = stop;
    }
    row->show();
}

void RuleRows::addByHand(qsizetype at)
{
    if (m_readOnly || m_rows.size() >= EntryRule::most)
        return;
    const auto kind = at > 0 ? m_rows.at(at - 1)->rule().kind : RuleKind::Contains;
    add(at, {kind, {}});
    refresh();
    m_rows.at(at)->text->setFocus();
}

void RuleRows::remove(Row *row)
{
    m_rows.removeOne(row);
    m_column->removeWidget(row);
    row->hide();
    row->deleteLater();
}

void RuleRows::removeByHand(Row *row)
{
    const auto at = m_rows.indexOf(row);
    if (m_readOnly || at < 0)
        return;
    if (!row->isBlank())
        m_removed = {at, row->rule()};
    const bool said = !row->isBlank();
    remove(row);
    refresh();
    if (m_rows.isEmpty())
        m_add->setFocus();
    else
        m_rows.at(std::min(at, m_rows.size() - 1))->text->setFocus();
    if (said)
        Q_EMIT edited();
}

void RuleRows::bringBack()
{
    if (!m_removed || m_rows.size() >= EntryRule::most)
        return;
    const auto [at, rule] = *std::exchange(m_removed, std::nullopt);
    add(std::min(at, m_rows.size()), rule);
    refresh();
    m_rows.at(std::min(at, m_rows.size() - 1))->text->setFocus();
    Q_EMIT edited();
}

void RuleRows::move(Row *row, int by)
{
    const auto at = m_rows.indexOf(row);
    const auto to = at + by;
    if (m_readOnly || at < 0 || to < 0 || to >= m_rows.size())
        return;
    // The texts go, the rows stay: focus and Tab order are then those of the eye.
    auto *other = m_rows.at(to);
    const auto mine = row->rule();
    const auto theirs = other->rule();
    const QSignalBlocker quiet(row->kind);
    const QSignalBlocker quietToo(other->kind);
    row->kind->setCurrentIndex(int(theirs.kind));
    row->text->setText(theirs.text);
    other->kind->setCurrentIndex(int(mine.kind));
    other->text->setText(mine.text);
    if (row->text->hasFocus())
        other->text->setFocus();
    else if (by < 0 && to > 0)
        other->up->setFocus();
    else if (by > 0 && to < m_rows.size() - 1)
        other->down->setFocus();
    else
        other->text->setFocus();
    refresh();
    Q_EMIT edited();
}

RuleRows::Row *RuleRows::rowOf(const QObject *field) const
{
    const auto found = std::ranges::find_if(m_rows,
                                            [&](const Row *row) { return row->text == field; });
    return found == m_rows.cend() ? nullptr : *found;
}

bool RuleRows::takeKey(Row *row, int key, Qt::KeyboardModifiers modifiers)
{
    if (modifiers == Qt::AltModifier && (key == Qt::Key_Up || key == Qt::Key_Down)) {
        move(row, key == Qt::Key_Up ? -1 : 1);
        return true;
    }
    if (modifiers != Qt::NoModifier || m_readOnly)
        return false;
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        addByHand(m_rows.indexOf(row) + 1);
        return true;
    }
    if (key == Qt::Key_Backspace && row->text->text().isEmpty()) {
        removeByHand(row);
        return true;
    }
    return false;
}

bool RuleRows::eventFilter(QObject *watched, QEvent *event)
{
    auto *row = rowOf(watched);
    if (!row)
        return ThemedWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool moves = event->type() == QEvent::ShortcutOverride
        && key->modifiers() == Qt::AltModifier
        && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down);
    if (moves)
        event->accept();
    if (event->type() == QEvent::KeyPress && takeKey(row, key->key(), key->modifiers()))
        return true;
    return ThemedWidget::eventFilter(watched, event);
}

void RuleRows::refresh()
{
    for (qsizetype at = 0; at < m_rows.size(); ++at)
        m_rows.at(at)->refresh(int(at) + 1, int(m_rows.size()), m_readOnly, m_questions);
    const bool isFull = m_rows.size() >= EntryRule::most;
    m_none->setVisible(m_rows.isEmpty());
    m_add->setVisible(!m_readOnly);
    m_add->setEnabled(!isFull);
    m_add->setToolTip(isFull ? tr("An entry has at most %1 rules").arg(EntryRule::most)
                             : QString());
    m_back->setVisible(!m_readOnly && m_removed && !isFull);
}

} // namespace quntai
