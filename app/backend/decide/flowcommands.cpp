// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/commander.h"
#include "app/backend/decide/compliance.h"
#include "models/domain/flowcheck.h"

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

Result<> checkFlow(const Scene &scene, const Flow &flow)
{
    if (const auto fault = faultOf(flow))
        return badField(QString::fromLatin1(fault->key), fault->message);
    return checkText(scene, flow.text).or_else([](Error error) -> Result<> {
        error.data.insert(u"field"_s, u"text"_s);
        return std::unexpected(std::move(error));
    });
}

} // namespace

Result<> Commander::run(const PutFlow &put)
{
    const auto known = scene.state.flows.value(put.flow.id);
    const bool isThere = scene.state.flows.contains(put.flow.id);
    if (put.flow.version != known.version)
        return failure(ErrorKind::Conflict,
                       u"the flow was changed meanwhile (version %1)"_s.arg(known.version),
                       {{u"current"_s, known.version}, {u"flow"_s, put.flow.id.value}});
    if (put.gone && !isThere)
        return failure(ErrorKind::NotFound, u"there is no such flow"_s,
                       {{u"flow"_s, put.flow.id.value}});
    // The file would bring it back at the next start.
    if (put.gone && !known.source.isEmpty())
        return badField(u"flow"_s, u"it stands in %1: remove it there, or switch it off here"_s
                                       .arg(known.source));
    if (put.gone) {
        scene.add(GroupId{}, TopicId{}, FlowChanged{known, true, user.id, {}});
        return {};
    }
    if (!isThere && scene.state.flows.size() >= Flow::mostFlows)
        return failure(ErrorKind::TooLarge, u"there are %1 flows already"_s.arg(Flow::mostFlows),
                       {{u"limit"_s, qint64(Flow::mostFlows)}});
    auto flow = asWritten(put.flow);
    if (const auto fits = checkFlow(scene, flow); !fits)
        return fits;
    if (isThere && flow == asWritten(known))
        return {};
    flow.version = known.version + 1;
    scene.add(GroupId{}, TopicId{}, FlowChanged{flow, false, user.id, {}});
    return {};
}

} // namespace quntai
