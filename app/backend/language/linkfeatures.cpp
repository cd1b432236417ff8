// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/linkfeatures.h"

#include <algorithm>
#include <array>
#include <bit>

namespace quntai {

namespace {

constexpr int cueCount = 13;
constexpr int distanceSteps = 13;
constexpr int timeSteps = 9;

/** Kinds of features; each has as many steps as sizes says. "I" is the message to be linked, "they"
 * the candidate and its speaker. */
enum Group {
    // Whichever is chosen.
    MyCues, // what my words do
    MyLength,
    MyAddressed,    // how many I name
    MyLeads,        // I begin by naming somebody
    MyTurns,        // how often I spoke in the window
    MyLastDistance, // to what I said last
    MyLastTime,
    MyLastCues,
    MyJoin,        // I came in and have not spoken since
    ToMeSince,     // how many named me since
    NamedDistance, // to the last message of somebody I name
    BeforeMine,    // whether the newest message is mine
    BeforeTime,
    Busy, // how many speakers among the last 20 messages
    // Nothing is continued.
    Self,
    // The pair.
    Distance,
    Time,
    SameSpeaker,
    IName,
    ILead,
    TheyName, // they name me
    TheyLead,
    TheyAddress,      // how many they name
    NamesOther,       // I name people, but not them
    SameTarget,       // we name the same person
    LatestToMe,       // the last in which they name me
    LatestToMeUnseen, // and I have not spoken since
    Partner,          // whom I named last
    LastToMe,         // who named me last
    LatestNamed,      // the last thing somebody I name said
    LatestPartner,
    MyLatest,  // the last thing I said
    MineAfter, // how many of mine came between
    TheirsAfter,
    ToThemAfter, // how many between name them
    ToThemByMe,
    ToMeAfter,
    OnlyThem, // all between are theirs
    OnlyMe,
    OnlyUs,
    AfterMyLast,
    LatestOther,    // the newest message that is not mine
    FollowedByThem, // the next one is theirs too
    SameMinuteRun,
    FollowsThem,
    Shared, // how many terms we share
    SharedCommon,
    Rarity,      // how rare these are in the window
    BestShared,  // nothing shares rarer ones
    TheirShared, // most that any message of theirs shares
    TheirCues,
    TheirLength,
    TheirFirst, // the first thing they said in the window
    TheirTurns,
    TheirTarget, // with whom they talk
    HelpsSame,   // they talk to whom I talk to
    GroupCount
};

constexpr std::array<int, GroupCount> sizes = [] {
    std::array<int, GroupCount> of{};
    of.fill(1);
    of[MyCues] = of[TheirCues] = of[MyLastCues] = cueCount;
    of[MyLength] = of[TheirLength] = 6;
    of[MyAddressed] = of[TheyAddress] = 3;
    of[MyTurns] = of[TheirTurns] = 5;
    of[MyLastDistance] = of[NamedDistance] = of[Distance] = distanceSteps;
    of[MyLastTime] = of[Time] = of[BeforeTime] = timeSteps;
    of[ToMeSince] = 4;
    of[BeforeMine] = 2;
    of[Busy] = 5;
    of[MineAfter] = of[TheirsAfter] = of[ToThemAfter] = of[ToThemByMe] = of[ToMeAfter] = 4;
    of[Shared] = of[SharedCommon] = 4;
    of[Rarity] = 6;
    of[TheirTarget] = of[TheirShared] = 4;
    return of;
}();

constexpr std::array<int, GroupCount + 1> firsts = [] {
    std::array<int, GroupCount + 1> of{};
    for (int i = 0; i < GroupCount; ++i)
        of[size_t(i) + 1] = of[size_t(i)] + sizes[size_t(i)];
    return of;
}();

// Every group holds at most once, but for the cues: two lists of mine, one of theirs.
static_assert(Self + 2 * cueCount <= int(ActiveFeatures::most));
static_assert(GroupCount - Self + cueCount <= int(ActiveFeatures::most));

template <size_t N>
constexpr int stepOf(qint64 value, const std::array<int, N> &ends)
{
    int step = 0;
    for (const int end : ends)
        step += value > end;
    return step;
}

int distanceStep(int distance)
{
    static constexpr auto steps = [] {
        std::array<quint8, linkWindow + 1> of{};
        for (int each = 0; each <= linkWindow; ++each)
            of[size_t(each)]
                = quint8(stepOf<12>(each, {1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 50, 99}));
        return of;
    }();
    return steps[size_t(distance)];
}

int timeStep(qint64 ms)
{
    return stepOf<8>(ms / 60000, {0, 1, 2, 4, 7, 14, 29, 59});
}

int lengthStep(int words)
{
    return stepOf<5>(words, {1, 2, 4, 8, 16});
}

int turnStep(int turns)
{
    return stepOf<4>(turns, {0, 1, 2, 5});
}

int few(int count)
{
    return std::min(count, 3);
}

void put(ActiveFeatures &into, Group group, int step = 0)
{
    into.push_back(quint16(firsts[group] + step));
}

void putIf(ActiveFeatures &into, bool is, Group group)
{
    into.push_back_if(is, quint16(firsts[group]));
}

void putCues(ActiveFeatures &into, Group group, quint32 cues)
{
    for (auto rest = cues & ((1U << cueCount) - 1); rest != 0; rest &= rest - 1)
        put(into, group, std::countr_zero(rest));
}

/** Which of the first, at most 32, the second has too, as bits. No branch hangs on hashes. */
quint32 sharedOf(const std::vector<quint32> &a, const std::vector<quint32> &b)
{
    quint32 shared = 0;
    for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        const auto mine = a[i];
        const auto other = b[j];
        shared |= quint32(mine == other) << i;
        i += mine <= other;
        j += other <= mine;
    }
    return shared;
}

/** One walk back through the window. */
class Walk
{
public:
    Walk(std::span<const Utterance *const> before, const Utterance &now)
        : m_before(before), m_now(now), m_me(now.speaker)
    {
    }

