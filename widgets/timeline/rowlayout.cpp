// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/rowlayout.h"

#include "widgets/common/paint/badges.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/timeline/rowwords.h"

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRight = 12;
constexpr int kBodyPad = 8;
constexpr int kHead = 18;
constexpr int kGap = 6;
constexpr int kQuoteHeight = 22;
constexpr int kCardPadX = 10, kCardPadY = 5;
constexpr int kFooter = 18;
constexpr int kFileWidth = 220, kFileHeight = 40;
constexpr int kVerdictPad = 12;
constexpr int kInlineVerdict = 20;
constexpr int kHoverHeight = 26, kHoverItem = 30;
constexpr int kProblemWidth = 320;
constexpr QSize kAlone(240, 160);
constexpr int kDayRow = 24;
constexpr int kAvatarTop = 6;

int bodyLeft()
{
    return layout::laneGutter + component::avatar + kBodyPad;
}

bool isInline(int width)
{
    return width < layout::verdictInlineBelow;
}

int bodyWidth(int width)
{
    const int beside = isInline(width) ? kRight : layout::verdictColumn + kRight;
    return qBound(40, width - bodyLeft() - beside - kRight, layout::timelineTextMax);
}

///  0        72     100 108                                     body right
///  |        |       |  |                                       | 12 |  verdict 204    | 12
///  |  A  B  | avatar|  | name [role] time        [link] ✓ 移到… |    | intent  [转人工] |
///  |  |  |  |  28   |  | ▏ quoted line                          |    | ▬▬▬|▬ 0.41  ☹82↑ |
///  |  ┆  |  |       |  | ╭ text, at most 640 ─────────────────╮ |    | reason           |
///  |  ┆  |  |       |  | │ sources        ring 1:05  AI 生成   │ |    | reason           |
///  |  ┆  |  |       |  | ╰────────────────────────────────────╯ |    |   [hover bar]    |
///
/// Below 700 the verdict is one line under the text and the hover bar stands in the head line.
class MessageLayouter
{
public:
    MessageLayouter(const RowContent &row, int width, const Theme &theme)
        : m_row(row), m_theme(theme), m_left(bodyLeft()), m_body(bodyWidth(width))
    {
        m_out.width = width;
        m_out.nodeY = layout::laneNodeTop + component::laneBadge / 2;
    }

    RowLayout run()
    {
        const int pad = m_theme.metrics().messagePadY;
        m_y = m_row.continued ? 0 : pad;
        if (!m_row.continued)
            head();
        else
            m_out.nodeY = 11;
        quote();
        if (m_row.card)
            card();
        else
            content(m_left, m_body, 1);
        m_y += m_row.continues ? 0 : pad;
        verdict();
        hoverBar();
        const int least = m_row.continued ? 0 : kAvatarTop + component::avatar + 2;
        m_out.height = qMax(m_y, least);
        return std::move(m_out);
    }

private:
    int caption(const QString &text) const
    {
        return textWidth(m_theme.font(TextRole::Caption), text);
    }

    void head()
    {
        const int size = m_theme.metrics().avatar;
        m_out.avatar = QRect(layout::laneGutter + component::avatar - size, kAvatarTop, size, size);
        int right = m_left + m_body;
        if (m_row.link) {
            right = weakActions(right);
            const int width = qMin(chipSize(m_theme, *m_row.link).width(), m_body / 2);
            m_out.link = QRect(right - width, m_y, width, component::chipHeight);
            right -= width + kGap;
        }
        int x = m_left;
        const int time = textWidth(m_theme.font(TextRole::Micro), m_row.time);
        int roles = 0;
        for (const ChipSpec &role : m_row.roles)
            roles += chipSize(m_theme, role).width() + kGap;
        const int room = qMax(24, right - x - roles - time - kGap);
        const int name = textWidth(m_theme.boldFont(TextRole::Caption), m_row.name);
        m_out.name = QRect(x, m_y, qMin(name, room), kHead);
        x += m_out.name.width() + kGap;
        for (const ChipSpec &role : m_row.roles) {
            m_out.roles.append(QRect({x, m_y}, chipSize(m_theme, role)));
            x += m_out.roles.last().width() + kGap;
        }
        m_out.time = QRect(x, m_y + 1, time, kHead);
        m_y += kHead;
    }

    int weakActions(int right)
    {
        if (!m_row.linkWeak)
            return right;
        const auto place = [&](const QString &text) {
            const QRect rect(right - caption(text), m_y, caption(text), kHead);
            right = rect.left() - kGap;
            return rect;
        };
        m_out.move = place(RowWords::move());
        m_out.confirm = place(RowWords::confirm());
        if (m_row.second) {
            const int width = qMin(chipSize(m_theme, *m_row.second).width(), m_body / 3);
            m_out.second = QRect(right - width, m_y, width, component::chipHeight);
            right -= width + kGap;
        }
        return right;
    }

