// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/words/attachmentwords.h"

#include "widgets/common/paint/plaintext.h"
#include "widgets/common/words/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int nameShown = 40;

class AttachmentWords
{
    Q_DECLARE_TR_FUNCTIONS(AttachmentWords)

public:
    static QString of(const AttachmentRefusal &refusal)
    {
        switch (refusal.problem) {
        case AttachmentProblem::Empty:
            return tr("There is nothing in it.");
        case AttachmentProblem::TooLarge:
            return tr("It is larger than %1.").arg(sizeText(refusal.limit));
        case AttachmentProblem::Program:
            return tr("Programs and scripts cannot be sent.");
        case AttachmentProblem::PictureKind:
            return tr("This platform does not show this kind of picture; save it as PNG or JPEG.");
        case AttachmentProblem::Channel:
            return tr("Pictures and files cannot be sent to this group.");
        case AttachmentProblem::TooMany:
            return tr("At most %1 pictures and files go with a text.").arg(mostAttachments);
        }
        return {};
    }

    static QString inPicture(const Error &error)
    {
        const auto picture = visibleText(error.data.value(u"picture"_s).toString(), nameShown);
        const bool personal = error.data.value(u"rule"_s).toString() == u"privacy";
        const auto what = personal ? personalKindName(error.data.value(u"data"_s).toString())
                                   : u'“' + visibleText(error.data.value(u"word"_s).toString(), 24)
                + u'”';
        return tr("“%1” shows what may not be sent to a group: %2.").arg(picture, what);
    }
};

std::optional<AttachmentProblem> problemOf(const QString &word)
{
    const auto &words = enumWords<AttachmentProblem>;
    const auto at = std::ranges::find(words, word.toStdString());
    if (at == words.end())
        return std::nullopt;
    return AttachmentProblem(at - words.begin());
}

} // namespace

QString attachmentProblemText(const AttachmentRefusal &refusal, const QString &name)
{
    const auto why = AttachmentWords::of(refusal);
    return name.isEmpty() ? why : visibleText(name, nameShown) + u": "_s + why;
}

QString attachmentProblemText(const Error &error)
{
    if (error.data.contains(u"picture"_s))
        return AttachmentWords::inPicture(error);
    const auto problem = problemOf(error.data.value(u"problem"_s).toString());
    if (!problem)
        return {};
    return attachmentProblemText({*problem, error.data.value(u"limit"_s).toInteger()},
                                 error.data.value(u"name"_s).toString());
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 10 * 1024 ? 0 : 1,
                                       QLocale::DataSizeTraditionalFormat);
}

} // namespace quntai
