// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a console may try without a trace: a question on the bot, a flow in a group.
#include "app/backend/gateway/console.h"

#include "models/protocol/framecodec.h"

namespace quntai {

using namespace Qt::StringLiterals;

/** One at a time: whoever asks faster than the bot thinks, waits. */
void Console::test(const QByteArray &id)
{
    const auto asked = m_reader.body<TrialQuestion>();
    if (!asked)
        return answer(id, std::unexpected(asked.error()));
    if (!m_feed->viewer().seesGroup(asked->group))
        return answer(id, failure(ErrorKind::Forbidden, u"This group is not yours"_s));
    if (std::exchange(m_testing, true))
        return answer(id, failure(ErrorKind::RateLimited, u"One test at a time"_s));
    m_services.engine.test(*asked, this, [this, id](const Result<Trial> &trial) {
        m_testing = false;
        answer(id, trial.transform(encodeBody<Trial>));
    });
}

/** Who sees no customers is shown none: the text is then as for somebody unknown. */
void Console::previewFlow(const QByteArray &id)
{
    const auto asked = m_reader.body<FlowQuestion>();
    if (!asked)
        return answer(id, std::unexpected(asked.error()));
    if (!m_feed->viewer().seesGroup(asked->group) || asked->group.isEmpty())
        return answer(id, failure(ErrorKind::Forbidden, u"This group is not yours"_s));
    const bool showsCustomers = m_feed->viewer().seesEvent(
        QString::fromLatin1(CustomerChanged::type), {});
    m_services.engine.preview(*asked, showsCustomers, this,
                              [this, id](const Result<FlowPreview> &preview) {
                                  answer(id, preview.transform(encodeBody<FlowPreview>));
                              });
}

} // namespace quntai