    void quote()
    {
        if (m_row.quote.isEmpty())
            return;
        m_out.quote = QRect(m_left, m_y + 3, m_body, kQuoteHeight);
        m_y += 3 + kQuoteHeight + 2;
    }

    void card()
    {
        const int top = m_y + 3;
        m_y = top + kCardPadY;
        content(m_left + kCardPadX + 1, m_body - 2 * (kCardPadX + 1), 0);
        if (hasFooter())
            footer(m_left + kCardPadX + 1, m_left + m_body - kCardPadX - 1);
        m_y += kCardPadY + 1;
        m_out.card = QRect(m_left, top, m_body, m_y - top);
    }

    /// Attachments and text: one picture stands beside the text, more stand above it.
    void content(int left, int width, int above)
    {
        const bool beside = m_row.attachments.size() == 1 && m_row.attachments[0].isPicture()
            && !m_row.text.isEmpty() && width > 3 * component::thumbWidth;
        int bottom = m_y;
        if (beside) {
            const int top = m_y + 3;
            m_out.attachments.append(
                QRect(left, top, component::thumbWidth, component::thumbHeight));
            bottom = top + component::thumbHeight;
            left += component::thumbWidth + 10;
            width -= component::thumbWidth + 10;
            m_y = top;
        } else {
            attachments(left, width);
            m_y += above;
        }
        text(left, width);
        words(left, width);
        m_y = qMax(m_y, bottom);
    }

    /// What was read in it: two small lines at the most.
    void words(int left, int width)
    {
        const bool one = caption(m_row.wordsFrom) + kGap + caption(m_row.words) <= width;
        const int lines = m_row.words.isEmpty() ? 0 : one ? 1 : 2;
        m_out.words = QRect(left, m_y + 2, width, lines * m_theme.lineHeight(TextRole::Caption));
        m_y += lines ? m_out.words.height() + 3 : 0;
    }

    /// Every picture's place is known before the picture is: nothing moves when it comes. One that
    /// stands for itself is large enough to be read.
    QSize attachmentSize(const AttachmentBox &box, int width) const
    {
        if (!box.isPicture())
            return {qMin(box.problem.isEmpty() ? kFileWidth : kProblemWidth, width), kFileHeight};
        if (m_row.attachments.size() == 1 && m_row.text.isEmpty() && width >= kAlone.width())
            return kAlone;
        return {component::thumbWidth, component::thumbHeight};
    }

    void attachments(int left, int width)
    {
        int x = left;
        int lineHeight = 0;
        for (const AttachmentBox &box : m_row.attachments) {
            const QSize size = attachmentSize(box, width);
            if (x > left && x + size.width() > left + width) {
                m_y += lineHeight + space::x1;
                x = left;
                lineHeight = 0;
            }
            m_out.attachments.append(QRect({x, m_y + 3}, size));
            x += size.width() + space::x1;
            lineHeight = qMax(lineHeight, size.height());
        }
        m_y += lineHeight ? lineHeight + 5 : 0;
    }

    void text(int left, int width)
    {
        m_out.body = BodyText(m_theme, m_row.text, {m_row.mentions, m_row.entities},
                              m_row.whole ? kWholeText : kShortText, width);
        if (m_out.body.isEmpty())
            return;
        m_out.text = QRect(left, m_y, width, m_out.body.height());
        m_y += m_out.body.height();
        if (m_row.continued)
            trailingTime();
        if (m_out.body.isCut()) {
            m_out.showMore = QRect(left, m_y, caption(RowWords::showMore()), kHead);
            m_y += kHead;
        }
    }

    /// A row without a head shows its time after the text, if there is room.
    void trailingTime()
    {
        const int width = textWidth(m_theme.font(TextRole::Micro), m_row.time);
        const int x = m_out.text.left() + m_out.body.lastLineWidth() + space::x2;
        const int line = m_out.body.lineHeight();
        if (x + width <= m_out.text.right() + 1)
            m_out.time = QRect(x, m_out.text.bottom() + 2 - line, width, line);
    }

    bool hasFooter() const
    {
        return !m_row.sources.isEmpty() || m_row.delivery || m_row.ai || !m_row.actions.isEmpty()
            || m_row.recallUntil.isSet();
    }

    void footer(int left, int right)
    {
        m_y += 3;
        right = footerRight(right);
        constexpr int icon = component::iconSmall + space::x1;
        const auto place = [&](int width) {
            const QRect rect(left, m_y, qBound(0, width, right - left), kFooter);
            left += rect.width() + kGap;
            return rect;
        };
        if (m_row.delivery)
            m_out.delivery = place(icon + caption(m_row.delivery->text));
        for (const SourceRef &source : m_row.sources) {
            const int score = source.score.isEmpty() ? 0 : space::x1 + caption(source.score);
            m_out.sources.append(place(icon + caption(source.title) + score));
        }
        m_y += kFooter;
    }

