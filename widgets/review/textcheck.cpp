// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/textcheck.h"

#include "models/domain/privacy.h"
#include "models/domain/wordpattern.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/words/words.h"

#include <QCoreApplication>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

struct Dense
{
    QString text;        //!< lower case, half width, without blanks
    QList<int> origin;
};

Dense dense(const QString &text)
{
    Dense out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        auto c = text[i];
        if (c.isSpace())
            continue;
        if (c >= QChar(0xFF01) && c <= QChar(0xFF5E))
            c = QChar(c.unicode() - 0xFEE0);
        out.text.append(c.toLower());
        out.origin.append(int(i));
    }
    return out;
}

void addWords(QList<TextFault> &faults, const QStringList &words, const QString &text)
{
    const auto where = dense(text);
    for (const auto &word : words) {
        const auto needle = dense(word).text;
        TextFault fault{TextFault::Kind::SensitiveWord, word, {}};
        for (auto at = needle.isEmpty() ? -1 : where.text.indexOf(needle); at >= 0;
             at = where.text.indexOf(needle, at + needle.size())) {
            const int start = where.origin[at];
            const int last = where.origin[at + needle.size() - 1];
            fault.spans.append({start, last + 1 - start, 0});
        }
        if (!fault.spans.isEmpty())
            faults.append(fault);
    }
}

/** One that runs out of steps counts as found, as in the backend. */
void addPatterns(QList<TextFault> &faults, const QStringList &patterns, const QString &text)
{
    for (const auto &pattern : patterns) {
        const auto found = wordPattern(pattern).match(text);
        if (!found.isValid())
            faults.append({TextFault::Kind::SensitiveWord, pattern, {}});
        else if (found.hasMatch())
            faults.append({TextFault::Kind::SensitiveWord, found.captured(),
                           {{int(found.capturedStart()), int(found.capturedLength()), 0}}});
    }
}

QList<TextFault> faultsOf(const WordSet &set, const QString &text)
{
    QList<TextFault> faults;
    addWords(faults, set.words, text);
    addPatterns(faults, set.patterns, text);
    return faults;
}

void addPersonalData(QList<TextFault> &faults, const QString &text)
{
    for (const auto &found : personalDataIn(text)) {
        const auto kind = QString::fromLatin1(wordOf(found.kind));
        auto known = std::ranges::find(faults, kind, &TextFault::what);
        if (known == faults.end())
            faults.append({TextFault::Kind::PersonalData, kind, {found.span}});
        else
            known->spans.append(found.span);
    }
}

} // namespace

QList<TextFault> textFaults(const Policy &policy, const QString &text)
{
    QList<TextFault> faults;
    if (text.trimmed().isEmpty())
        faults.append({TextFault::Kind::Empty, {}, {}});
    if (text.toUtf8().size() > mostTextBytes)
        faults.append({TextFault::Kind::TooLong, {}, {}});
    addWords(faults, policy.sensitiveWords, text);
    for (const auto &set : policy.wordSets) {
        if (set.action == WordAction::Block)
            faults += faultsOf(set, text);
    }
    addPersonalData(faults, text);
    return faults;
}

QStringList textWarnings(const Policy &policy, const QString &text)
{
    QStringList names;
    for (const auto &set : policy.wordSets) {
        if (set.action == WordAction::Warn && !faultsOf(set, text).isEmpty())
            names.append(set.name);
    }
    return names;
}

QString faultText(const TextFault &fault)
{
    switch (fault.kind) {
    case TextFault::Kind::Empty:
        return QCoreApplication::translate("TextFault", "The text is empty");
    case TextFault::Kind::TooLong:
        return QCoreApplication::translate("TextFault", "The text is too long");
    case TextFault::Kind::SensitiveWord:
        return QCoreApplication::translate("TextFault", "“%1” may not be sent to a group")
            .arg(visibleText(fault.what, 24));
    case TextFault::Kind::PersonalData:
        return QCoreApplication::translate("TextFault", "%1 may not be sent to a group")
            .arg(personalKindName(fault.what));
    }
    return {};
}

} // namespace quntai
