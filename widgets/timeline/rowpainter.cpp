// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/rowpainter.h"

#include "models/items/searchmodel.h"
#include "widgets/common/paint/avatar.h"
#include "widgets/common/paint/badges.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/timeline/picturepainter.h"
#include "widgets/timeline/rowwords.h"

#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kQuotePad = 8;

QColor blend(const QColor &from, const QColor &to, qreal share)
{
    const auto mix = [share](int a, int b) { return int(a + (b - a) * share); };
    return QColor(mix(from.red(), to.red()), mix(from.green(), to.green()),
                  mix(from.blue(), to.blue()));
}

class RowPainter
{
public:
    RowPainter(QPainter &painter, const Theme &theme, const LaidRow &row, const RowState &state)
        : m_painter(painter), m_theme(theme), m_row(row.content), m_at(row.layout), m_state(state)
    {
    }

    void run()
    {
        background();
        gutter();
        switch (m_row.kind) {
        case RowKind::Day:
            day(ColorRole::TextTertiary, ColorRole::BorderSubtle);
            break;
        case RowKind::News:
            day(ColorRole::AccentFg, ColorRole::AccentBorder);
            break;
        case RowKind::System:
            system();
            break;
        case RowKind::Fold:
            fold();
            break;
        case RowKind::Message:
        case RowKind::Note:
        case RowKind::Pending:
            message();
            break;
        }
        if (m_state.current)
            focusRing();
    }

private:
    QColor color(ColorRole role) const { return m_theme.color(role); }
    QColor ink(ColorRole role) const
    {
        return color(m_state.dimmed ? ColorRole::TextTertiary : role);
    }

    void text(const QRect &rect, const QString &words, ColorRole role, bool bold = false,
              TextRole font = TextRole::Caption)
    {
        if (rect.isEmpty())
            return;
        paintText(m_painter, rect, words, bold ? m_theme.boldFont(font) : m_theme.font(font),
                  ink(role));
    }

    /// An action in words; underlined under the pointer.
    void link(const QRect &rect, const QString &words, RowAction action, int index = 0)
    {
        if (rect.isEmpty())
            return;
        QFont font = m_theme.font(TextRole::Caption);
        font.setUnderline(m_state.hover.action == action && m_state.hover.index == index);
        paintText(m_painter, rect, words, font, color(ColorRole::TextLink));
    }

    void background()
    {
        const QRect area(0, 0, m_at.width, m_at.height);
        if (m_state.flash > 0)
            m_painter.fillRect(
                area,
                blend(color(ColorRole::SurfaceBase), color(ColorRole::AccentTint), m_state.flash));
    }

    void focusRing()
    {
        m_painter.save();
        m_painter.setPen(QPen(color(ColorRole::BorderFocus), component::focusRing));
        m_painter.setRenderHint(QPainter::Antialiasing);
        const int right = rowContentRight(m_at.width);
        const QRectF ring(layout::laneGutter - 4, 1, right + 6 - layout::laneGutter,
                          m_at.height - 2);
        m_painter.drawRoundedRect(ring, radius::control, radius::control);
        m_painter.restore();
    }

    void gutter()
    {
        paintRails(m_painter, m_theme, m_state.rails, m_at.height, m_at.nodeY, m_state.narrowLanes);
        if (!m_row.node || m_row.lane < 0 || (m_row.continued && !m_row.hollow))
            return;
        QRectF node(0, 0, component::laneBadge, component::laneBadge);
        node.moveCenter(QPointF(laneX(m_row.lane, m_state.narrowLanes), m_at.nodeY));
        paintLaneBadge(m_painter, m_theme, node, m_row.lane,
                       m_row.hollow ? LaneFill::Hollow : LaneFill::Solid, true);
    }