    int footerRight(int right)
    {
        const auto place = [&](int width) {
            const QRect rect(right - width, m_y, width, kFooter);
            right = rect.left() - kGap;
            return rect;
        };
        if (m_row.ai)
            m_out.ai = place(caption(RowWords::ai()) + 10);
        if (m_row.recallUntil.isSet())
            m_out.recall = place(component::ringLarge + space::x1 + caption(RowWords::recall(119)));
        QList<QRect> actions;
        for (qsizetype i = m_row.actions.size() - 1; i >= 0; --i) {
            const FooterAction &action = m_row.actions[i];
            const int keys =
                action.keys.isEmpty() ? 0 : space::x1 + keyCapSize(m_theme, action.keys).width();
            actions.prepend(place(caption(action.text) + keys));
        }
        m_out.actions = actions;
        return right;
    }

    void verdict()
    {
        if (!m_row.verdict)
            return;
        if (isInline(m_out.width))
            inlineVerdict();
        else
            columnVerdict();
    }

    void columnVerdict()
    {
        const VerdictBox &verdict = *m_row.verdict;
        const int left = m_left + m_body + kRight;
        const int inner = left + kVerdictPad;
        const int right = left + layout::verdictColumn;
        const int top = m_row.continued ? 0 : kAvatarTop;
        int y = top + 2;
        const QSize chip = chipSize(m_theme, verdict.decision);
        m_out.decision = QRect(QPoint(right - chip.width(), y), chip);
        m_out.intent = QRect(inner, y, m_out.decision.left() - kGap - inner, kHead);
        y += kHead;
        m_out.confidence = QRect({inner, y + 1}, confidenceSize(m_theme));
        m_out.emotion = QRect({m_out.confidence.right() + 1 + kRight, y + 1},
                              emotionSize(m_theme, verdict.emotion));
        y += kHead;
        for (qsizetype i = 0; i < qMin<qsizetype>(2, verdict.reasons.size()); ++i) {
            m_out.reasons.append(QRect(inner, y, right - inner, 16));
            y += 16;
        }
        y += 2;
        m_out.verdict = QRect(left, top, layout::verdictColumn, y - top);
        m_y = qMax(m_y, y + space::x1);
    }

    void inlineVerdict()
    {
        const VerdictBox &verdict = *m_row.verdict;
        const int y = m_y - (m_row.continues ? 0 : m_theme.metrics().messagePadY) + 2;
        const int right = m_left + m_body;
        const int line = y + (kInlineVerdict - kHead) / 2;
        int x = m_left;
        const auto place = [&](int width, int height, int gap) {
            const QRect rect(x, line + (kHead - height) / 2, qBound(0, width, right - x), height);
            x += rect.width() + gap;
            return rect;
        };
        const int intent = textWidth(m_theme.boldFont(TextRole::Caption), verdict.intent);
        m_out.intent = place(qMin(intent, m_body / 3), kHead, space::x2);
        m_out.decision = place(chipSize(m_theme, verdict.decision).width(), kHead, kRight);
        const QSize meter = confidenceSize(m_theme);
        m_out.confidence = place(meter.width(), meter.height(), kRight);
        const QSize emotion = emotionSize(m_theme, verdict.emotion);
        m_out.emotion = place(emotion.width(), emotion.height(), kRight);
        if (!verdict.reasons.isEmpty() && right - x > 40)
            m_out.reasons.append(place(right - x, 16, 0));
        m_out.verdictInline = true;
        m_out.verdict = QRect(m_left, y, m_body, kInlineVerdict);
        m_y += 2 + kInlineVerdict;
    }

    void hoverBar()
    {
        if (m_row.kind != RowKind::Message)
            return;
        if (m_row.canCorrect)
            m_out.hoverActions.append(RowAction::Correct);
        if (m_row.canQuote)
            m_out.hoverActions.append(RowAction::Quote);
        if (m_row.recallUntil.isSet())
            m_out.hoverActions.append(RowAction::Recall);
        m_out.hoverActions.append(RowAction::More);
        m_out.hoverLabels = !isInline(m_out.width) && !m_row.verdict;
        placeHoverItems();
    }

