// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/session.h"

namespace quntai {

TopicId topicOf(const CommandData &command)
{
    return std::visit([](const auto &data) -> TopicId {
        if constexpr (requires { TopicId{data.topic}; })
            return data.topic;
        else
            return {};
    }, command);
}

QString textOf(const CommandData &command)
{
    return std::visit([](const auto &data) -> QString {
        if constexpr (requires { QString{data.text}; })
            return data.text;
        else if constexpr (requires { QString{data.answer}; })
            return data.answer;
        else if constexpr (requires { QString{data.note}; })
            return data.note;
        else if constexpr (requires { QString{data.summary}; })
            return data.summary;
        else
            return {};
    }, command);
}

QList<Attachment> attachmentsOf(const CommandData &command)
{
    const auto *send = std::get_if<SendMessage>(&command);
    return send ? send->attachments : QList<Attachment>{};
}

} // namespace quntai
