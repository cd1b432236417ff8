// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/flows/yamlhighlighter.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/Theme>

#include <QRegularExpression>
#include <QTextCharFormat>

namespace quntai {

using namespace Qt::StringLiterals;
using Style = KSyntaxHighlighting::Theme::TextStyle;

YamlHighlighter::YamlHighlighter(ThemeHost &host, QTextDocument *document)
    : SyntaxHighlighter(document), m_host(host),
      m_repository(std::make_unique<KSyntaxHighlighting::Repository>())
{
    setDefinition(m_repository->definitionForName(u"YAML"_s));
    connect(&host, &ThemeHost::changed, this, &QSyntaxHighlighter::rehighlight);
}

YamlHighlighter::~YamlHighlighter()
{
    // The definition looks into its repository as long as it is in use.
    setDefinition({});
}

void YamlHighlighter::highlightBlock(const QString &text)
{
    static const QRegularExpression variable(u"\\{\\{[^{}]*\\}\\}"_s);
    SyntaxHighlighter::highlightBlock(text);
    QTextCharFormat look;
    look.setForeground(m_host.theme().color(ColorRole::AccentFg));
    look.setBackground(m_host.theme().color(ColorRole::AccentTint));
    for (auto each = variable.globalMatch(text); each.hasNext();) {
        const auto found = each.next();
        setFormat(int(found.capturedStart()), int(found.capturedLength()), look);
    }
}

void YamlHighlighter::applyFormat(int offset, int length,
                                  const KSyntaxHighlighting::Format &format)
{
    const auto &theme = m_host.theme();
    QTextCharFormat look;
    switch (format.textStyle()) {
    case Style::Comment:
        look.setForeground(theme.color(ColorRole::TextTertiary));
        look.setFontItalic(true);
        break;
    case Style::Function:
    case Style::Attribute:
    case Style::Keyword:
    case Style::DataType:
        look.setForeground(theme.color(ColorRole::AgentFg));
        break;
    case Style::String:
    case Style::VerbatimString:
    case Style::SpecialString: look.setForeground(theme.color(ColorRole::SuccessFg)); break;
    case Style::DecVal:
    case Style::BaseN:
    case Style::Float:
    case Style::Constant: look.setForeground(theme.color(ColorRole::BotFg)); break;
    case Style::Error:
    case Style::Alert: look.setForeground(theme.color(ColorRole::DangerFg)); break;
    default: return;
    }
    setFormat(offset, length, look);
}

} // namespace quntai
