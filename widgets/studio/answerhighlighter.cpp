// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/answerhighlighter.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/Theme>

#include <QTextCharFormat>

namespace quntai {

using namespace Qt::StringLiterals;
using Style = KSyntaxHighlighting::Theme::TextStyle;

AnswerHighlighter::AnswerHighlighter(ThemeHost &host, QTextDocument *document)
    : SyntaxHighlighter(document), m_host(host),
      m_repository(std::make_unique<KSyntaxHighlighting::Repository>())
{
    m_repository->addCustomSearchPath(u":/quntai"_s);
    setDefinition(m_repository->definitionForName(u"Quntai Answer"_s));
    connect(&host, &ThemeHost::changed, this, &QSyntaxHighlighter::rehighlight);
}

AnswerHighlighter::~AnswerHighlighter()
{
    // The definition looks into its repository as long as it is in use.
    setDefinition({});
}

void AnswerHighlighter::setSlotNames(const QStringList &names)
{
    if (std::exchange(m_slots, names) != names)
        rehighlight();
}

bool AnswerHighlighter::isSlot(int offset, int length) const
{
    const auto text = currentBlock().text().sliced(offset, length);
    return text.startsWith(u"{{") && text.endsWith(u"}}")
        && m_slots.contains(text.sliced(2, std::max<qsizetype>(0, text.size() - 4)).trimmed());
}

void AnswerHighlighter::applyFormat(int offset, int length,
                                    const KSyntaxHighlighting::Format &format)
{
    const auto &theme = m_host.theme();
    QTextCharFormat look;
    const auto style = format.textStyle() == Style::Error && isSlot(offset, length)
        ? Style::Variable
        : format.textStyle();
    switch (style) {
    case Style::Variable:
        look.setForeground(theme.color(ColorRole::AccentFg));
        look.setBackground(theme.color(ColorRole::AccentTint));
        break;
    case Style::Error:
        look.setForeground(theme.color(ColorRole::DangerFg));
        look.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        look.setUnderlineColor(theme.color(ColorRole::DangerFg));
        break;
    case Style::Keyword:
        look.setForeground(theme.color(ColorRole::AgentFg));
        look.setFontWeight(QFont::Bold);
        break;
    case Style::ControlFlow: look.setFontWeight(QFont::Bold); break;
    case Style::Operator: look.setForeground(theme.color(ColorRole::AgentFg)); break;
    case Style::VerbatimString: look.setForeground(theme.color(ColorRole::SuccessFg)); break;
    case Style::Others: look.setForeground(theme.color(ColorRole::TextLink)); break;
    default: return;
    }
    setFormat(offset, length, look);
}

} // namespace quntai
