// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer/picker.h"

#include "widgets/composer/picklist.h"
#include "widgets/composer/replyedit.h"
#include "widgets/palette/fuzzymatch.h"

#include <QEvent>
#include <QKeyEvent>
#include <QTextBlock>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostOffered = 40;
constexpr qsizetype longestTyped = 24;
constexpr int wholeShortcut = 1'000'000;
constexpr int shortcutStart = 500'000;
constexpr int inTitle = 1000;

template <class T>
QList<T> bestFirst(QList<std::pair<int, T>> scored)
{
    std::ranges::stable_sort(scored, std::greater{}, &std::pair<int, T>::first);
    QList<T> best;
    for (auto &one : scored.first(std::min(mostOffered, scored.size())))
        best.append(std::move(one.second));
    return best;
}

/** 0: it does not fit. */
int cannedScore(const CannedText &one, const QString &typed, const QStringList &pattern)
{
    if (one.shortcut.compare(typed, Qt::CaseInsensitive) == 0)
        return wholeShortcut;
    if (one.shortcut.startsWith(typed, Qt::CaseInsensitive))
        return shortcutStart;
    if (const auto title = fuzzyMatch(pattern, fuzzyText(one.title)))
        return inTitle + std::max(0, title->score);
    return one.text.contains(typed, Qt::CaseInsensitive) ? 1 : 0;
}

/** "a@b" is an address, and a "/" within a word or a number is no sign. */
bool mayStart(QChar sign, const QString &text, qsizetype at)
{
    if (at == 0)
        return true;
    const auto before = text.at(at - 1);
    return sign == u'@' ? !(before.isLetterOrNumber() && before.unicode() < 128)
                        : before.isSpace();
}

} // namespace

QList<Mention> peopleFor(const QList<Mention> &people, const QString &typed)
{
    if (typed.isEmpty())
        return people.first(std::min(mostOffered, people.size()));
    const auto pattern = fuzzyPattern(typed);
    QList<std::pair<int, Mention>> scored;
    for (const auto &person : people) {
        if (const auto match = fuzzyMatch(pattern, fuzzyText(person.name)))
            scored.append({match->score, person});
    }
    return bestFirst(std::move(scored));
}

QList<CannedText> cannedFor(const QList<CannedText> &canned, const QString &typed)
{
    if (typed.isEmpty())
        return canned.first(std::min(mostOffered, canned.size()));
    const auto pattern = fuzzyPattern(typed);
    QList<std::pair<int, CannedText>> scored;
    for (const auto &one : canned) {
        if (const int score = cannedScore(one, typed, pattern); score > 0)
            scored.append({score, one});
    }
    return bestFirst(std::move(scored));
}

Picker::Picker(ThemeHost &host, ReplyEdit &edit)
    : QObject(&edit), m_edit(edit), m_list(new PickList(host, tr("What to put in"), &edit))
{
    edit.installEventFilter(this);
    connect(&edit, &QPlainTextEdit::textChanged, this, &Picker::refresh);
    connect(&edit, &QPlainTextEdit::cursorPositionChanged, this, &Picker::refresh);
    connect(m_list, &PickList::picked, this, &Picker::take);
    connect(m_list, &PickList::closed, this, [this] {
        m_closed = token();
    });
}

void Picker::setEnabled(bool enabled)
{
    m_enabled = enabled;
    if (!enabled)
        close();
}

std::optional<Picker::Token> Picker::token() const
{
    const auto cursor = m_edit.textCursor();
    if (cursor.hasSelection())
        return std::nullopt;
    const auto block = cursor.block();
    const auto text = block.text().left(cursor.positionInBlock());
    for (auto at = text.size() - 1; at >= 0 && text.size() - at <= longestTyped; --at) {
        const auto c = text.at(at);
        if (c.isSpace())
            return std::nullopt;
        if ((c == u'@' || c == u'/') && mayStart(c, text, at))
            return Token{c, block.position() + int(at), text.sliced(at + 1)};
    }
    return std::nullopt;
}

void Picker::refresh()
{
    const auto now = m_enabled && m_edit.hasFocus() ? token() : std::nullopt;
    // Another sign in its place is another wish, also when it comes in one stroke.
    const bool isClosed = now && m_closed && now->start == m_closed->start
        && now->sign == m_closed->sign;
    if (!isClosed)
        m_closed.reset();
    if (!now || isClosed) {
        close();
        return;
    }
    offer(*now);
}

void Picker::offer(const Token &token)
{
    QList<PickItem> items;
    m_offeredPeople.clear();
    m_offeredCanned.clear();
    m_offersManage = false;
    if (token.sign == u'@') {
        m_offeredPeople = peopleFor(m_people, token.typed);
        for (const auto &person : std::as_const(m_offeredPeople))
            items.append({person.name, {}, {}});
    } else {
        m_offeredCanned = cannedFor(m_canned ? m_canned() : QList<CannedText>{}, token.typed);
        for (const auto &one : std::as_const(m_offeredCanned))
            items.append({one.title, one.text,
                          one.shortcut.isEmpty() ? QString() : u'/' + one.shortcut});
        m_offersManage = token.typed.isEmpty();
        if (m_offersManage)
            items.append({tr("Manage canned replies…"), {}, {}});
    }
    m_list->setItems(items);
    m_list->openAbove(m_edit);
}

void Picker::take(int index)
{
    const auto now = token();
    const auto people = m_offeredPeople;
    const auto canned = m_offeredCanned;
    const bool manage = m_offersManage && index == canned.size();
    close();
    if (now) {
        auto cursor = m_edit.textCursor();
        cursor.setPosition(now->start, QTextCursor::KeepAnchor);
        cursor.removeSelectedText();
        m_edit.setTextCursor(cursor);
    }
    m_edit.setFocus();
    if (index >= 0 && index < people.size())
        Q_EMIT personPicked(people.at(index));
    else if (index >= 0 && index < canned.size())
        Q_EMIT cannedPicked(canned.at(index));
    else if (manage)
        Q_EMIT manageWanted();
}

void Picker::close()
{
    m_list->hide();
}

bool Picker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide)
        close();
    // Tab would leave the editor before it is a key there.
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!key || m_list->isHidden() || m_edit.isComposing())
        return QObject::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    if (event->type() == QEvent::KeyPress)
        return m_list->takeKey(*press);
    if (press->key() == Qt::Key_Escape)
        event->accept();
    return press->key() == Qt::Key_Escape;
}

} // namespace quntai
