// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme/theme.h"

#include "widgets/common/theme/iconset.h"

#include <QIconEngine>
#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

struct TypeStep
{
    int size, line;
    bool bold;
};

/// Enum order of TextRole.
constexpr std::array kTypeScale{
    TypeStep{11, 16, false}, // Micro
    TypeStep{12, 16, false}, // Caption
    TypeStep{13, 20, false}, // Ui
    TypeStep{13, 20, true},  // UiStrong
    TypeStep{14, 22, false}, // Message
    TypeStep{15, 22, true},  // Title
    TypeStep{20, 28, true},  // Metric
    TypeStep{28, 36, true},  // Display
};

constexpr std::array kDurations{120, 120, 80, 160, 600};

TypeStep stepFor(TextRole role, Density density)
{
    if (role == TextRole::Message && density == Density::Compact)
        return kTypeScale[size_t(TextRole::Ui)];
    return kTypeScale[size_t(role)];
}

QFont fontOf(const TypeStep &step)
{
    QFont font;
    font.setFamilies(
        {u"Noto Sans CJK SC"_s, u"PingFang SC"_s, u"Microsoft YaHei UI"_s, u"sans-serif"_s});
    font.setPixelSize(step.size);
    font.setWeight(step.bold ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Counters redraw in place every second: all digits take the same room.
    font.setFeature(QFont::Tag("tnum"), 1);
    return font;
}

/// Renders at the exact device size asked for, so icons in stock widgets stay sharp.
class ThemedIconEngine : public QIconEngine
{
public:
    ThemedIconEngine(std::shared_ptr<const IconSet> icons, Icon icon, QColor normal,
                     QColor disabled)
        : m_icons(std::move(icons)), m_icon(icon), m_normal(normal), m_disabled(disabled)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const int size = qMin(rect.width(), rect.height());
        const QPixmap pixmap = render(size, mode, painter->device()->devicePixelRatio());
        QRect target(0, 0, size, size);
        target.moveCenter(rect.center());
        painter->drawPixmap(target, pixmap);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        return render(qMin(size.width(), size.height()), mode, scale);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QIconEngine *clone() const override { return new ThemedIconEngine(*this); }
    bool isNull() override { return false; }

private:
    QPixmap render(int size, QIcon::Mode mode, qreal scale) const
    {
        const QColor color = mode == QIcon::Disabled ? m_disabled : m_normal;
        return m_icons->pixmap(m_icon, color, size, scale);
    }

    std::shared_ptr<const IconSet> m_icons;
    Icon m_icon;
    QColor m_normal;
    QColor m_disabled;
};

} // namespace

struct Theme::Fonts
{
    explicit Fonts(Density density)
    {
        for (size_t i = 0; i < kTypeScale.size(); ++i) {
            plain[i] = fontOf(stepFor(TextRole(i), density));
            bold[i] = plain[i];
            bold[i].setWeight(QFont::Bold);
        }
    }

    std::array<QFont, kTypeScale.size()> plain;
    std::array<QFont, kTypeScale.size()> bold;
};

Theme::Theme(std::shared_ptr<const ThemeColors> colors, std::shared_ptr<const IconSet> icons)
    : m_colors(std::move(colors)), m_icons(std::move(icons)),
      m_fonts(std::make_shared<Fonts>(m_density))
{
}

Theme Theme::withDensity(Density density) const
{
    Theme copy = *this;
    copy.m_density = density;
    copy.m_fonts = std::make_shared<Fonts>(density);
    return copy;
}

Theme Theme::withReducedMotion(bool reduced) const
{
    Theme copy = *this;
    copy.m_reducedMotion = reduced;
    return copy;
}

ToneColors Theme::tone(Tone tone) const
{
    using enum ColorRole;
    const auto of = [this](ColorRole a, ColorRole b, ColorRole c, ColorRole d, ColorRole e) {
        return ToneColors{color(a), color(b), color(c), color(d), color(e)};
    };
    switch (tone) {
    case Tone::Accent:
        return of(AccentSolid, AccentOn, AccentFg, AccentTint, AccentBorder);
    case Tone::Bot:
        return of(BotSolid, BotOn, BotFg, BotTint, BotBorder);
    case Tone::Agent:
        return of(AgentSolid, AgentOn, AgentFg, AgentTint, AgentBorder);
    case Tone::Note:
        return of(NoteSolid, NoteOn, NoteFg, NoteTint, NoteBorder);
    case Tone::Success:
        return of(SuccessSolid, SuccessOn, SuccessFg, SuccessTint, SuccessBorder);
    case Tone::Warning:
        return of(WarningSolid, WarningOn, WarningFg, WarningTint, WarningBorder);
    case Tone::Danger:
        return of(DangerSolid, DangerOn, DangerFg, DangerTint, DangerBorder);
    case Tone::Neutral:
        break;
    }
    return of(CustomerSolid, CustomerOn, CustomerFg, CustomerTint, CustomerBorder);
}

const LaneColors &Theme::lane(int index) const
{
    const int wrapped = ((index % kLaneCount) + kLaneCount) % kLaneCount;
    return m_colors->lanes[size_t(wrapped)];
}

QColor Theme::emotion(int level) const
{
    using enum ColorRole;
    constexpr std::array steps{Emotion0, Emotion25, Emotion50, Emotion75, Emotion100};
    return color(steps[size_t(qBound(0, level, 99) / 20)]);
}

QColor Theme::emotionText(int level) const
{
    if (level >= meter::emotionDanger)
        return color(ColorRole::DangerFg);
    return color(level >= 40 ? ColorRole::WarningFg : ColorRole::TextSecondary);
}

QColor Theme::confidence(int permille, int threshold) const
{
    if (permille >= threshold)
        return color(ColorRole::ConfidenceHigh);
    return color(permille >= meter::confidenceMid ? ColorRole::ConfidenceMid
                                                  : ColorRole::ConfidenceLow);
}

const QFont &Theme::font(TextRole role) const
{
    return m_fonts->plain[size_t(role)];
}

const QFont &Theme::boldFont(TextRole role) const
{
    return m_fonts->bold[size_t(role)];
}

int Theme::lineHeight(TextRole role) const
{
    return stepFor(role, m_density).line;
}

const DensityMetrics &Theme::metrics() const
{
    return m_density == Density::Compact ? kCompact : kComfortable;
}

int Theme::duration(Motion motion) const
{
    return m_reducedMotion ? 0 : kDurations[size_t(motion)];
}

void Theme::paintIcon(QPainter &painter, const QRectF &rect, Icon icon, const QColor &color,
                      int size) const
{
    const qreal dpr = painter.device()->devicePixelRatio();
    const QPixmap pixmap = m_icons->pixmap(icon, color, size, dpr);
    // On the device's pixel grid, or thin strokes blur.
    const auto snap = [dpr](qreal v) { return qRound(v * dpr) / dpr; };
    const QPointF topLeft(snap(rect.center().x() - size / 2.0),
                          snap(rect.center().y() - size / 2.0));
    painter.drawPixmap(topLeft, pixmap);
}

void Theme::paintIcon(QPainter &painter, const QRectF &rect, Icon icon, ColorRole role,
                      int size) const
{
    paintIcon(painter, rect, icon, color(role), size);
}

QIcon Theme::icon(Icon icon, ColorRole role) const
{
    return QIcon(new ThemedIconEngine(m_icons, icon, color(role), color(ColorRole::TextDisabled)));
}

} // namespace quntai