    void message()
    {
        head();
        if (!m_at.quote.isNull())
            quote();
        if (!m_at.card.isNull())
            card();
        for (qsizetype i = 0; i < m_at.attachments.size(); ++i)
            attachment(m_at.attachments[i], m_row.attachments[i]);
        if (!m_row.words.isEmpty())
            paintWordLines(m_painter, m_theme, m_at.words, m_row.wordsFrom, m_row.words);
        body();
        link(m_at.showMore, RowWords::showMore(), RowAction::ShowMore);
        footer();
        if (m_row.verdict)
            verdict();
        if (m_state.hovered && !m_at.hoverItems.isEmpty())
            hoverBar();
    }

    void head()
    {
        if (!m_at.avatar.isNull()) {
            const Tone tone = m_row.kind == RowKind::Note ? Tone::Agent : m_row.who;
            paintAvatar(m_painter, m_theme, m_at.avatar, {.name = m_row.name, .tone = tone});
        }
        text(m_at.name, m_row.name, ColorRole::TextPrimary, true);
        for (qsizetype i = 0; i < m_at.roles.size(); ++i)
            paintChip(m_painter, m_theme, m_at.roles[i], m_row.roles[i]);
        text(m_at.time, m_row.time, ColorRole::TextTertiary, false, TextRole::Micro);
        if (m_row.link && !m_at.link.isNull())
            paintChip(m_painter, m_theme, m_at.link, *m_row.link);
        if (m_row.second && !m_at.second.isNull())
            paintChip(m_painter, m_theme, m_at.second, *m_row.second);
        link(m_at.confirm, RowWords::confirm(), RowAction::ConfirmLink);
        link(m_at.move, RowWords::move(), RowAction::MoveTo);
    }

    void quote()
    {
        const QRect box = m_at.quote;
        paintBox(m_painter, box, radius::control, color(ColorRole::SurfaceSunken));
        m_painter.fillRect(QRect(box.left(), box.top(), 2, box.height()),
                           color(ColorRole::BorderStrong));
        text(box.adjusted(2 + kQuotePad, 0, -kQuotePad, 0), m_row.quote, ColorRole::TextSecondary);
    }

    void card()
    {
        const ToneColors tone = m_theme.tone(m_row.cardTone);
        const QColor fill = m_row.dashed ? color(ColorRole::SurfaceBase) : tone.tint;
        paintBox(m_painter, m_at.card, radius::card, fill, m_row.dashed ? tone.solid : tone.border,
                 m_row.dashed ? Qt::DashLine : Qt::SolidLine);
        if (!m_state.marked)
            return;
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(QPen(color(ColorRole::BorderFocus), component::focusRing));
        m_painter.drawRoundedRect(QRectF(m_at.card), radius::card, radius::card);
        m_painter.restore();
    }

    void attachment(const QRect &rect, const AttachmentBox &box)
    {
        if (box.isPicture())
            paintPicturePlace(m_painter, m_theme, rect, box, m_state);
        else
            file(rect, box);
        if (box.progress >= 0)
            progress(rect, box.progress);
    }

    /// How much of it the backend has.
    void progress(const QRect &rect, int permille)
    {
        const QRectF track(rect.left() + 4, rect.bottom() - 5, rect.width() - 8, 3);
        paintBox(m_painter, track, 1.5, color(ColorRole::BorderSubtle));
        QRectF done = track;
        done.setWidth(track.width() * permille / 1000.0);
        paintBox(m_painter, done, 1.5, color(ColorRole::AccentSolid));
    }

    void file(const QRect &rect, const AttachmentBox &box)
    {
        const bool wrong = !box.problem.isEmpty();
        paintBox(m_painter, rect, radius::control, color(ColorRole::SurfaceSunken),
                 color(wrong ? ColorRole::DangerBorder : ColorRole::BorderSubtle));
        const Icon icon = wrong                       ? Icon::Warn
            : box.kind == MessageKind::File           ? Icon::Doc
            : box.kind == MessageKind::Image          ? Icon::Image
                                                      : Icon::Play;
        const QRect left(rect.left() + 4, rect.top(), 32, rect.height());
        m_theme.paintIcon(m_painter, left, icon,
                          wrong ? ColorRole::DangerFg : ColorRole::TextSecondary,
                          component::iconNav);
        const QRect right = rect.adjusted(40, 4, -8, -4);
        const QRect upper(right.left(), right.top(), right.width(), right.height() / 2);
        text(upper, box.name.isEmpty() ? box.detail : box.name, ColorRole::TextPrimary);
        const QRect lower = upper.translated(0, upper.height());
        if (wrong)
            text(lower, box.problem, ColorRole::DangerFg);
        else if (!box.name.isEmpty())
            text(lower, box.detail, ColorRole::TextTertiary);
    }