    LinkQuestion walk()
    {
        survey();
        LinkQuestion question;
        question.candidates.reserve(m_shared.size() + 1);
        describeMe(question.shared);
        LinkCandidate none;
        put(none.features, Self);
        question.candidates.push_back(none);
        for (int at = int(m_before.size()) - 1; at >= 0 && m_distance < linkWindow; --at) {
            const auto &other = *m_before[size_t(at)];
            if (other.has(CueSystem))
                continue;
            ++m_distance;
            question.candidates.push_back({at, {}});
            describe(question.candidates.back().features, at, other);
            pass(other);
        }
        if (m_bestShared > 0) {
            for (const auto index : m_bestAt)
                put(question.candidates[index].features, BestShared);
        }
        return question;
    }

private:
    struct Person
    {
        int number;
        int turns = 0;      // in the whole window
        int after = 0;      // later than where the walk is
        int namedAfter = 0; // by anybody
        int namedByMe = 0;
        int target = -1; // whom they named last, in the whole window
        int shared = 0;  // most terms that a message of theirs shares
        bool toMeAfter = false;
    };

    Person &person(int number)
    {
        for (auto &one : m_people) {
            if (one.number == number)
                return one;
        }
        m_people.push_back({number});
        return m_people.back();
    }

    void survey()
    {
        m_people.reserve(64);
        m_shared.reserve(std::min(m_before.size(), size_t(linkWindow)));
        m_spread.assign(m_now.terms.size(), 0);
        int distance = 0;
        for (int at = int(m_before.size()) - 1; at >= 0 && distance < linkWindow; --at) {
            const auto &other = *m_before[size_t(at)];
            if (other.has(CueSystem)) {
                m_joined = m_joined || (other.speaker == m_me && m_mineAt < 0);
                continue;
            }
            ++distance;
            m_newest = m_newest < 0 ? at : m_newest;
            auto &speaker = person(other.speaker);
            if (++speaker.turns == 1 && distance <= 20)
                ++m_busy;
            surveySpeaker(speaker, other);
            if (other.speaker == m_me)
                surveyMine(other, at, distance);
            else
                surveyOther(other, distance);
        }
    }

    void surveySpeaker(Person &speaker, const Utterance &other)
    {
        const auto shared = sharedOf(m_now.terms, other.terms);
        for (auto rest = shared; rest != 0; rest &= rest - 1)
            ++m_spread[size_t(std::countr_zero(rest))];
        m_shared.push_back(shared);
        speaker.shared = std::max(speaker.shared, std::popcount(shared));
        if (speaker.target < 0 && !other.addressed.empty())
            speaker.target = other.addressed.front();
    }

