// What a browser keeps on its device, as a test looks at it; and the forms that the core makes for the browser alone.

/** Everything in IndexedDB, by store. */
export async function keptOnDevice(page) {
  return page.evaluate(async () => {
    const done = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const storage = await done(indexedDB.open("putright"));
    const kept = {};
    for (const name of storage.objectStoreNames) kept[name] = await done(storage.transaction(name).objectStore(name).getAll());
    storage.close();
    return kept;
  });
}

/** Waits until what is kept is as `isSo` says, and gives it back. */
export async function untilKept(page, isSo, what) {
  const until = Date.now() + 20_000;
  for (;;) {
    const kept = await keptOnDevice(page);
    if (isSo(kept)) return kept;
    if (Date.now() > until) throw new Error(`${what}: ${JSON.stringify(kept)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Presses a form as the core makes it, which the screens of a test may not have. */
export async function pressForm(page, path, fields) {
  await page.evaluate(([action, pairs]) => {
    const form = Object.assign(document.createElement("form"), { method: "post", action });
    for (const [name, value] of Object.entries(pairs)) {
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
    document.querySelector("main").append(form);
    form.requestSubmit();
  }, [path, fields]);
}

/** Presses a button as a page without any script of ours would: a plain form, sent by the browser. */
export async function pressPlain(page, name) {
  const button = page.locator("main").getByRole("button", { name, exact: true });
  await Promise.all([page.waitForNavigation(), button.evaluate((pressed) => {
    const input = Object.assign(document.createElement("input"), { type: "hidden", name: pressed.name, value: pressed.value });
    pressed.form.append(input);
    pressed.form.submit();
  })]);
}

/** Waits until the service worker is there, answers this page, and has told that it is visited. */
export async function workerReady(page) {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** Wakes the worker of these pages as Background Sync does; `page` shows none of them. */
export async function wakeWorker(context, page, origin) {
  const devtools = await context.newCDPSession(page);
  const registered = new Promise((resolve) => {
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => registrations[0] && resolve(registrations[0]));
  });
  await devtools.send("ServiceWorker.enable");
  const { registrationId } = await registered;
  await devtools.send("ServiceWorker.dispatchSyncEvent", { origin, registrationId, tag: "putright-outbox", lastChance: false });
}

/** Waits until an asynchronous question is answered with yes; waitForFunction takes its promise for one. */
export async function untilTrue(page, question, what, ...details) {
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    if (await page.evaluate(question, ...details)) return;
    await page.waitForTimeout(100);
  }
  throw new Error(`waited in vain: ${what}`);
}

/** Waits until the worker has kept a page: the last of its brand, so that all are kept. */
export async function untilPageKept(page, path) {
  await untilTrue(page, async (address) => Boolean(await caches.match(address)), `${path} is kept`, path);
}
