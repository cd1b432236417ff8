// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/attachments.h"

#include <algorithm>

namespace quntai {

namespace {

struct Magic
{
    std::string_view begin;
    std::string_view type;
};

using namespace std::string_view_literals;
constexpr std::array magics{
    Magic{"\x89PNG\r\n\x1a\n"sv, "image/png"sv},
    Magic{"\xFF\xD8\xFF"sv, "image/jpeg"sv},
    Magic{"GIF87a"sv, "image/gif"sv},
    Magic{"GIF89a"sv, "image/gif"sv},
    Magic{"%PDF-"sv, "application/pdf"sv},
    Magic{"PK\x03\x04"sv, "application/zip"sv},
    Magic{"#!AMR"sv, "audio/amr"sv},
    Magic{"ID3"sv, "audio/mpeg"sv},
};

// Windows, ELF, Mach-O of both byte orders and Java; scripts name who reads them.
constexpr std::array programs{"MZ"sv, "\x7F" "ELF"sv, "\xCF\xFA\xED\xFE"sv, "\xFE\xED\xFA\xCF"sv,
                              "\xCA\xFE\xBA\xBE"sv, "#!/"sv, "#! /"sv};

constexpr qint64 wecomPictureBytes = 2LL * 1024 * 1024;
constexpr qint64 wecomLeastBytes = 5;

std::string_view viewOf(QByteArrayView bytes)
{
    return {bytes.data(), std::size_t(bytes.size())};
}

bool isWebp(std::string_view bytes)
{
    return bytes.starts_with("RIFF"sv)
        && bytes.substr(std::min<std::size_t>(8, bytes.size())).starts_with("WEBP"sv);
}

std::optional<AttachmentRefusal> tooLarge(qint64 bytes, qint64 limit)
{
    if (bytes <= limit)
        return {};
    return AttachmentRefusal{AttachmentProblem::TooLarge, limit};
}

std::optional<AttachmentRefusal> sizeRefusal(QStringView connectorKind, bool picture, qint64 bytes)
{
    const bool wecom = connectorKind == u"wecom";
    if (bytes < (wecom ? wecomLeastBytes : 1))
        return AttachmentRefusal{AttachmentProblem::Empty, 0};
    return tooLarge(bytes, wecom && picture ? wecomPictureBytes : mostAttachmentBytes);
}

} // namespace

QByteArray contentTypeOf(QByteArrayView begin)
{
    const auto bytes = viewOf(begin);
    if (isWebp(bytes))
        return "image/webp";
    if (bytes.size() > 8 && bytes.substr(4).starts_with("ftyp"sv))
        return "video/mp4";
    for (const auto &magic : magics) {
        if (bytes.starts_with(magic.begin))
            return QByteArray(magic.type.data(), qsizetype(magic.type.size()));
    }
    return "application/octet-stream";
}

bool isPicture(QByteArrayView contentType)
{
    return contentType.startsWith("image/");
}

bool isProgram(QByteArrayView begin)
{
    return std::ranges::any_of(programs, [bytes = viewOf(begin)](std::string_view program) {
        return bytes.starts_with(program);
    });
}

std::optional<AttachmentRefusal> refusalOf(QStringView connectorKind, QByteArrayView begin,
                                           qint64 bytes)
{
    if (!takesAttachments(connectorKind))
        return AttachmentRefusal{AttachmentProblem::Channel, 0};
    if (isProgram(begin))
        return AttachmentRefusal{AttachmentProblem::Program, 0};
    const auto type = contentTypeOf(begin);
    if (connectorKind == u"wecom" && type == "image/webp")
        return AttachmentRefusal{AttachmentProblem::PictureKind, 0};
    return sizeRefusal(connectorKind, isPicture(type), bytes);
}

std::optional<AttachmentRefusal> refusalOf(QStringView connectorKind, const Attachment &attachment)
{
    if (!takesAttachments(connectorKind))
        return AttachmentRefusal{AttachmentProblem::Channel, 0};
    return sizeRefusal(connectorKind, attachment.kind == MessageKind::Image, attachment.bytes);
}

bool takesAttachments(QStringView connectorKind)
{
    return connectorKind == u"onebot11" || connectorKind == u"wecom" || connectorKind == u"replay";
}

QString wholeText(const QString &text, const QList<Attachment> &attachments)
{
    auto whole = text;
    for (const auto &attachment : attachments) {
        if (attachment.text.isEmpty())
            continue;
        if (!whole.isEmpty())
            whole += QChar(u'\n');
        whole += attachment.text;
    }
    return whole;
}

MessageKind kindOf(const QString &text, const QList<Attachment> &attachments)
{
    if (attachments.isEmpty())
        return MessageKind::Text;
    const bool isPlain = text.isEmpty() && attachments.size() == 1;
    return isPlain ? attachments.constFirst().kind : MessageKind::Mixed;
}

} // namespace quntai
