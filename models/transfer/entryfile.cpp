// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transfer/entryfile.h"

#include "models/domain/entryrules.h"
#include "models/domain/entryslots.h"
#include "models/protocol/valuecodec.h"
#include "models/transfer/csv.h"

#include <QStringDecoder>
#include <QStringEncoder>

#include <array>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

const QByteArray utf8Mark("\xEF\xBB\xBF");

enum Column {
    AtId, AtVersion, AtState, AtCategory, AtQuestion, AtSimilar, AtAnswer, AtRisk, AtTags, AtRules,
    AtSlots, AtSteps, AtAct, AtFallback, columns
};

using Names = std::array<QString, 2>;  // by FileWords

const std::array<Names, columns> &headers()
{
    static const std::array<Names, columns> names{
        Names{u"id"_s, u"编号"_s},          Names{u"version"_s, u"版本"_s},
        Names{u"state"_s, u"状态"_s},       Names{u"category"_s, u"分类"_s},
        Names{u"question"_s, u"标准问"_s},  Names{u"similar"_s, u"相似问"_s},
        Names{u"answer"_s, u"答案"_s},      Names{u"risk"_s, u"风险"_s},
        Names{u"tags"_s, u"标签"_s},        Names{u"rules"_s, u"规则"_s},
        Names{u"slots"_s, u"槽位"_s},       Names{u"steps"_s, u"处理步骤"_s},
        Names{u"act"_s, u"先查询"_s},       Names{u"fallback"_s, u"查不到时"_s}};
    return names;
}

const std::array<Names, 6> &stateNames()
{
    static const std::array<Names, 6> names{
        Names{u"draft"_s, u"草稿"_s},    Names{u"review"_s, u"审核中"_s},
        Names{u"scheduled"_s, u"定时"_s}, Names{u"live"_s, u"生效"_s},
        Names{u"expired"_s, u"已过期"_s}, Names{u"retired"_s, u"已停用"_s}};
    return names;
}

const std::array<Names, 2> &riskNames()
{
    static const std::array<Names, 2> names{Names{u"low"_s, u"低"_s}, Names{u"high"_s, u"高"_s}};
    return names;
}

const std::array<Names, 3> &actNames()
{
    static const std::array<Names, 3> names{Names{u"none"_s, u"不查"_s}, Names{u"order"_s, u"订单"_s},
                                            Names{u"ticket"_s, u"工单"_s}};
    return names;
}

template <class Table>
int indexIn(const Table &table, QStringView word)
{
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (word.compare(table[i][0], Qt::CaseInsensitive) == 0 || word == table[i][1])
            return int(i);
    }
    return -1;
}

QStringList linesOf(const QString &cell)
{
    QStringList lines;
    for (auto line : cell.split(u'\n')) {
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (!line.trimmed().isEmpty())
            lines.append(line);
    }
    return lines;
}

QString joined(const QStringList &lines)
{
    QStringList flat;
    for (auto line : lines)
        flat.append(line.replace(u'\n', u' ').replace(u'\r', u' '));
    return flat.join(u'\n');
}

QStringList linesOf(const QList<EntryRule> &rules, FileWords words)
{
    QStringList lines;
    for (const auto &rule : rules)
        lines.append(lineOfRule(rule, words == FileWords::Chinese));
    return lines;
}

/** A line of JSON: like an entry, but people leave members out. */
struct EntryLine
{
    EntryId id;
    int version = -1;
    EntryState state = EntryState::Live;
    QString category;
    QString question;
    QStringList similar;
    QString answer;
    Risk risk = Risk::Low;
    QStringList tags;
    QList<EntryRule> rules;
    QList<Slot> slots_;
    QStringList steps;
    LookupKind act = LookupKind::None;
    QString fallback = {};

    bool operator==(const EntryLine &) const = default;
    static constexpr auto fields()
    {
        using E = EntryLine;
        return FieldList{optional("id", &E::id), optional("version", &E::version),
                          optional("state", &E::state), optional("category", &E::category),
                          required("question", &E::question), optional("similar", &E::similar),
                          required("answer", &E::answer), optional("risk", &E::risk),
                          optional("tags", &E::tags), optional("rules", &E::rules),
                          optional("slots", &E::slots_), optional("steps", &E::steps),
                          optional("act", &E::act), optional("fallback", &E::fallback)};
    }
};

