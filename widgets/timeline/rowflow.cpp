// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/rowflow.h"

#include <algorithm>

namespace quntai {

namespace {

constexpr int kFirstEstimate = 64;

} // namespace

RowFlow::RowFlow(Layer layer) : m_layer(std::move(layer)) {}

int RowFlow::estimate() const
{
    return m_measuredCount ? int(m_measuredSum / m_measuredCount) : kFirstEstimate;
}

void RowFlow::reset(qsizetype count)
{
    m_table.clear();
    m_laid.clear();
    m_first = 0;
    m_held = {};
    m_following = true;
    m_table.insert(0, count, estimate());
}

void RowFlow::inserted(qsizetype row, qsizetype count)
{
    m_table.insert(row, count, estimate());
    if (row <= m_held.row)
        m_held.row += count;
    const auto inside = row - m_first;
    if (inside <= 0) {
        m_first += count;
    } else if (inside < qsizetype(m_laid.size())) {
        // Far more rows than are seen: what lay behind them is out of sight now.
        if (count > 256)
            m_laid.resize(size_t(inside));
        else
            m_laid.insert(m_laid.begin() + inside, size_t(count), LaidRowPtr());
    }
}

void RowFlow::removed(qsizetype row, qsizetype count)
{
    m_table.remove(row, count);
    if (m_held.row >= row + count)
        m_held.row -= count;
    else if (m_held.row >= row)
        m_held = {row, 0};
    const auto from = std::clamp<qsizetype>(row - m_first, 0, qsizetype(m_laid.size()));
    const auto to = std::clamp<qsizetype>(row + count - m_first, 0, qsizetype(m_laid.size()));
    m_laid.erase(m_laid.begin() + from, m_laid.begin() + to);
    if (row < m_first)
        m_first -= std::min(count, m_first - row);
}

void RowFlow::changed(qsizetype row, qsizetype count)
{
    m_table.forget(row, count);
    const auto from = std::clamp<qsizetype>(row - m_first, 0, qsizetype(m_laid.size()));
    const auto to = std::clamp<qsizetype>(row + count - m_first, 0, qsizetype(m_laid.size()));
    std::fill(m_laid.begin() + from, m_laid.begin() + to, nullptr);
}

void RowFlow::layoutsChanged()
{
    m_table.forget(0, m_table.size());
    m_laid.clear();
    m_measuredSum = 0;
    m_measuredCount = 0;
}

void RowFlow::setViewportHeight(int height)
{
    m_viewport = height;
}

qint64 RowFlow::slack() const
{
    return std::max<qint64>(0, m_viewport - m_table.total());
}

qint64 RowFlow::maximum() const
{
    return std::max<qint64>(0, m_table.total() - m_viewport);
}

qint64 RowFlow::value() const
{
    if (m_following || m_table.size() == 0)
        return maximum();
    return std::min(m_table.offset(m_held.row) + m_held.inside, maximum());
}

void RowFlow::holdAt(qint64 value)
{
    m_held = m_table.find(value);
}

void RowFlow::scrollTo(qint64 value)
{
    m_following = value >= maximum();
    holdAt(std::clamp<qint64>(value, 0, maximum()));
}

void RowFlow::scrollToEnd()
{
    m_following = true;
    holdAt(maximum());
}

void RowFlow::reveal(qsizetype row)
{
    const qint64 top = m_table.offset(row);
    const qint64 bottom = top + m_table.height(row);
    if (top < value() || bottom - top > m_viewport)
        scrollTo(top);
    else if (bottom > value() + m_viewport)
        scrollTo(bottom - m_viewport);
}

void RowFlow::centre(qsizetype row)
{
    scrollTo(m_table.offset(row) - (m_viewport - m_table.height(row)) / 2);
    // Heights around a far row were guesses until now.
    settle();
    scrollTo(m_table.offset(row) - (m_viewport - m_table.height(row)) / 2);
}

void RowFlow::ensure(qsizetype row)
{
    if (m_laid.empty()) {
        m_first = row;
    } else if (row < m_first - 1 || row > m_first + qsizetype(m_laid.size())) {
        // A jump: the old window is of no use.
        m_laid.clear();
        m_first = row;
    }
    if (row < m_first) {
        m_laid.push_front(nullptr);
        --m_first;
    } else if (row == m_first + qsizetype(m_laid.size())) {
        m_laid.push_back(nullptr);
    }
    LaidRowPtr &laid = m_laid[size_t(row - m_first)];
    if (!laid) {
        laid = m_layer(row);
        m_measuredSum += laid->layout.height;
        ++m_measuredCount;
        m_table.measure(row, laid->layout.height);
    }
}

void RowFlow::layUpwards(qsizetype from, qint64 pixels)
{
    for (qsizetype row = from; row >= 0 && pixels > 0; --row) {
        ensure(row);
        pixels -= m_table.height(row);
    }
}

/// Returns the row behind the last one laid out.
qsizetype RowFlow::layDownwards(qsizetype from, qint64 pixels)
{
    qsizetype row = from;
    for (; row < m_table.size() && pixels > 0; ++row) {
        ensure(row);
        pixels -= m_table.height(row);
    }
    return row;
}

void RowFlow::settle()
{
    if (m_table.size() == 0) {
        m_laid.clear();
        m_held = {};
        return;
    }
    if (m_following)
        settleFollowing();
    else
        settleHeld();
    dropFar();
}

void RowFlow::settleFollowing()
{
    layUpwards(m_table.size() - 1, 2LL * m_viewport);
    holdAt(maximum());
}

void RowFlow::settleHeld()
{
    m_held.row = std::clamp<qsizetype>(m_held.row, 0, m_table.size() - 1);
    ensure(m_held.row);
    m_held.inside = std::clamp(m_held.inside, 0, std::max(0, m_table.height(m_held.row) - 1));
    layAround();
    const qint64 wanted = m_table.offset(m_held.row) + m_held.inside;
    if (wanted > maximum()) {
        // The rows that were below are gone or shorter: the end has come into sight.
        layUpwards(m_table.size() - 1, 2LL * m_viewport);
        holdAt(maximum());
    }
}

void RowFlow::layAround()
{
    layDownwards(m_held.row, m_held.inside + 2LL * m_viewport);
    layUpwards(m_held.row - 1, m_viewport);
}

/// Layouts that are out of sight by more than a page and a half are let go.
void RowFlow::dropFar()
{
    const qint64 from = value() - m_viewport * 3 / 2;
    const qint64 to = value() + m_viewport + m_viewport * 3 / 2;
    qint64 top = m_table.offset(m_first);
    while (!m_laid.empty() && top + m_table.height(m_first) < from) {
        top += m_table.height(m_first);
        m_laid.pop_front();
        ++m_first;
    }
    qsizetype last = m_first + qsizetype(m_laid.size()) - 1;
    qint64 bottom = m_table.offset(last + 1);
    while (m_laid.size() > 1 && bottom - m_table.height(last) > to) {
        bottom -= m_table.height(last);
        m_laid.pop_back();
        --last;
    }
}

qint64 RowFlow::topOf(qsizetype row) const
{
    return m_table.offset(row) - value() + slack();
}

QList<RowFlow::Placed> RowFlow::laidOut() const
{
    QList<Placed> rows;
    rows.reserve(qsizetype(m_laid.size()));
    qint64 y = m_laid.empty() ? 0 : topOf(m_first);
    qsizetype row = m_first;
    for (const LaidRowPtr &laid : m_laid) {
        if (laid)
            rows.append({row, int(y), laid});
        y += m_table.height(row++);
    }
    return rows;
}

QList<RowFlow::Placed> RowFlow::visible() const
{
    QList<Placed> rows = laidOut();
    rows.removeIf([this](const Placed &placed) {
        return placed.y >= m_viewport || placed.y + placed.laid->layout.height <= 0;
    });
    return rows;
}

LaidRowPtr RowFlow::laid(qsizetype row) const
{
    const auto at = row - m_first;
    return at >= 0 && at < qsizetype(m_laid.size()) ? m_laid[size_t(at)] : nullptr;
}

qsizetype RowFlow::rowAt(int y) const
{
    const qint64 inContent = y - slack() + value();
    if (m_table.size() == 0 || inContent < 0 || inContent >= m_table.total())
        return -1;
    return m_table.find(inContent).row;
}

} // namespace quntai
