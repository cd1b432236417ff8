// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/compliance.h"

#include "models/domain/privacy.h"

#include <QJsonArray>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

QJsonArray spansJson(const QList<Span> &spans)
{
    QJsonArray array;
    for (const auto &span : spans)
        array.append(QJsonObject{{u"start"_s, span.start}, {u"length"_s, span.length}});
    return array;
}

/** That of the core, unless it has not been told of this policy. */
WordGuard guardOf(const Scene &scene)
{
    const auto &policy = scene.state.policy;
    return scene.core.guard.isFor(policy) ? scene.core.guard : WordGuard(policy, scene.lexicon());
}

} // namespace

std::optional<Breach> breachIn(const Scene &scene, const QString &text, WordAction action)
{
    return guardOf(scene).firstIn(text, action, scene.lexicon());
}

QStringList warningsOf(const Scene &scene, const QString &text)
{
    return guardOf(scene).warningsOf(text, scene.lexicon());
}

void noteWarnings(Scene &scene)
{
    for (auto &made : scene.events) {
        auto *draft = std::get_if<DraftMade>(&made.data);
        if (draft && draft->review)
            draft->warnings = warningsOf(scene, draft->text);
    }
}

std::optional<Breach> privacyBreachIn(const QString &text)
{
    const auto found = personalDataIn(text);
    if (found.isEmpty())
        return std::nullopt;
    Breach breach{QString::fromLatin1(wordOf(found.first().kind)), {}, {}};
    for (const auto &one : found) {
        if (one.kind == found.first().kind)
            breach.spans.append(one.span);
    }
    return breach;
}

Result<> checkText(const Scene &scene, const QString &text)
{
    if (text.trimmed().isEmpty())
        return failure(ErrorKind::InvalidParams, u"the text is empty"_s, {{u"field"_s, u"text"_s}});
    if (text.toUtf8().size() > textLimitBytes)
        return failure(ErrorKind::TooLarge,
                       u"a message holds at most %1 bytes; shorten it"_s.arg(textLimitBytes),
                       {{u"field"_s, u"text"_s}, {u"limit"_s, qint64(textLimitBytes)}});
    if (const auto breach = breachIn(scene, text, WordAction::Block))
        return failure(ErrorKind::Policy, u"“%1” may not be sent to a group"_s.arg(breach->word),
                       {{u"rule"_s, u"sensitive_word"_s},
                        {u"word"_s, breach->word},
                        {u"set"_s, breach->set},
                        {u"spans"_s, spansJson(breach->spans)}});
    if (const auto breach = privacyBreachIn(text))
        return failure(ErrorKind::Policy, u"personal data (%1) may not be sent to a group"_s.arg(breach->word),
                       {{u"rule"_s, u"privacy"_s},
                        {u"data"_s, breach->word},
                        {u"spans"_s, spansJson(breach->spans)}});
    return {};
}

} // namespace quntai