    void body()
    {
        if (m_at.body.isEmpty())
            return;
        QList<QTextLayout::FormatRange> marks = findMarks();
        if (m_state.selectionEnd > m_state.selectionStart) {
            QTextCharFormat format;
            format.setBackground(color(ColorRole::AccentBorder));
            format.setForeground(color(ColorRole::TextPrimary));
            marks.append(
                {m_state.selectionStart, m_state.selectionEnd - m_state.selectionStart, format});
        }
        m_painter.setPen(ink(ColorRole::TextPrimary));
        m_at.body.layout()->draw(&m_painter, m_at.text.topLeft(), marks);
    }

    QList<QTextLayout::FormatRange> findMarks() const
    {
        QList<QTextLayout::FormatRange> marks;
        if (m_state.find.isEmpty())
            return marks;
        QTextCharFormat format;
        format.setBackground(color(m_state.found ? ColorRole::WarningSolid : ColorRole::NoteTint));
        format.setForeground(color(m_state.found ? ColorRole::WarningOn : ColorRole::NoteFg));
        for (const Span &span : findWords(m_at.body.shown(), m_state.find))
            marks.append({span.start, span.length, format});
        return marks;
    }

    void footer()
    {
        if (m_row.delivery && !m_at.delivery.isEmpty())
            delivery(*m_row.delivery);
        for (qsizetype i = 0; i < m_at.sources.size(); ++i)
            source(m_at.sources[i], m_row.sources[i], int(i));
        for (qsizetype i = 0; i < m_at.actions.size(); ++i)
            footerAction(m_at.actions[i], m_row.actions[i], int(i));
        if (!m_at.recall.isNull())
            recall();
        if (!m_at.ai.isNull()) {
            const QRect box = m_at.ai.adjusted(0, 1, 0, -1);
            paintBox(m_painter, box, radius::control, {}, color(ColorRole::BorderStrong));
            text(box.adjusted(5, 0, 0, 0), RowWords::ai(), ColorRole::TextSecondary);
        }
    }

    void delivery(const DeliveryLine &line)
    {
        const QColor ink = line.tone == Tone::Neutral ? color(ColorRole::TextSecondary)
                                                      : m_theme.tone(line.tone).fg;
        const QRect icon(m_at.delivery.left(), m_at.delivery.top(), component::iconSmall,
                         m_at.delivery.height());
        m_theme.paintIcon(m_painter, icon, line.icon, ink, component::iconSmall);
        paintText(m_painter, m_at.delivery.adjusted(component::iconSmall + 4, 0, 0, 0), line.text,
                  m_theme.font(TextRole::Caption), ink);
    }

    void source(QRect rect, const SourceRef &source, int index)
    {
        if (rect.width() < component::iconSmall + 24)
            return;
        const QRect icon(rect.left(), rect.top(), component::iconSmall, rect.height());
        const QColor ink = source.tone == Tone::Neutral ? color(ColorRole::TextSecondary)
                                                        : m_theme.tone(source.tone).fg;
        m_theme.paintIcon(m_painter, icon, source.icon, ink, component::iconSmall);
        rect.setLeft(icon.right() + 1 + 4);
        const bool hot =
            m_state.hover.action == RowAction::OpenEntry && m_state.hover.index == index;
        const QFont font = m_theme.font(TextRole::Caption);
        const int score = source.score.isEmpty() ? 0 : textWidth(font, source.score) + 4;
        const int used = paintText(m_painter, rect.adjusted(0, 0, -score, 0), source.title, font,
                                   hot ? color(ColorRole::TextLink) : ink);
        if (source.entry.isEmpty())
            return;
        QPen dots(color(ColorRole::TextTertiary), 1, hot ? Qt::SolidLine : Qt::DotLine);
        m_painter.setPen(dots);
        m_painter.drawLine(rect.left(), rect.bottom(), rect.left() + used - 1, rect.bottom());
        text(QRect(rect.left() + used + 4, rect.top(), score, rect.height()), source.score,
             ColorRole::TextTertiary);
    }

