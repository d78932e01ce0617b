// While developing, a page must never be yesterday's: this takes the place of a service worker that a built page
// may have left on this port, empties its caches and leaves.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  const leave = async () => {
    const ours = (await caches.keys()).filter((name) => name.startsWith("dateline "));
    await Promise.all(ours.map((name) => caches.delete(name)));
    await self.registration.unregister();
    // Only pages that the old worker controlled are listed, so a page is loaded again once at most.
    for (const client of await self.clients.matchAll({ type: "window" })) client.navigate(client.url);
  };
  event.waitUntil(leave());
});
