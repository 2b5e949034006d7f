// Archives and mails that hold several reports.
#include <doctest/doctest.h>

#include "events/documents/archive_members.hpp"
#include "events/documents/document.hpp"
#include "events/documents/file_contents.hpp"
#include "events/documents/mail.hpp"
#include "input_of.hpp"
#include "tests/events/language/load_test_lexicons.hpp"
#include "zip_file.hpp"

namespace {

std::string names_of(const events::FileContents& contents) {
    std::string out;
    for (const auto& member : contents.members)
        out += (member ? member->name : "! " + member.error().message) + "\n";
    return out;
}

constexpr const char* kMail =
    "Return-Path: <a@example.org>\r\n"
    "From: =?utf-8?Q?Adama_Traor=C3=A9?= <a@example.org>\r\n"
    "Subject: =?utf-8?B?QXR0YXF1ZSDDoA==?=\r\n =?utf-8?B?IEdhbw==?=\r\n"
    "Date: Thu, 21 Aug 2014 00:01:00 +0100\r\n"
    "MIME-Version: 1.0\r\n"
    "Content-Type: multipart/mixed; boundary=\"out er\"\r\n\r\npreamble\r\n"
    "--out er\r\nContent-Type: multipart/alternative; boundary=in\r\n\r\n"
    "--in\r\nContent-Type: text/plain; charset=iso-8859-1\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    "Le village de S=E9var=E9 a =\r\n=E9t=E9 attaqu=E9 hier.\r\n"
    "--in\r\nContent-Type: text/html\r\n\r\n<p>the same</p>\r\n--in--\r\n"
    "--out er\r\nContent-Type: text/plain; name=\"note.txt\"\r\n"
    "Content-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    "R2FvIHdhcyBz\r\naGVsbGVkLg==\r\n"
    "--out er\r\nContent-Type: image/png; name=p.png\r\n\r\n\x89PNG\r\n--out er--\r\n";

}  // namespace

TEST_CASE("an archive gives its reports and passes over pictures") {
    ZipFile zip;
    zip.add("a/one.txt", "Gao was shelled.")
        .add("two.html", "<html><body><p>Boni</p></body></html>")
        .add("map.png", "x")
        .add("other.bin", std::string("\x7F"
                                      "ELF\0\0",
                                      6))
        .add(".hidden", "x")
        .add("../../etc/evil.txt", "Only a name.")
        .add("inner.zip", ZipFile().add("x.txt", "x").bytes());
    const auto contents = events::open_file_contents(input_of("r.zip", zip.bytes()));
    CHECK_FALSE(contents.is_report);
    CHECK(names_of(contents) ==
          "r.zip/a/one.txt\nr.zip/two.html\nr.zip/../../etc/evil.txt\nr.zip/inner.zip\n");
    REQUIRE(contents.problems.size() == 1);
    CHECK(contents.problems[0].what ==
          "3 members are no reports and were passed over: map.png, .hidden, other.bin");
    CHECK(contents.members[0]->sha256 == geo::sha256_hex("Gao was shelled."));
    const auto inner = events::open_file_contents(*contents.members[3], true);
    CHECK(names_of(inner).find("an archive inside an archive is not opened") != std::string::npos);
}

TEST_CASE("broken, locked and endless archives are said to be") {
    ZipFile locked;
    locked.add("a.txt", "....", true).add("b.txt", "Gao was shelled.");
    const std::string names =
        names_of(events::open_file_contents(input_of("r.zip", locked.bytes())));
    CHECK(names.find("! in/r.zip/a.txt: is encrypted with a password") != std::string::npos);
    CHECK(names.find("r.zip/b.txt\n") != std::string::npos);

    const std::string whole = ZipFile().add("a.txt", std::string(500, 'x')).bytes();
    const auto cut = events::open_file_contents(input_of("r.zip", whole.substr(0, 200)));
    CHECK(names_of(cut).find("damaged or cut off") != std::string::npos);

    ZipFile many;
    for (int i = 0; i < 20; ++i)
        many.add(std::to_string(i) + ".txt", std::string(1000, 'x'));
    const auto every = [](const std::string&) { return true; };
    events::ArchiveLimits limits;
    limits.members = 5;
    const auto few = events::read_archive(input_of("r.zip", many.bytes()), every, limits);
    REQUIRE(few);
    CHECK(few->members.size() == 5);
    CHECK(few->broken == "has more than 5 members; the rest was not read");
    limits = {};
    limits.all_bytes = 3500;
    const auto small = events::read_archive(input_of("r.zip", many.bytes()), every, limits);
    REQUIRE(small);
    CHECK(small->members.size() == 4);
    CHECK(small->members.back().bytes.empty());
    CHECK(small->broken.find("unfolds to more than") != std::string::npos);
}

TEST_CASE("a mail is its plain text, and its attachments are files of their own") {
    const geo::InputFile file = input_of("m.eml", kMail);
    REQUIRE(events::looks_like_mail(file.bytes));
    const events::Mail mail = events::read_mail(file);
    CHECK(mail.subject == "Attaque à Gao");
    CHECK(mail.from == "Adama Traoré");
    CHECK(mail.text.find("Le village de Sévaré a été attaqué hier.") != std::string::npos);
    CHECK(mail.html.empty());
    const auto contents = events::open_file_contents(file);
    CHECK(contents.is_report);
    CHECK(names_of(contents) == "m.eml/note.txt\n");
    CHECK(contents.members[0]->bytes == "Gao was shelled.");
    CHECK(contents.problems.size() == 1);
    const auto document = events::extract_document(file, load_test_lexicons());
    REQUIRE(document);
    CHECK(document->report.title == "Attaque à Gao");
    CHECK(events::to_iso(*document->report.published) == "2014-08-21");
    CHECK(document->report.published_known == events::Knowledge::stated);
    CHECK(document->report.extraction == "e-mail");
}

TEST_CASE("a mail without plain text is read from its page") {
    const std::string bytes =
        "From: a@example.org\nSubject: x\nMIME-Version: 1.0\n"
        "Content-Type: text/html; charset=utf-8\n\n<html><body><p>Gao was shelled.</p></body>";
    const auto document = events::extract_document(input_of("m", bytes), load_test_lexicons());
    REQUIRE(document);
    CHECK(document->report.text == "Gao was shelled.");
}

TEST_CASE("mails nested without end are read to a depth") {
    std::string bytes = "From: a@example.org\nSubject: x\nMIME-Version: 1.0\n";
    for (int i = 0; i < 5000; ++i) {
        const std::string boundary = "b" + std::to_string(i);
        bytes += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary + "\n";
    }
    const events::Mail mail = events::read_mail(input_of("m", bytes));
    REQUIRE_FALSE(mail.problems.empty());
    CHECK(mail.problems.front().what.find("too deeply") != std::string::npos);
}

TEST_CASE("a note that only quotes the lines of a mail is a text") {
    CHECK_FALSE(events::looks_like_mail("From: Gao\nSubject: Attack\n\nText"));
    CHECK_FALSE(events::looks_like_mail("Gao was shelled on 3 May.\n"));
}
