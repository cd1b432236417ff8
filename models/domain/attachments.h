// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"

#include <QByteArray>

#include <optional>

namespace quntai {

// Pictures and files that people send with a text: what they may be, here and on each platform.

constexpr qsizetype mostAttachments = 6;                       //!< of one text
constexpr qint64 mostAttachmentBytes = 20LL * 1024 * 1024;     //!< of one file
/** So many bytes of a file tell what it is. */
constexpr qsizetype magicBytes = 64;

/** What bytes are, by how they begin; "application/octet-stream" when nothing fits. SVG and HTML
 * are never named: they could carry scripts. */
QByteArray contentTypeOf(QByteArrayView begin);
/** PNG, JPEG, GIF and WebP: what consoles show as a picture. */
bool isPicture(QByteArrayView contentType);
/** Programs and scripts by how they begin: nobody sends one to customers. */
bool isProgram(QByteArrayView begin);

/** Why a picture or file cannot go. */
enum class AttachmentProblem {
    Empty,          //!< there is nothing in it
    TooLarge,       //!< for us, or for the platform: see limit
    Program,        //!< a program or script
    PictureKind,    //!< a kind of picture the platform does not show
    Channel,        //!< the platform takes no pictures and files from us
    TooMany,        //!< more than mostAttachments
};
template <>
inline constexpr std::array<std::string_view, 6> enumWords<AttachmentProblem>{
    "empty", "too_large", "program", "picture_kind", "channel", "too_many"};

struct AttachmentRefusal
{
    AttachmentProblem problem = AttachmentProblem::Channel;
    qint64 limit = 0;  //!< bytes, with TooLarge

    bool operator==(const AttachmentRefusal &) const = default;
};

/** Why a file that begins so and is so large cannot go by a connector of this kind (Connector::kind),
 * or nothing. WeCom's AI bot: pictures of PNG, JPEG and GIF up to 2 MiB, files of 5 bytes to 20 MiB,
 * as its documentation of media uploads says; OneBot sets no limits of its own. */
std::optional<AttachmentRefusal> refusalOf(QStringView connectorKind, QByteArrayView begin,
                                           qint64 bytes);
/** The same for what a command names, whose bytes were looked at before; by name and size alone. */
std::optional<AttachmentRefusal> refusalOf(QStringView connectorKind, const Attachment &attachment);

/** Whether a connector of this kind sends pictures and files at all. */
bool takesAttachments(QStringView connectorKind);

/** The text, and what was read in or transcribed of what came with it, a line each: what a search
 * looks into. */
QString wholeText(const QString &text, const QList<Attachment> &attachments);

/** What a text with these attachments is called. */
MessageKind kindOf(const QString &text, const QList<Attachment> &attachments);

} // namespace quntai