    void footerAction(const QRect &rect, const FooterAction &action, int index)
    {
        const int words = textWidth(m_theme.font(TextRole::Caption), action.text);
        link(QRect(rect.left(), rect.top(), words, rect.height()), action.text, action.action,
             index);
        if (action.keys.isEmpty())
            return;
        QRect cap({rect.left() + words + 4, 0}, keyCapSize(m_theme, action.keys));
        cap.moveTop(rect.center().y() - cap.height() / 2 + 1);
        paintKeyCap(m_painter, m_theme, cap, action.keys);
    }

    void recall()
    {
        const qint64 left = recallSecondsLeft(m_row, m_state.now);
        if (left <= 0)
            return;
        const qint64 span = qMax<qint64>(1, (m_row.recallUntil.ms - m_row.sentFrom.ms) / 1000);
        QRectF ring(0, 0, component::ringLarge, component::ringLarge);
        ring.moveCenter(QPointF(m_at.recall.left() + component::ringLarge / 2.0,
                                m_at.recall.top() + m_at.recall.height() / 2.0));
        paintRing(m_painter, m_theme, ring, int(left * 1000 / span),
                  color(ColorRole::TextSecondary));
        const QString words =
            m_row.kind == RowKind::Pending ? RowWords::sentIn(left) : RowWords::recall(left);
        text(m_at.recall.adjusted(component::ringLarge + 4, 0, 0, 0), words,
             ColorRole::TextSecondary);
    }

    void verdict()
    {
        const VerdictBox &verdict = *m_row.verdict;
        if (!m_at.verdictInline) {
            const ColorRole line = verdict.hot ? ColorRole::DangerSolid : ColorRole::BorderSubtle;
            paintVLine(m_painter, m_at.verdict.left(), m_at.verdict.top(),
                       m_at.verdict.bottom() + 1, color(line));
        }
        text(m_at.intent, verdict.intent, ColorRole::TextPrimary, true);
        if (m_at.decision.width() > 12)
            paintChip(m_painter, m_theme, m_at.decision, verdict.decision);
        paintConfidence(m_painter, m_theme, m_at.confidence, verdict.confidence, verdict.threshold);
        paintEmotion(m_painter, m_theme, m_at.emotion, verdict.emotion);
        for (qsizetype i = 0; i < m_at.reasons.size(); ++i) {
            const QString why =
                m_at.verdictInline ? verdict.reasons.join(u' ') : verdict.reasons[i];
            text(m_at.reasons[i], why, ColorRole::TextTertiary);
        }
    }

    void hoverBar()
    {
        paintBox(m_painter, m_at.hoverBar, radius::control, color(ColorRole::SurfaceOverlay),
                 color(ColorRole::BorderStrong));
        for (qsizetype i = 0; i < m_at.hoverItems.size(); ++i) {
            const RowAction action = m_at.hoverActions[i];
            QRect item = m_at.hoverItems[i];
            if (m_state.hover.action == action)
                m_painter.fillRect(item.adjusted(0, 1, 0, -1), color(ColorRole::SurfaceHover));
            if (i > 0)
                paintVLine(m_painter, item.left(), item.top() + 1, item.bottom(),
                           color(ColorRole::BorderSubtle));
            hoverItem(item, action);
        }
    }

