// Small pictures that any reader can show, with what cameras and programs write into them.
import { deflateSync } from "node:zlib";

/** Where this picture was taken, as words that a search finds. */
export const PLACE = "52.8052N-2.1164W";

const bytes = (hex) => Buffer.from(hex.replace(/\s/g, ""), "hex");
const u16 = (number) => { const made = Buffer.alloc(2); made.writeUInt16BE(number); return made; };
const u32 = (number) => { const made = Buffer.alloc(4); made.writeUInt32BE(number); return made; };

/** Exif with which way up the picture is, and where it was taken. */
export const exif = (orientation) => Buffer.concat([Buffer.from("Exif\0\0MM\0*\0\0\0\x08\0\x02", "latin1"), bytes(`0112 0003 00000001 000${orientation}0000`),
  bytes("8825 0004 00000001 00000026 00000000"), Buffer.from(PLACE)]);

const segment = (marker, payload) => Buffer.concat([bytes(`ff${marker}`), u16(payload.length + 2), payload]);
export const JFIF = segment("e0", Buffer.from("JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "latin1"));
export const PROFILE = segment("e2", Buffer.from("ICC_PROFILE\0\x01\x01colours", "latin1"));
const TABLES = Buffer.concat([segment("db", Buffer.concat([Buffer.alloc(1), Buffer.alloc(64, 1)])), segment("c0", bytes("08 0001 0001 01 01 11 00")),
  segment("c4", Buffer.concat([bytes("00 01"), Buffer.alloc(16)])), segment("c4", Buffer.concat([bytes("10 01"), Buffer.alloc(16)]))]);
const SCAN = Buffer.concat([segment("da", bytes("01 01 00 00 3f 00")), bytes("3f")]);
const END = bytes("ffd9");

/** One grey dot. */
export const jpeg = () => Buffer.concat([bytes("ffd8"), JFIF, PROFILE, TABLES, SCAN, END]);

/** The same as a telephone sends it: on its side, with its place in four ways, a preview and a film behind its end. */
export const jpegFromAPhone = () => Buffer.concat([bytes("ffd8"), JFIF, segment("e1", exif(6)), segment("e1", Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x>${PLACE}</x>`)),
  PROFILE, segment("ed", Buffer.from(`Photoshop 3.0\0${PLACE}`)), segment("e2", Buffer.from("MPF\0more pictures")), segment("fe", Buffer.from(PLACE)), TABLES, SCAN, END,
  jpeg(), Buffer.from(`ftypmp4 ${PLACE}`)]);

/** What is to be kept of it: the picture, its colours, and that it lies on its side. */
export const jpegKept = () => Buffer.concat([bytes("ffd8"), JFIF, segment("e1", Buffer.concat([Buffer.from("Exif\0\0MM\0*\0\0\0\x08\0\x01", "latin1"), bytes("0112 0003 00000001 00060000 00000000")])),
  PROFILE, TABLES, SCAN, END]);

/** PNG, annex D, a bit at a time. */
function crc32(of) {
  let crc = 0xffffffff;
  for (const byte of of) {
    crc ^= byte;
    for (let bit = 0; bit < 8; ++bit) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const chunk = (type, payload) => {
  const named = Buffer.concat([Buffer.from(type), payload]);
  return Buffer.concat([u32(payload.length), named, u32(crc32(named))]);
};
const pngOf = (...more) => Buffer.concat([bytes("89504e470d0a1a0a"), chunk("IHDR", bytes("00000001 00000001 08 00 00 00 00")), ...more,
  chunk("IDAT", deflateSync(bytes("00 7f"))), chunk("IEND", Buffer.alloc(0))]);
export const png = () => pngOf(chunk("pHYs", bytes("00000b13 00000b13 01")));
export const pngFromAPhone = () => Buffer.concat([pngOf(chunk("pHYs", bytes("00000b13 00000b13 01")), chunk("eXIf", exif(1).subarray(6)),
  chunk("tEXt", Buffer.from(`Location\0${PLACE}`)), chunk("iTXt", Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${PLACE}`)), chunk("tIME", bytes("07ea0b16 0c0000")), chunk("prVt", Buffer.from(PLACE))),
Buffer.from(PLACE)]);

const box = (type, ...parts) => Buffer.concat([u32(8 + Buffer.concat(parts).length), Buffer.from(type), ...parts]);
const infe = (id, type) => box("infe", bytes("02000000"), u16(id), u16(0), Buffer.from(`${type}\0`));

/** A HEIC file with a picture and these other items and film; the boxes are true, the picture is not. */
function heicOf(brands, others, film = []) {
  const items = [["hvc1", Buffer.from("the picture's own bytes")], ...others];
  const ftyp = box("ftyp", Buffer.from(`${brands[0]}\0\0\0\0${brands.join("")}`));
  const meta = (start) => {
    let at = start;
    const places = items.map(([, item], index) => {
      const made = Buffer.concat([u16(index + 1), u16(0), u16(1), u32(at), u32(item.length)]);
      at += item.length;
      return made;
    });
    return box("meta", u32(0), box("hdlr", u32(0), Buffer.from("\0\0\0\0pict")), box("pitm", u32(0), u16(1)),
      box("iinf", u32(0), u16(items.length), ...items.map(([type], index) => infe(index + 1, type))),
      box("iloc", u32(0), bytes("4400"), u16(items.length), ...places));
  };
  const start = ftyp.length + meta(0).length + 8;
  return Buffer.concat([ftyp, meta(start), box("mdat", ...items.map(([, item]) => item)), ...film]);
}

export const heic = (...brands) => heicOf(brands, []);
const zeros = (text) => Buffer.alloc(Buffer.from(text).length);
const PLACED = [["Exif", Buffer.from(`\0\0\0\0MM\0*${PLACE}`)], ["mime", Buffer.from(`<x>${PLACE}</x>`)]];
export const heicFromAPhone = () => heicOf(["heic"], PLACED, [box("mpvd", Buffer.from(PLACE))]);
/** An empty TIFF stands in place of Exif. */
const noExif = Buffer.concat([Buffer.from("\0\0\0\0MM\0*\0\0\0\x08", "latin1"), Buffer.alloc(PLACED[0][1].length - 12)]);
export const heicKept = () => heicOf(["heic"], [["Exif", noExif], ["mime", zeros(PLACED[1][1])]], [box("free", zeros(PLACE))]);
