// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/linesedit.h"

#include "widgets/common/paint/plaintext.h"

#include <QMimeData>

#include <algorithm>

namespace quntai {

namespace {

constexpr int mostLines = 12;
constexpr qsizetype longestPaste = 8000;

} // namespace

LinesEdit::LinesEdit(ThemeHost &host, const QString &name, QWidget *parent)
    : QPlainTextEdit(parent), m_host(host)
{
    setAccessibleName(name);
    setTabChangesFocus(true);
    setFrameShape(QFrame::StyledPanel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        updateGeometry();
        if (std::exchange(m_text, toPlainText()) != m_text)
            Q_EMIT edited();
    });
    connect(&host, &ThemeHost::changed, this, &LinesEdit::refreshLook);
    refreshLook();
}

void LinesEdit::setLines(const QStringList &all)
{
    if (lines() != all)
        setPlainText(all.join(u'\n'));
}

QStringList LinesEdit::lines() const
{
    QStringList all;
    for (const auto &line : toPlainText().split(u'\n')) {
        if (const auto text = line.trimmed(); !text.isEmpty())
            all.append(text);
    }
    return all;
}

QSize LinesEdit::sizeHint() const
{
    const int lines = int(document()->size().height());
    return {320, heightFor(std::clamp(lines, fewestLines, mostLines))};
}

void LinesEdit::insertFromMimeData(const QMimeData *source)
{
    insertPlainText(cleanedText(source->text().left(longestPaste)));
}

void LinesEdit::refreshLook()
{
    setFont(m_host.theme().font(TextRole::Ui));
}

int LinesEdit::heightFor(int lines) const
{
    return lines * fontMetrics().lineSpacing() + int(2 * document()->documentMargin())
        + 2 * frameWidth() + 2;
}

} // namespace quntai
