//! A visit to the page: which site, at which address, on which screen.
//!
//! **Invariant:** a visit that fails says what the browser's console said and leaves a picture in
//! `target/dateline/browser/`. Start at [`Visit::to`].

use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, thread};

use futures_util::FutureExt as _;
use serde_json::json;
use xtask::server::Server;

use crate::driver::Driver;
use crate::page::Page;
use crate::site;

/// The longest that one claim may take.
const LIMIT: Duration = Duration::from_secs(90);

/// What makes a page take its pack for a large one, whatever it weighs: its server announces more.
const ANNOUNCED: &str = "(() => { const { get } = Headers.prototype; Headers.prototype.get = function (name) { \
                         return name === 'content-length' ? '999999999' : get.call(this, name); }; })()";

/// How the page is visited.
#[derive(Clone, Debug)]
pub struct Visit {
    site: PathBuf,
    mount: &'static str,
    file: Option<PathBuf>,
    size: (u32, u32),
    touch: bool,
    features: Vec<(&'static str, &'static str)>,
    fragment: String,
    before: Vec<&'static str>,
}

impl Default for Visit {
    fn default() -> Self {
        let (mount, fragment) = ("/a/b/", String::new());
        Self {
            site: site::built(),
            mount,
            file: None,
            size: (1440, 900),
            touch: false,
            features: Vec::new(),
            fragment,
            before: Vec::new(),
        }
    }
}

impl Visit {
    /// The built site, below a path, on a wide screen.
    pub fn new() -> Self {
        Self::default()
    }

    /// The site in `dir` instead.
    #[must_use]
    pub fn site(self, dir: &Path) -> Self {
        Self { site: dir.to_owned(), ..self }
    }

    /// A file of this machine, as by double click, instead of a site.
    #[must_use]
    pub fn file(self, file: &Path) -> Self {
        Self { file: Some(file.to_owned()), ..self }
    }

    /// A screen of `width` by `height`.
    #[must_use]
    pub fn size(self, width: u32, height: u32) -> Self {
        Self { size: (width, height), ..self }
    }

    /// A screen that is touched, with as many fingers as there are.
    #[must_use]
    pub fn touch(self) -> Self {
        Self { touch: true, ..self }
    }

    /// A reader who prefers `value` for the media feature `name`.
    #[must_use]
    pub fn prefers(mut self, name: &'static str, value: &'static str) -> Self {
        self.features.push((name, value));
        self
    }

    /// A browser that runs the JavaScript `code` before the page's own.
    #[must_use]
    pub fn before(mut self, code: &'static str) -> Self {
        self.before.push(code);
        self
    }

    /// The page at `#fragment`.
    #[must_use]
    pub fn at(self, fragment: &str) -> Self {
        Self { fragment: format!("#{fragment}"), ..self }
    }

    /// Opens the page and hands it to `claim`.
    pub fn to(self, claim: impl AsyncFnOnce(&Page)) {
        self.with_server(async |page, _server| claim(page).await);
    }

    /// Opens the page and hands it to `claim` with the server, which stops when it is dropped.
    pub fn with_server(self, claim: impl AsyncFnOnce(&Page, Option<Server>)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime starts").block_on(self.run(claim));
    }

    async fn run(self, claim: impl AsyncFnOnce(&Page, Option<Server>)) {
        let profile = tempfile::tempdir().expect("a folder of its own");
        // The seeds are inside the built page: for a worker they stand beside it.
        let beside =
            (site::in_worker() && self.site == site::built()).then(|| site::with_pack(&site::pack()));
        let folder = beside.as_ref().map_or(&*self.site, |copy| copy.path());
        let server = match &self.file {
            Some(_) => None,
            None => Some(Server::start(folder, self.mount, 0).expect("a free port")),
        };
        let address = match (&self.file, &server) {
            (Some(file), _) => format!("file://{}", file.display()),
            (None, server) => server.as_ref().map(Server::url).unwrap_or_default(),
        };
        let driver = Driver::start();
        let page = Page::new(driver.open(profile.path()).await, address);
        let work = async {
            self.screen(&page).await;
            if site::in_worker() {
                page.before(ANNOUNCED).await;
            }
            for code in &self.before {
                page.before(code).await;
            }
            page.open(&self.fragment).await;
            claim(&page, server).await;
        };
        let done = tokio::time::timeout(LIMIT, AssertUnwindSafe(work).catch_unwind()).await;
        if !matches!(done, Ok(Ok(()))) {
            keep(&page).await;
        }
        page.close().await;
        let done = done.unwrap_or_else(|_| panic!("the claim took longer than {LIMIT:?}"));
        done.unwrap_or_else(|panic| resume_unwind(panic));
    }

    async fn screen(&self, page: &Page) {
        let (width, height) = self.size;
        let mobile = width < 600;
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile });
        page.devtools("Emulation.setDeviceMetricsOverride", &screen).await;
        let touch = json!({ "enabled": self.touch, "maxTouchPoints": 5 });
        page.devtools("Emulation.setTouchEmulationEnabled", &touch).await;
        let features = self.features.iter().map(|(name, value)| json!({ "name": name, "value": value }));
        let features: Vec<_> = features.collect();
        page.devtools("Emulation.setEmulatedMedia", &json!({ "features": features })).await;
    }
}

/// Keeps what the page looked like and what its console said.
async fn keep(page: &Page) {
    let name = thread::current().name().unwrap_or("page").replace("::", "-");
    let dir = xtask::tools::root().join("target/dateline/browser");
    let kept = dir.join(format!("{name}.png"));
    if let (Ok(()), Ok(picture)) = (fs::create_dir_all(&dir), page.screenshot().await) {
        let _ = fs::write(&kept, picture);
        println!("the page as it was: {}", kept.display());
    }
    for line in page.console().await {
        println!("console: {line}");
    }
}
