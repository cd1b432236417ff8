// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/themehost.h"

#include <KSyntaxHighlighting/SyntaxHighlighter>

namespace KSyntaxHighlighting {
class Repository;
}

namespace quntai {

/** Colours YAML in the theme's colours, by KSyntaxHighlighting's own definition, and {{variables}}
 * in it. The first one made in a program costs the repository of definitions, 3–5 ms. */
class YamlHighlighter : public KSyntaxHighlighting::SyntaxHighlighter
{
    Q_OBJECT
public:
    YamlHighlighter(ThemeHost &host, QTextDocument *document);
    ~YamlHighlighter() override;

protected:
    void highlightBlock(const QString &text) override;
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;

private:
    ThemeHost &m_host;
    std::unique_ptr<KSyntaxHighlighting::Repository> m_repository;
};

} // namespace quntai
