// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/events.h"

namespace quntai {

namespace {

struct TypeName
{
    QString operator()(const UnknownEvent &event) const { return event.type; }

    template <class T>
    QString operator()(const T &) const
    {
        return QString::fromLatin1(T::type.data(), qsizetype(T::type.size()));
    }
};

} // namespace

EventData::EventData() = default;
EventData::EventData(const EventData &other) = default;
EventData::EventData(EventData &&other) noexcept = default;
EventData &EventData::operator=(const EventData &other) = default;
EventData &EventData::operator=(EventData &&other) noexcept = default;
EventData::~EventData() = default;

bool EventData::operator==(const EventData &other) const
{
    return static_cast<const EventVariant &>(*this) == static_cast<const EventVariant &>(other);
}

QString typeName(const EventData &data)
{
    return std::visit(TypeName{}, data);
}

bool isControl(const EventData &data)
{
    return std::holds_alternative<CustomerChanged>(data)
        || std::holds_alternative<CustomerChecked>(data)
        || std::holds_alternative<TicketChanged>(data)
        || std::holds_alternative<KnowledgeChanged>(data)
        || std::holds_alternative<KnowledgeDrafted>(data)
        || std::holds_alternative<KnowledgeAccepted>(data)
        || std::holds_alternative<LessonTaught>(data) || std::holds_alternative<LessonUndone>(data)
        || std::holds_alternative<ModelActivated>(data)
        || std::holds_alternative<CannedChanged>(data)
        || std::holds_alternative<PolicyChanged>(data)
        || std::holds_alternative<FlowChanged>(data) || std::holds_alternative<UserChanged>(data)
        || std::holds_alternative<PresenceChanged>(data);
}

} // namespace quntai
