// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/similarmodel.h"

#include "widgets/common/paint/meters.h"
#include "widgets/common/paint/plaintext.h"

namespace quntai {

void SimilarModel::setCorrected(const QSet<QString> &questions)
{
    if (std::exchange(m_corrected, questions) != questions && !m_questions.isEmpty())
        Q_EMIT dataChanged(index(0, Origin), index(rowCount() - 1, Origin));
}

void SimilarModel::setQuestions(const QStringList &questions)
{
    if (questions == m_questions)
        return;
    beginResetModel();
    m_questions = questions;
    m_claims.clear();
    endResetModel();
}

int SimilarModel::add(const QStringList &questions)
{
    QStringList fresh;
    for (const auto &question : questions) {
        const auto line = cleanedText(question).simplified().left(longest);
        if (!line.isEmpty() && !m_questions.contains(line) && !fresh.contains(line)
            && m_questions.size() + fresh.size() < most)
            fresh.append(line);
    }
    if (fresh.isEmpty())
        return 0;
    const int at = rowCount();
    beginInsertRows({}, at, at + int(fresh.size()) - 1);
    m_questions += fresh;
    endInsertRows();
    Q_EMIT edited();
    return int(fresh.size());
}

void SimilarModel::removeAt(int row)
{
    if (row < 0 || row >= rowCount() || m_readOnly)
        return;
    beginRemoveRows({}, row, row);
    m_questions.removeAt(row);
    endRemoveRows();
    Q_EMIT edited();
}

void SimilarModel::refreshClaims()
{
    m_claims.clear();
    if (!m_questions.isEmpty())
        Q_EMIT dataChanged(index(0, Claimed), index(rowCount() - 1, Claimed));
}

std::optional<Overlap> SimilarModel::claim(int row) const
{
    const auto question = m_questions.value(row);
    auto found = m_claims.constFind(question);
    if (found == m_claims.cend())
        found = m_claims.insert(question, m_nearest ? m_nearest(question) : std::nullopt);
    return *found;
}

int SimilarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_questions.size());
}

int SimilarModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant SimilarModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.column() == Text && (role == Qt::DisplayRole || role == Qt::EditRole))
        return role == Qt::EditRole ? m_questions.at(index.row())
                                    : visibleText(m_questions.at(index.row()));
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == Origin)
        return isCorrected(index.row()) ? tr("From a correction") : QString();
    const auto other = claim(index.row());
    return other ? tr("Like %1, %2").arg(other->entry.value, confidenceText(other->likeness))
                 : QString();
}

bool SimilarModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || index.column() != Text || m_readOnly
        || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const auto line = cleanedText(value.toString()).simplified().left(longest);
    if (line.isEmpty()) {
        removeAt(index.row());
        return true;
    }
    if (m_questions.contains(line))
        return false;
    m_questions[index.row()] = line;
    Q_EMIT dataChanged(index, index.siblingAtColumn(Claimed));
    Q_EMIT edited();
    return true;
}

Qt::ItemFlags SimilarModel::flags(const QModelIndex &index) const
{
    const auto flags = QAbstractTableModel::flags(index);
    return index.column() == Text && !m_readOnly ? flags | Qt::ItemIsEditable : flags;
}

} // namespace quntai
