// Files of the workbench: what a colleague opens, pastes and saves. They stay on the device.
import type { Report, WorkbenchEvent } from "./workbench_module";

/** No file of ours is longer; a wrong one is refused before it is read whole. */
const LONGEST_FILE_BYTES = 500_000;

type Tell = (event: WorkbenchEvent) => void;

function openFile(what: "scenario" | "editions", tell: Tell): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".json,application/json";
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (!file) return;
    if (file.size > LONGEST_FILE_BYTES) {
      tell({ type: "say", text: `${file.name} is too long to be one of ours.` });
      return;
    }
    void file.text().then((text) => tell({ type: "file", what, text }));
  });
  input.click();
}

function pasteScenario(tell: Tell): void {
  const refused = (): void => tell({ type: "say", text: "The browser keeps its clipboard to itself: press Ctrl+V instead." });
  if (!navigator.clipboard?.readText) {
    refused();
    return;
  }
  navigator.clipboard.readText().then((text) => tell({ type: "file", what: "scenario", text }), refused);
}

/** Device pixels for each of a picture's own. */
const PICTURE_RATIO = 2;

/** A drawing as pixels. It stands in a `data:` address: the content security policy allows pictures no other. */
async function pixelsOf(drawing: string): Promise<Blob> {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`;
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = picture.naturalWidth * PICTURE_RATIO;
  canvas.height = picture.naturalHeight * PICTURE_RATIO;
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"));
}

function save(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.download = name;
  link.href = URL.createObjectURL(content);
  link.click();
  // The download has begun by the next task.
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/** Does what the canvas asked the page for. */
export function grant({ wish, saved }: Report, tell: Tell): void {
  if (wish === "open_scenario") openFile("scenario", tell);
  if (wish === "open_editions") openFile("editions", tell);
  if (wish === "paste_scenario") pasteScenario(tell);
  if (saved.type === "image/png") {
    pixelsOf(saved.text).then((content) => save(saved.name, content), () => tell({ type: "say", text: "The picture could not be made." }));
  } else if (saved.name) {
    save(saved.name, new Blob([saved.text], { type: saved.type }));
  }
}
