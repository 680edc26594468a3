// Puts the screens of the catalogue into a browser, each as its whole page with the real styles, without the network.
import { existsSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { openPage } from "./browser.mjs";
import { assets, built, site } from "./places.mjs";
import { ORIGIN } from "./screens.mjs";

const MEDIA_TYPES = { ".css": "text/css", ".svg": "image/svg+xml", ".js": "text/javascript" };
const EMPTY_PAGE = "<!doctype html><title>Nothing yet</title>";

function answerFromSite(route) {
  const { pathname } = new URL(route.request().url());
  // The core's pages have plain names in them.
  const path = pathname.startsWith("/assets/") ? assets.address(basename(pathname)) : pathname;
  const type = MEDIA_TYPES[extname(path)];
  if (type === undefined) return route.fulfill({ contentType: "text/html", body: EMPTY_PAGE });
  // The screens are judged as the core makes them; what the script does to them is for the journeys' tests.
  if (type === MEDIA_TYPES[".js"]) return route.fulfill({ contentType: type, body: "" });
  return existsSync(join(site, path))
    ? route.fulfill({ contentType: type, body: readFileSync(join(site, path)) })
    : route.fulfill({ status: 404, body: "" });
}

/** A page at the portal's address that nothing has been put into yet. */
export async function openMount(browser, options = {}) {
  built(assets.file("portal.css"));
  const page = await openPage(browser, options);
  await page.route("**/*", answerFromSite);
  await page.goto(ORIGIN);
  return page;
}

/** Shows one screen. */
export const mount = (page, { html }) => page.setContent(html);

/** Opens every explanation: what is folded away must be as good as the rest. */
export const openAll = (page) => page.evaluate(() => { for (const part of document.querySelectorAll("details")) part.open = true; });