    void surveyMine(const Utterance &mine, int at, int distance)
    {
        if (m_mineAt < 0) {
            m_mineAt = at;
            m_mineDistance = distance;
        }
        if (m_target < 0 && !mine.addressed.empty())
            m_target = mine.addressed.front();
    }

    void surveyOther(const Utterance &other, int distance)
    {
        if (other.names(m_me)) {
            m_caller = m_caller < 0 ? other.speaker : m_caller;
            m_toMeSince += m_mineAt < 0;
        }
        if (m_namedDistance == 0 && m_now.names(other.speaker))
            m_namedDistance = distance;
    }

    void describeMe(ActiveFeatures &into)
    {
        putCues(into, MyCues, m_now.cues);
        put(into, MyLength, lengthStep(m_now.words));
        put(into, MyAddressed, std::min<int>(2, int(m_now.addressed.size())));
        putIf(into, m_now.leads, MyLeads);
        put(into, MyTurns, turnStep(person(m_me).turns));
        putIf(into, m_joined, MyJoin);
        put(into, ToMeSince, few(m_toMeSince));
        put(into, Busy, stepOf<4>(m_busy, {1, 2, 4, 7}));
        if (m_mineAt >= 0) {
            const auto &mine = *m_before[size_t(m_mineAt)];
            put(into, MyLastDistance, distanceStep(m_mineDistance));
            put(into, MyLastTime, timeStep(m_now.at - mine.at));
            putCues(into, MyLastCues, mine.cues);
        }
        if (m_namedDistance > 0)
            put(into, NamedDistance, distanceStep(m_namedDistance));
        if (m_newest >= 0) {
            const auto &newest = *m_before[size_t(m_newest)];
            put(into, BeforeMine, newest.speaker == m_me);
            put(into, BeforeTime, timeStep(m_now.at - newest.at));
        }
    }

    void describe(ActiveFeatures &into, int at, const Utterance &other)
    {
        const bool same = other.speaker == m_me;
        const auto &speaker = person(other.speaker);
        put(into, Distance, distanceStep(m_distance));
        put(into, Time, timeStep(m_now.at - other.at));
        putIf(into, same, SameSpeaker);
        putCues(into, TheirCues, other.cues);
        put(into, TheirLength, lengthStep(other.words));
        put(into, TheyAddress, std::min<int>(2, int(other.addressed.size())));
        put(into, TheirTurns, turnStep(speaker.turns));
        putIf(into, speaker.turns == speaker.after + 1, TheirFirst);
        put(into, TheirTarget, targetOf(speaker));
        putIf(into, m_target >= 0 && !same && other.names(m_target), HelpsSame);
        put(into, TheirShared, few(speaker.shared));
        describeNames(into, other, speaker, same);
        describeBetween(into, at, other, speaker, same);
        describeWords(into, other);
    }

    void describeNames(ActiveFeatures &into, const Utterance &other, const Person &speaker,
                       bool same)
    {
        const bool named = m_now.names(other.speaker);
        const bool toMe = other.names(m_me);
        putIf(into, named, IName);
        putIf(into, named && m_now.leads && m_now.addressed.front() == other.speaker, ILead);
        putIf(into, toMe, TheyName);
        putIf(into, toMe && other.leads && other.addressed.front() == m_me, TheyLead);
        putIf(into, !named && !m_now.addressed.empty(), NamesOther);
        putIf(into, sharesTarget(other), SameTarget);
        putIf(into, toMe && !speaker.toMeAfter, LatestToMe);
        putIf(into, toMe && !speaker.toMeAfter && m_mineAfter == 0, LatestToMeUnseen);
        putIf(into, other.speaker == m_target, Partner);
        putIf(into, other.speaker == m_caller, LastToMe);
        putIf(into, named && speaker.after == 0, LatestNamed);
        const bool isPartner = other.speaker == m_target || other.speaker == m_caller;
        putIf(into, isPartner && speaker.after == 0, LatestPartner);
        putIf(into, same && speaker.after == 0, MyLatest);
    }