    void placeHoverItems()
    {
        int width = 2;
        QList<int> widths;
        for (RowAction action : m_out.hoverActions) {
            const bool labelled = m_out.hoverLabels && action == RowAction::Correct;
            widths.append(labelled ? correctWidth() : kHoverItem);
            width += widths.last();
        }
        // Beside the body when no verdict stands there, else in the free part of the head line.
        int right = rowContentRight(m_out.width);
        int top = m_row.continued ? 0 : kAvatarTop;
        if (!m_out.hoverLabels) {
            right = m_out.link.isNull() ? m_left + m_body : m_out.link.left() - kGap;
            if (m_row.linkWeak)
                right = m_out.link.left() - kGap;
            top = m_row.continued ? -4 : -3;
        }
        m_out.hoverBar = QRect(right - width, top, width, kHoverHeight);
        int x = m_out.hoverBar.left() + 1;
        for (int item : widths) {
            m_out.hoverItems.append(QRect(x, top, item, kHoverHeight));
            x += item;
        }
    }

    int correctWidth() const
    {
        return 2 * space::x2 + component::iconSmall + 2 * space::x1 + caption(RowWords::correct())
            + keyCapSize(m_theme, u"Ctrl+E"_s).width();
    }

    const RowContent &m_row;
    const Theme &m_theme;
    const int m_left;
    const int m_body;
    int m_y = 0;
    RowLayout m_out;
};

RowLayout layoutDay(const RowContent &row, int width, const Theme &theme)
{
    RowLayout out;
    out.width = width;
    out.height = kDayRow;
    const int text = textWidth(theme.font(TextRole::Caption), row.title);
    out.title = QRect(layout::laneGutter, 0, text, kDayRow);
    out.box = QRect(out.title.right() + 1 + space::x2, kDayRow / 2,
                    qMax(0, rowContentRight(width) - out.title.right() - 1 - space::x2), 1);
    return out;
}

RowLayout layoutSystem(const RowContent &row, int width, const Theme &theme)
{
    RowLayout out;
    out.width = width;
    out.height = component::systemRow;
    const int right = rowContentRight(width);
    out.icon = QRect(layout::laneGutter, 0, component::iconSmall, out.height);
    int x = out.icon.right() + 1 + kGap;
    const int title = textWidth(theme.font(TextRole::Caption), row.title);
    out.title = QRect(x, 0, qMin(title, qMax(0, right - x)), out.height);
    x = out.title.right() + 1 + kGap;
    out.detail = QRect(x, 0, qMax(0, right - x), out.height);
    return out;
}

///  [›  (B) 2 条  (C) 2 条  +12 闲聊  why …                          展开]   dashed
RowLayout layoutFold(const RowContent &row, int width, const Theme &theme)
{
    RowLayout out;
    out.width = width;
    out.height = component::foldRow;
    const QFont font = theme.font(TextRole::Caption);
    const int right = rowContentRight(width);
    out.box = QRect(layout::laneGutter, 3, qMax(40, right - layout::laneGutter), 22);
    int x = out.box.left() + space::x2;
    const auto place = [&](int wide, int gap) {
        const QRect rect(x, out.box.top(), qBound(0, wide, out.box.right() - x), 22);
        x += rect.width() + gap;
        return rect;
    };
    out.icon = place(component::iconTiny, space::x2);
    if (!row.folded.isEmpty()) {
        const int open = textWidth(font, RowWords::unfold());
        out.unfold = QRect(out.box.right() - space::x2 - open, out.box.top(), open, 22);
    }
    const int end = (out.unfold.isNull() ? out.box.right() : out.unfold.left()) - space::x2;
    // Before the way to see them all; what does not fit is counted, "+9".
    const int room = end - textWidth(font, u"+99"_s) - textWidth(font, row.title) - 2 * space::x2;
    for (const FoldedLane &lane : row.folded) {
        const QString count = lane.count > 0 ? RowWords::messages(lane.count) : QString();
        const int words = textWidth(font, count);
        if (!out.badges.isEmpty() && x + component::laneBadge + words + 2 * space::x1 > room)
            break;
        out.badges.append(place(component::laneBadge, space::x1));
        out.badgeCounts.append(place(words, space::x1));
    }
    if (const auto left = row.folded.size() - out.badges.size(); left > 0)
        out.moreBadges = place(textWidth(font, u"+%1"_s.arg(left)), space::x1);
    out.title = place(textWidth(font, row.title), space::x2);
    out.detail = QRect(x, out.box.top(), qMax(0, end - x), 22);
    return out;
}

} // namespace

int rowContentRight(int width)
{
    const int most = bodyLeft() + layout::timelineTextMax + kRight + layout::verdictColumn;
    return qMin(width - kRight, most);
}

RowLayout layoutRow(const RowContent &row, int width, const Theme &theme)
{
    switch (row.kind) {
    case RowKind::Day:
    case RowKind::News:
        return layoutDay(row, width, theme);
    case RowKind::System:
        return layoutSystem(row, width, theme);
    case RowKind::Fold:
        return layoutFold(row, width, theme);
    case RowKind::Message:
    case RowKind::Note:
    case RowKind::Pending:
        break;
    }
    return MessageLayouter(row, width, theme).run();
}

} // namespace quntai
