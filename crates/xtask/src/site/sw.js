// Keeps this page for use without a network.
//
// Each build has a cache of its own, filled once with files whose hashes are checked, and answers from nothing else:
// two builds never mix. A new build takes over when no page of the old one is open, which is what browsers do by
// themselves: there is no skipWaiting and no claim here. The two lines below are written for each build.
const FILES = {};
const BUILD = "";

// Another Dateline may live elsewhere on this origin: its caches bear its own address.
const SCOPE = self.registration.scope;
const OURS = `dateline ${SCOPE} `;
const CACHE = OURS + BUILD;

// A server may redirect `index.html` to its folder, so the page is asked for by the folder's address.
const address = (file) => new URL(file === "index.html" ? "./" : file, SCOPE).href;

// A response that was redirected may not answer a navigation; a copy may.
const plain = ({ body, headers }) => new Response(body, { headers });

async function fetched(file) {
  const request = new Request(address(file), { cache: "no-cache", integrity: FILES[file] });
  const response = await fetch(request);
  if (!response.ok) throw new Error(`${file}: the server answered ${response.status}`);
  return plain(response);
}

async function answer(file) {
  const cache = await caches.open(CACHE);
  return (await cache.match(address(file))) ?? fetched(file);
}

self.addEventListener("install", (event) => {
  const fill = async () => {
    const cache = await caches.open(CACHE);
    const files = Object.keys(FILES);
    await Promise.all(files.map(async (file) => cache.put(address(file), await fetched(file))));
  };
  event.waitUntil(fill());
});

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
  };
  event.waitUntil(tidy());
});

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const bare = url.split(/[?#]/)[0];
  if (method !== "GET" || !bare.startsWith(SCOPE)) return;
  // The page's state is in the fragment, so the page has no other address than its folder's.
  const file = decodeURI(bare.slice(SCOPE.length)) || "index.html";
  if (Object.hasOwn(FILES, file)) event.respondWith(answer(file));
});