    void hoverItem(QRect item, RowAction action)
    {
        const Icon icon = action == RowAction::Correct ? Icon::Edit
            : action == RowAction::Quote               ? Icon::Quote
            : action == RowAction::Recall              ? Icon::Undo
                                                       : Icon::More;
        const bool labelled = m_at.hoverLabels && action == RowAction::Correct;
        if (labelled)
            item = QRect(item.left() + space::x2, item.top(), component::iconSmall, item.height());
        m_theme.paintIcon(m_painter, item, icon, ColorRole::TextSecondary, component::iconSmall);
        if (!labelled)
            return;
        const int words = textWidth(m_theme.font(TextRole::Caption), RowWords::correct());
        const QRect label(item.right() + 1 + 4, item.top(), words, item.height());
        text(label, RowWords::correct(), ColorRole::TextSecondary);
        QRect cap({label.right() + 1 + 4, 0}, keyCapSize(m_theme, u"Ctrl+E"_s));
        cap.moveTop(item.center().y() - cap.height() / 2 + 1);
        paintKeyCap(m_painter, m_theme, cap, u"Ctrl+E"_s);
    }

    void day(ColorRole words, ColorRole line)
    {
        text(m_at.title, m_row.title, words);
        paintHLine(m_painter, m_at.box.left(), m_at.box.right(), m_at.box.top(), color(line));
    }

    void system()
    {
        const bool plain = m_row.tone == Tone::Neutral;
        const QColor ink = plain ? color(ColorRole::TextSecondary) : m_theme.tone(m_row.tone).fg;
        m_theme.paintIcon(m_painter, m_at.icon, m_row.icon, ink, component::iconSmall);
        paintText(m_painter, m_at.title, m_row.title, m_theme.font(TextRole::Caption), ink);
        text(m_at.detail, m_row.detail, ColorRole::TextTertiary);
    }

    void fold()
    {
        const bool hot = m_state.hovered;
        paintBox(m_painter, m_at.box, radius::control,
                 color(hot ? ColorRole::SurfaceHover : ColorRole::SurfaceSunken),
                 color(ColorRole::BorderSubtle), Qt::DashLine);
        m_theme.paintIcon(m_painter, m_at.icon, Icon::Right, ColorRole::TextTertiary,
                          component::iconTiny);
        for (qsizetype i = 0; i < m_at.badges.size(); ++i) {
            paintLaneBadge(m_painter, m_theme, m_at.badges[i], m_row.folded[i].lane);
            if (m_row.folded[i].count > 0)
                text(m_at.badgeCounts[i], RowWords::messages(m_row.folded[i].count),
                     ColorRole::TextTertiary);
        }
        if (!m_at.moreBadges.isNull())
            text(m_at.moreBadges, u"+%1"_s.arg(m_row.folded.size() - m_at.badges.size()),
                 ColorRole::TextTertiary);
        text(m_at.title, m_row.title, ColorRole::TextTertiary);
        text(m_at.detail, m_row.detail, ColorRole::TextTertiary);
        link(m_at.unfold, RowWords::unfold(), RowAction::Unfold);
    }

    QPainter &m_painter;
    const Theme &m_theme;
    const RowContent &m_row;
    const RowLayout &m_at;
    const RowState &m_state;
};

} // namespace

qint64 recallSecondsLeft(const RowContent &row, Instant now)
{
    if (!row.recallUntil.isSet() || now >= row.recallUntil)
        return 0;
    return (row.recallUntil.ms - now.ms + 999) / 1000;
}

void paintRails(QPainter &painter, const Theme &theme, const QList<RailPiece> &rails, int height,
                int nodeY, bool narrow)
{
    constexpr int dash = 3;
    for (const RailPiece &piece : rails) {
        const QColor &ink = theme.lane(piece.lane).rail;
        const int x = laneX(piece.lane, narrow) - layout::laneRail / 2;
        const int top = piece.part == RailPiece::Part::Below ? nodeY : 0;
        const int bottom = piece.part == RailPiece::Part::Above ? nodeY : height;
        if (!piece.dashed) {
            painter.fillRect(x, top, layout::laneRail, bottom - top, ink);
            continue;
        }
        for (int y = top; y < bottom; y += 2 * dash)
            painter.fillRect(x, y, layout::laneRail, qMin(dash, bottom - y), ink);
    }
}

void paintRow(QPainter &painter, const Theme &theme, const LaidRow &row, const RowState &state)
{
    RowPainter(painter, theme, row, state).run();
}

} // namespace quntai