class TableReader
{
public:
    /** Where each column stands; false without a question and an answer. */
    bool readHeader(const QStringList &cells)
    {
        m_places.fill(-1);
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const int column = indexIn(headers(), cells.at(i).trimmed());
            if (column >= 0)
                m_places[std::size_t(column)] = int(i);
        }
        return m_places[AtQuestion] >= 0 && m_places[AtAnswer] >= 0;
    }

    FileEntry read(const CsvRow &row)
    {
        FileEntry read;
        read.line = row.line;
        if (row.tooLong || row.open) {
            read.fault = row.tooLong ? ImportFault::RowTooLong : ImportFault::OpenQuote;
            return read;
        }
        m_cells = &row.cells;
        auto &entry = read.entry;
        entry.id.value = cell(AtId).trimmed();
        entry.category = cell(AtCategory).trimmed();
        entry.question = cell(AtQuestion);
        entry.similar = linesOf(cell(AtSimilar));
        entry.answer = cell(AtAnswer);
        entry.tags = linesOf(cell(AtTags));
        readWords(read);
        readRules(read);
        readSlots(read);
        entry.steps = linesOf(cell(AtSteps));
        entry.fallback = cell(AtFallback).trimmed();
        return read;
    }

private:
    QString cell(Column column) const
    {
        const int place = m_places[column];
        return place < 0 ? QString() : plainCell(m_cells->value(place));
    }

    void readWords(FileEntry &read) const
    {
        const auto refuse = [&](const QString &word) {
            read.fault = ImportFault::BadWord;
            read.detail = word.left(40);
        };
        if (const auto word = cell(AtState).trimmed(); !word.isEmpty()) {
            const int state = indexIn(stateNames(), word);
            state < 0 ? refuse(word) : void(read.entry.state = EntryState(state));
        }
        if (const auto word = cell(AtRisk).trimmed(); !word.isEmpty()) {
            const int risk = indexIn(riskNames(), word);
            risk < 0 ? refuse(word) : void(read.entry.risk = Risk(risk));
        }
        if (const auto word = cell(AtAct).trimmed(); !word.isEmpty()) {
            const int act = indexIn(actNames(), word);
            act < 0 ? refuse(word) : void(read.entry.act = LookupKind(act));
        }
        if (const auto word = cell(AtVersion).trimmed(); !word.isEmpty()) {
            read.entry.version = word.toInt(&read.versioned);
            if (!read.versioned || read.entry.version < 0)
                refuse(word);
        }
    }

    void readRules(FileEntry &read) const
    {
        for (const auto &line : linesOf(cell(AtRules))) {
            if (const auto rule = ruleOfLine(line)) {
                read.entry.rules.append(*rule);
            } else if (read.fault == ImportFault::None) {
                read.fault = ImportFault::BadWord;
                read.detail = line.left(40);
            }
        }
    }

    void readSlots(FileEntry &read) const
    {
        for (const auto &line : linesOf(cell(AtSlots))) {
            if (const auto slot = slotOfLine(line)) {
                read.entry.slots_.append(*slot);
            } else if (read.fault == ImportFault::None) {
                read.fault = ImportFault::BadWord;
                read.detail = line.left(40);
            }
        }
    }

    std::array<int, columns> m_places{};
    const QStringList *m_cells = nullptr;
};

void readTable(const QString &text, EntryFile &file)
{
    const auto rows = readCsv(text);
    TableReader reader;
    if (rows.isEmpty() || !reader.readHeader(rows.constFirst().cells)) {
        file.fault = ImportFault::NoHeader;
        file.faultLine = 1;
        return;
    }
    for (const auto &row : rows.sliced(1))
        file.rows.append(reader.read(row));
}

FileEntry readLine(simdjson::dom::parser &parser, QByteArrayView json, int number)
{
    FileEntry read;
    read.line = number;
    if (json.size() > csvRowLimit) {
        read.fault = ImportFault::RowTooLong;
        return read;
    }
    const auto line = parseStrict(parser, json).and_then(decodeValue<EntryLine>);
    if (!line) {
        read.fault = ImportFault::BadJson;
        read.detail = line.error().message.left(200);
        return read;
    }
    read.versioned = line->version >= 0;
    read.entry = {line->id, std::max(0, line->version), line->state, line->category,
                  line->question, line->similar, line->answer, line->risk, line->tags, {}, {}};
    read.entry.rules = line->rules;
    read.entry.slots_ = line->slots_;
    read.entry.steps = line->steps;
    read.entry.act = line->act;
    read.entry.fallback = line->fallback;
    return read;
}

