// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/themehost.h"

#include <KSyntaxHighlighting/SyntaxHighlighter>

namespace KSyntaxHighlighting {
class Repository;
}

namespace quntai {

/** Colours an answer while it is written: {{variables}}, the ones nobody can fill, and the marks
 * of Markdown. What is what says resources/syntax/quntai-answer.xml; the colours are the theme's.
 *
 * The first one made in a program costs the repository of definitions, 3–5 ms.
 */
class AnswerHighlighter : public KSyntaxHighlighting::SyntaxHighlighter
{
    Q_OBJECT
public:
    AnswerHighlighter(ThemeHost &host, QTextDocument *document);
    ~AnswerHighlighter() override;

    /** Variables an answer has besides those every one has: its entry's slots. */
    void setSlotNames(const QStringList &names);

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;

private:
    bool isSlot(int offset, int length) const;

    ThemeHost &m_host;
    QStringList m_slots;
    std::unique_ptr<KSyntaxHighlighting::Repository> m_repository;
};

} // namespace quntai