    /** With whom its speaker talks: nobody, me, one I talk with too, another. */
    int targetOf(const Person &speaker) const
    {
        if (speaker.target < 0)
            return 0;
        if (speaker.target == m_me)
            return 1;
        return m_now.names(speaker.target) || speaker.target == m_target ? 2 : 3;
    }

    bool sharesTarget(const Utterance &other) const
    {
        return std::ranges::any_of(m_now.addressed,
                                   [&](int person) { return other.names(person); });
    }

    void describeBetween(ActiveFeatures &into, int at, const Utterance &other,
                         const Person &speaker, bool same)
    {
        put(into, MineAfter, few(m_mineAfter));
        put(into, TheirsAfter, few(speaker.after));
        put(into, ToThemAfter, few(speaker.namedAfter));
        put(into, ToThemByMe, few(speaker.namedByMe));
        put(into, ToMeAfter, few(m_toMeAfter));
        const int between = m_distance - 1;
        putIf(into, between > 0 && speaker.after == between, OnlyThem);
        putIf(into, between > 0 && m_mineAfter == between, OnlyMe);
        putIf(into, between > 0 && !same && m_mineAfter + speaker.after == between, OnlyUs);
        putIf(into, m_mineAfter == 0 && !same, AfterMyLast);
        putIf(into, !same && m_othersAfter == 0, LatestOther);
        putIf(into, m_next && m_next->speaker == other.speaker, FollowedByThem);
        putIf(into, m_next && m_next->speaker == other.speaker && m_next->at - other.at < 60000,
              SameMinuteRun);
        const bool follows = at > 0 && m_before[size_t(at) - 1]->speaker == other.speaker;
        putIf(into, follows, FollowsThem);
    }

    void describeWords(ActiveFeatures &into, const Utterance &other)
    {
        const auto shared = m_shared[size_t(m_distance) - 1];
        int rarity = 0; // a term of this message only weighs 60, one of all near 0
        for (auto rest = shared; rest != 0; rest &= rest - 1)
            rarity += 60 / m_spread[size_t(std::countr_zero(rest))];
        put(into, Shared, few(std::popcount(shared)));
        put(into, Rarity, stepOf<5>(rarity, {0, 8, 20, 45, 90}));
        put(into, SharedCommon, stepOf<3>(std::popcount(sharedOf(m_now.common, other.common)), {0, 1, 3}));
        if (rarity > m_bestShared) {
            m_bestShared = rarity;
            m_bestAt.clear();
        }
        if (rarity == m_bestShared && rarity > 0)
            m_bestAt.push_back(size_t(m_distance));
    }

    void pass(const Utterance &other)
    {
        auto &speaker = person(other.speaker);
        ++speaker.after;
        const bool mine = other.speaker == m_me;
        m_mineAfter += mine;
        m_othersAfter += !mine;
        for (const int named : other.addressed) {
            auto &one = person(named);
            ++one.namedAfter;
            one.namedByMe += mine;
        }
        if (!mine && other.names(m_me)) {
            ++m_toMeAfter;
            person(other.speaker).toMeAfter = true;
        }
        m_next = &other;
    }

    std::span<const Utterance *const> m_before;
    const Utterance &m_now;
    int m_me;
    std::vector<Person> m_people;
    std::vector<int> m_spread; // by term of now: how many messages of the window hold it
    std::vector<quint32> m_shared; // by distance: a bit for each term of now it holds
    bool m_joined = false;
    int m_busy = 0;
    int m_newest = -1;
    int m_mineAt = -1;
    int m_mineDistance = 0;
    int m_target = -1; // whom this speaker named last
    int m_caller = -1; // who named this speaker last
    int m_toMeSince = 0;
    int m_namedDistance = 0;
    int m_distance = 0;
    int m_mineAfter = 0;
    int m_othersAfter = 0;
    int m_toMeAfter = 0;
    const Utterance *m_next = nullptr;
    int m_bestShared = 0;
    std::vector<size_t> m_bestAt;
};

} // namespace

const int linkFeatureCount = firsts[GroupCount];

LinkQuestion linkQuestionOf(std::span<const Utterance *const> before, const Utterance &now)
{
    return Walk(before, now).walk();
}

} // namespace quntai