void readLines(const QString &text, EntryFile &file)
{
    simdjson::dom::parser parser;
    int number = 0;
    for (const auto line : QStringView(text).split(u'\n')) {
        ++number;
        if (!line.trimmed().isEmpty())
            file.rows.append(readLine(parser, line.toUtf8(), number));
    }
}

/** The text in the first coding that fits; nothing when none does. */
std::optional<QString> decoded(const QByteArray &bytes, TextCoding &coding)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8(bytes);
    if (!utf8.hasError())
        return text;
    QStringDecoder chinese("GB18030");
    text = chinese(bytes);
    if (!chinese.isValid() || chinese.hasError())
        return std::nullopt;
    coding = TextCoding::Gb18030;
    return text;
}

QStringList cellsOf(const Entry &entry, FileWords words)
{
    const auto at = std::size_t(words);
    QStringList cells(columns);
    cells[AtId] = entry.id.value;
    cells[AtVersion] = QString::number(entry.version);
    cells[AtState] = stateNames()[std::size_t(entry.state)][at];
    cells[AtCategory] = entry.category;
    cells[AtQuestion] = entry.question;
    cells[AtSimilar] = joined(entry.similar);
    cells[AtAnswer] = entry.answer;
    cells[AtRisk] = riskNames()[std::size_t(entry.risk)][at];
    cells[AtTags] = joined(entry.tags);
    cells[AtRules] = joined(linesOf(entry.rules, words));
    cells[AtSlots] = joined(linesOfSlots(entry.slots_, words == FileWords::Chinese));
    cells[AtSteps] = joined(entry.steps);
    cells[AtAct] = entry.act == LookupKind::None ? QString()
                                                 : actNames()[std::size_t(entry.act)][at];
    cells[AtFallback] = entry.fallback;
    for (auto &cell : cells)
        cell = safeCell(cell);
    return cells;
}

QString tableOf(const QList<Entry> &entries, FileWords words)
{
    QStringList names;
    for (const auto &name : headers())
        names.append(name[std::size_t(words)]);
    auto text = csvLine(names);
    for (const auto &entry : entries)
        text += csvLine(cellsOf(entry, words));
    return text;
}

QByteArray jsonLinesOf(const QList<Entry> &entries)
{
    QByteArray bytes;
    for (const auto &entry : entries) {
        const EntryLine line{entry.id, entry.version, entry.state, entry.category, entry.question,
                             entry.similar, entry.answer, entry.risk, entry.tags, entry.rules,
                             entry.slots_, entry.steps, entry.act, entry.fallback};
        bytes += encodeValue(line) + '\n';
    }
    return bytes;
}

} // namespace

QByteArray writeEntries(const QList<Entry> &entries, EntryFormat format, TextCoding coding,
                        FileWords words)
{
    // By what JSON is: always UTF-8.
    if (format == EntryFormat::JsonLines)
        return jsonLinesOf(entries);
    const auto text = tableOf(entries, words);
    if (coding == TextCoding::Utf8)
        return utf8Mark + text.toUtf8();
    QStringEncoder encoder("GB18030");
    return encoder(text);
}

EntryFile readEntries(const QByteArray &bytes, EntryFormat format)
{
    EntryFile file;
    const auto refuse = [&](ImportFault fault, qsizetype at) {
        file.fault = fault;
        file.faultLine = int(QByteArrayView(bytes).first(at).count('\n')) + 1;
        return file;
    };
    if (bytes.size() > entryFileLimit)
        return refuse(ImportFault::FileTooBig, 0);
    if (const auto nul = bytes.indexOf('\0'); nul >= 0)
        return refuse(ImportFault::NulByte, nul);
    const auto text = decoded(bytes.startsWith(utf8Mark) ? bytes.sliced(3) : bytes, file.coding);
    if (!text)
        return refuse(ImportFault::Encoding, 0);
    if (format == EntryFormat::Csv)
        readTable(*text, file);
    else
        readLines(*text, file);
    return file;
}

} // namespace quntai
