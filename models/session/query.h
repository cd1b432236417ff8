// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/protocol/framecodec.h"
#include "models/protocol/methods.h"
#include "models/session/session.h"

#include <any>
#include <tuple>
#include <utility>

namespace quntai {

/** A question to the backend that changes nothing: one of connectionMethods with its params, and
 * how its answer is read. */
struct Query
{
    QString method;
    QByteArray params;
    std::function<Result<std::any>(const FrameReader &)> read;  //!< called in the link thread
};

namespace detail {

/** The one row of connectionMethods that takes these params. */
template <class Params, std::size_t... I>
consteval std::size_t methodIndex(std::index_sequence<I...>)
{
    std::size_t index = sizeof...(I);
    ((std::is_same_v<typename std::tuple_element_t<I, decltype(connectionMethods)>::ParamsType,
                     Params>
          ? void(index = I)
          : void()),
     ...);
    return index;
}

template <class Params>
inline constexpr std::size_t methodIndexOf = methodIndex<Params>(
    std::make_index_sequence<std::tuple_size_v<std::remove_cv_t<decltype(connectionMethods)>>>{});

} // namespace detail

/** What the backend answers to these params. */
template <class Params>
using AnswerTo =
    typename std::tuple_element_t<detail::methodIndexOf<Params>,
                                  std::remove_cv_t<decltype(connectionMethods)>>::ResultType;

template <class Params>
Query queryOf(const Params &params)
{
    static_assert(!std::is_same_v<Params, Nothing>, "several methods have no params");
    const auto name = std::get<detail::methodIndexOf<Params>>(connectionMethods).name;
    return {QString::fromLatin1(name.data(), qsizetype(name.size())), encodeBody(params),
            [](const FrameReader &reader) {
                return reader.body<AnswerTo<Params>>().transform(
                    [](AnswerTo<Params> &&answer) { return std::any(std::move(answer)); });
            }};
}

/** Asks the backend. done comes in the session's thread, once, unless context is gone by then;
 * Unavailable when there is no connection or it breaks before the answer. */
template <class Params>
void askBackend(Session &session, const Params &params, QObject *context,
                std::function<void(Result<AnswerTo<Params>>)> done)
{
    session.ask(queryOf(params), context,
                [done = std::move(done)](const Result<std::any> &answer) {
                    done(answer.transform([](const std::any &value) {
                        return std::any_cast<const AnswerTo<Params> &>(value);
                    }));
                });
}

} // namespace quntai
