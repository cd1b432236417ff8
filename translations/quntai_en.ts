<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>Send budget used up, out in about %n s</source>
        <translation>
            <numerusform>Send budget used up, out in about %n s</numerusform>
            <numerusform>Send budget used up, out in about %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n chatter</source>
        <translation>
            <numerusform>+%n chatter</numerusform>
            <numerusform>+%n chatter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of other topics</source>
        <translation>
            <numerusform>%n message of other topics</numerusform>
            <numerusform>%n messages of other topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent in %n s</source>
        <translation>
            <numerusform>Sent in %n s</numerusform>
            <numerusform>Sent in %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopicSummary</name>
    <message numerus="yes">
        <source>The bot answered %n time(s)</source>
        <translation>
            <numerusform>The bot answered %n time</numerusform>
            <numerusform>The bot answered %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The bot answered %n time(s) from %1</source>
        <translation>
            <numerusform>The bot answered %n time from %1</numerusform>
            <numerusform>The bot answered %n times from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>it did not help %n person(s)</source>
        <translation>
            <numerusform>it did not help %n person</numerusform>
            <numerusform>it did not help %n persons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) to keep</source>
        <translation>
            <numerusform>%n promise to keep</numerusform>
            <numerusform>%n promises to keep</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::ActionBar</name>
    <message numerus="yes">
        <source>%n new message(s), look first</source>
        <translation>
            <numerusform>%n new message, look first</numerusform>
            <numerusform>%n new messages, look first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::CheckPanel</name>
    <message numerus="yes">
        <source>%1 (%n people)</source>
        <translation>
            <numerusform>%1 (%n person)</numerusform>
            <numerusform>%1 (%n people)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::Composer</name>
    <message numerus="yes">
        <source>%n new message(s), look first</source>
        <translation>
            <numerusform>%n new message, look first</numerusform>
            <numerusform>%n new messages, look first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everybody in the group is notified: %n member(s).</source>
        <translation>
            <numerusform>Everybody in the group is notified: %n member.</numerusform>
            <numerusform>Everybody in the group is notified: %n members.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::CorrectionDelegate</name>
    <message numerus="yes">
        <source>corrected %n time(s)</source>
        <translation>
            <numerusform>corrected %n time</numerusform>
            <numerusform>corrected %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::CustomerCard</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refund(s)</source>
        <translation>
            <numerusform>%n refund</numerusform>
            <numerusform>%n refunds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::DraftPanel</name>
    <message numerus="yes">
        <source>of this topic; %n other message(s) between not shown</source>
        <translation>
            <numerusform>of this topic; %n other message between not shown</numerusform>
            <numerusform>of this topic; %n other messages between not shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) changed; both texts are kept</source>
        <translation>
            <numerusform>%n character changed; both texts are kept</numerusform>
            <numerusform>%n characters changed; both texts are kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::EvidenceView</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::FlowEditor</name>
    <message numerus="yes">
        <source>%1 · and %n more</source>
        <translation>
            <numerusform>%1 · and %n more</numerusform>
            <numerusform>%1 · and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::GapView</name>
    <message numerus="yes">
        <source>Asked %n time(s) without an answer</source>
        <translation>
            <numerusform>Asked %n time without an answer</numerusform>
            <numerusform>Asked %n times without an answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::GroupHead</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::GroupNoticesForm</name>
    <message numerus="yes">
        <source>%n more; go on typing</source>
        <translation>
            <numerusform>%n more; go on typing</numerusform>
            <numerusform>%n more; go on typing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::GroupsChoice</name>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::HandBackPanel</name>
    <message numerus="yes">
        <source>%n promise(s) are open. The bot knows them and says nothing against them; it reminds people when they are due.</source>
        <translation>
            <numerusform>%n promise are open. The bot knows them and says nothing against them; it reminds people when they are due.</numerusform>
            <numerusform>%n promises are open. The bot knows them and says nothing against them; it reminds people when they are due.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::ImportView</name>
    <message numerus="yes">
        <source>%n row(s) taken in</source>
        <translation>
            <numerusform>%n row taken in</numerusform>
            <numerusform>%n rows taken in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n row(s)</source>
        <translation>
            <numerusform>Import %n row</numerusform>
            <numerusform>Import %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::NewsPill</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::NoticedCard</name>
    <message numerus="yes">
        <source>Anger spread in a group %n time(s)</source>
        <translation>
            <numerusform>Anger spread in a group %n time</numerusform>
            <numerusform>Anger spread in a group %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::QueuePanel</name>
    <message numerus="yes">
        <source>%n topic(s) moved</source>
        <translation>
            <numerusform>%n topic moved</numerusform>
            <numerusform>%n topics moved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::QueueView</name>
    <message numerus="yes">
        <source>%n offer(s) missed</source>
        <translation>
            <numerusform>%n offer missed</numerusform>
            <numerusform>%n offers missed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::ReviewPage</name>
    <message numerus="yes">
        <source>After %n minute(s) a person is fetched instead</source>
        <translation>
            <numerusform>After %n minute a person is fetched instead</numerusform>
            <numerusform>After %n minutes a person is fetched instead</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::SameCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::SameDecision</name>
    <message numerus="yes">
        <source>%n new message(s): open it first</source>
        <translation>
            <numerusform>%n new message: open it first</numerusform>
            <numerusform>%n new messages: open it first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::SearchPanel</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::ShiftDesk</name>
    <message numerus="yes">
        <source>%n topic(s) are offered to %1. What is not accepted within 20 s waits in the queue.</source>
        <translation>
            <numerusform>%n topic are offered to %1. What is not accepted within 20 s waits in the queue.</numerusform>
            <numerusform>%n topics are offered to %1. What is not accepted within 20 s waits in the queue.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::ShiftSheet</name>
    <message numerus="yes">
        <source>%1 · %n topic(s)</source>
        <translation>
            <numerusform>%1 · %n topic</numerusform>
            <numerusform>%1 · %n topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open promise(s)</source>
        <translation>
            <numerusform>%n open promise</numerusform>
            <numerusform>%n open promises</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::SimilarTable</name>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::StopDesk</name>
    <message numerus="yes">
        <source>It answers again in every group; %n text(s) that wait are sent.</source>
        <translation>
            <numerusform>It answers again in every group; %n text that wait are sent.</numerusform>
            <numerusform>It answers again in every group; %n texts that wait are sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::StudioDelegate</name>
    <message numerus="yes">
        <source>corrected %n time(s)</source>
        <translation>
            <numerusform>corrected %n time</numerusform>
            <numerusform>corrected %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::StudioList</name>
    <message numerus="yes">
        <source>Show %n dismissed</source>
        <translation>
            <numerusform>Show %n dismissed</numerusform>
            <numerusform>Show %n dismissed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::StudioPage</name>
    <message numerus="yes">
        <source>%n entries written to %1</source>
        <translation>
            <numerusform>%n entry written to %1</numerusform>
            <numerusform>%n entries written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::Toast</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::TopicCard</name>
    <message numerus="yes">
        <source>%n people wait</source>
        <translation>
            <numerusform>%n people wait</numerusform>
            <numerusform>%n people wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::TopicsPanel</name>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::TraySink</name>
    <message numerus="yes">
        <source>Quntai: %n waiting for you</source>
        <translation>
            <numerusform>Quntai: %n waiting for you</numerusform>
            <numerusform>Quntai: %n waiting for you</numerusform>
        </translation>
    </message>
</context>
</TS>
