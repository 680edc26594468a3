// Small files of every kind that people send, made here: the zipped ones by Python, which knows the format well.
import { execFileSync } from "node:child_process";
import { heic, jpeg, png } from "./pictures.mjs";

const ZIP = `
import io, json, sys, zipfile
bytes = io.BytesIO()
with zipfile.ZipFile(bytes, "w") as made:
    for name, text, way in json.loads(sys.argv[1]):
        made.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_STORED if way == "stored" else zipfile.ZIP_DEFLATED)
sys.stdout.buffer.write(bytes.getvalue())
`;

/** A zip file of these `[name, text, "stored" | "deflated"]`. */
export const zip = (entries) => execFileSync("python3", ["-c", ZIP, JSON.stringify(entries)]);

const office = (...names) => zip(["[Content_Types].xml", "_rels/.rels", ...names].map((name) => [name, "<a/>".repeat(50), "deflated"]));
const openDocument = (kind) => zip([["mimetype", `application/vnd.oasis.opendocument.${kind}`, "stored"], ["content.xml", "<a/>", "deflated"]]);

/** An OLE file ([MS-CFB]) whose directory has these names; the last of them in a sector of its own, far away. */
export function ole(names) {
  const sector = 512;
  const near = Math.ceil(names.length / 4);
  const entries = ["Root Entry", ...names];
  const sectors = Math.ceil(entries.length / 4);
  const file = Buffer.alloc(sector * (2 + sectors + near));
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(0xfffffffe, 68);
  file.fill(0xff, 76, sector);
  file.writeUInt32LE(0, 76);
  file.fill(0xff, sector, 2 * sector);
  for (let at = 1; at <= sectors; ++at) file.writeUInt32LE(at === sectors ? 0xfffffffe : at + 1, sector + 4 * at);
  entries.forEach((name, at) => {
    const place = 2 * sector + 128 * at;
    file.write(name, place, "utf16le");
    file.writeUInt16LE(2 * (name.length + 1), place + 64);
  });
  return file;
}

const box = (brand, ...more) => Buffer.concat([Buffer.from([0, 0, 0, 16 + 4 * more.length]), Buffer.from(`ftyp${brand}\0\0\0\0${more.join("")}`, "latin1"), Buffer.alloc(100)]);

/** Files that are taken: name, media type, bytes. */
export const taken = () => [
  ["photo.jpg", "image/jpeg", jpeg()],
  ["photo.png", "image/png", png()],
  ["photo.heic", "image/heic", heic("heic", "mif1")],
  ["other.heic", "image/heic", heic("mif1", "miaf", "heic")],
  ["letter.pdf", "application/pdf", Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj", "latin1")],
  ["notes.txt", "text/plain", Buffer.from("It rained in.\r\n“Again” – چھت 😀\n\tTwice.")],
  ["marked.txt", "text/plain", Buffer.from("\ufeffSince January")],
  ["letter.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", office("word/document.xml")],
  ["sums.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", office("xl/workbook.xml")],
  ["letter.odt", "application/vnd.oasis.opendocument.text", openDocument("text")],
  ["sums.ods", "application/vnd.oasis.opendocument.spreadsheet", openDocument("spreadsheet")],
  ["letter.doc", "application/msword", ole(["1Table", "SummaryInformation", "Data", "ObjectPool", "WordDocument"])],
  ["sums.xls", "application/vnd.ms-excel", ole(["Workbook"])],
  ["older.xls", "application/vnd.ms-excel", ole(["Book"])],
];

/** Files that are not taken, whatever they are called. */
export const notTaken = () => [
  ["program.txt", Buffer.from("7f454c4602010100", "hex")],
  ["program.jpg", Buffer.concat([Buffer.from("MZ\x90\0", "latin1"), Buffer.alloc(100)])],
  ["archive.docx", zip([["word/document.xml", "x", "deflated"]])],
  ["folder.zip", zip([["photo.jpg", "x", "deflated"], ["[Content_Types].xml", "x", "deflated"], ["word/document.xml", "x", "deflated"]])],
  ["macros.docx", office("word/document.xml", "word/vbaProject.bin")],
  ["both.docx", office("word/document.xml", "xl/workbook.xml")],
  ["slides.odp", openDocument("presentation")],
  ["template.odt", openDocument("text-template")],
  ["cut.docx", office("word/document.xml").subarray(0, 300)],
  ["installer.doc", ole(["Property", "Binary"])],
  ["cut.doc", ole(["WordDocument"]).subarray(0, 600)],
  ["picture.avif", box("avif", "mif1", "miaf")],
  ["film.mp4", box("isom", "mp42")],
  ["wide.txt", Buffer.from("\ufeffIt rained", "utf16le")],
  ["old.txt", Buffer.from("caf\xe9", "latin1")],
  ["nul.txt", Buffer.from("a\0b")],
  ["words.jpg", Buffer.from("ffd8ffe000104a46494600010100", "hex")],
  ["words.png", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
  ["words.heic", box("heic", "mif1")],
  ["picture.gif", Buffer.from("GIF89a\x01\0\x01\0", "latin1")],
];
