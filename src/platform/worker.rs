//! The worker: this same program on a thread of its own, where it has no document and is the engine.
//!
//! The page posts its own compiled module to it, and the worker runs the page's own script, so there is one program
//! and it is compiled once. Then the pack goes there, piece by piece, and as soon as the engine has what it needs questions, one at a time, each
//! answered by a reply.
//! **Invariant:** a worker that does not start is no error, since the page can be the engine itself; one that stops
//! later ends in a message. It is made of a blob, because only such a worker is bound by the page's own policy.
//! Start at [`Worker::start`] for the page's end, and [`serve`] for the other.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use dateline_core::corpus::pack::PackError;
use dateline_core::engine::{Arrival, Record, Stage};
use gloo::events::EventListener;
use js_sys::{Array, ArrayBuffer, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DedicatedWorkerGlobalScope, MessageEvent, ReadableStreamDefaultReader, Url,
    WorkerOptions, WorkerType,
};

use super::engine::bytes;
use super::engine::question::{Question, Reply};
use super::{pack, panic};

/// What follows the page's script in the worker: the first message is the compiled module, which then runs.
const BOOT: &str =
    "\nonmessage=e=>{onmessage=null;initSync({module:e.data})};onmessageerror=e=>{throw e.type}";

/// A worker that has started; it ends with this handle on it.
pub struct Worker {
    worker: web_sys::Worker,
    /// Where its script is.
    url: String,
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.worker.terminate();
        let _ = Url::revoke_object_url(&self.url);
    }
}

impl Worker {
    /// Starts the program in a worker.
    pub async fn start() -> Result<Self, JsValue> {
        let (script, kind) = script().await?;
        let worker = Self::of(&Array::of2(&script, &BOOT.into()), kind)?;
        worker.worker.post_message(&wasm_bindgen::module())?;
        // It says that it has started, with nothing in the message.
        worker.next().await?;
        Ok(worker)
    }

    /// Starts the script that the texts in `parts` are together.
    fn of(parts: &Array, kind: WorkerType) -> Result<Self, JsValue> {
        let bag = BlobPropertyBag::new();
        bag.set_type("text/javascript");
        let blob = Blob::new_with_str_sequence_and_options(parts, &bag)?;
        let url = Url::create_object_url_with_blob(&blob)?;
        let options = WorkerOptions::new();
        options.set_type(kind);
        Ok(Self { worker: web_sys::Worker::new_with_options(&url, &options)?, url })
    }

    /// What `script` answers to `question`, in a worker of its own; an error where that is a text.
    pub async fn once(script: &str, question: &JsValue) -> Result<JsValue, JsValue> {
        let worker = Self::of(&Array::of1(&script.into()), WorkerType::Classic)?;
        worker.worker.post_message(question)?;
        worker.next().await
    }

    /// Gives it a pack, piece by piece as its bytes come, and waits until it can be asked; `came` is told how many bytes
    /// each piece has.
    pub async fn open(
        &self,
        pack: ReadableStreamDefaultReader,
        came: impl Fn(u32) + 'static,
    ) -> Result<Record, String> {
        let worker = self.worker.clone();
        wasm_bindgen_futures::spawn_local(async move {
            while let Ok(next) = JsFuture::from(pack.read()).await
                && let Ok(piece) = field(&next, "value").dyn_into::<Uint8Array>()
            {
                came(piece.length());
                let _ = worker.post_message_with_transfer(&piece, &Array::of1(&piece.buffer()));
            }
            // No more of it comes, whether that was all or not.
            let _ = worker.post_message(&JsValue::NULL);
        });
        match read(&self.next().await.map_err(|error| text(&error))?) {
            Reply::Opened(opened) => opened,
            _ => Err("expected an open pack, found another reply".to_owned()),
        }
    }

    /// The next message; an error is what the worker says when it stops.
    async fn next(&self) -> Result<JsValue, JsValue> {
        let mut settle = |resolve: js_sys::Function, reject: js_sys::Function| {
            self.worker.set_onmessage(Some(&resolve));
            self.worker.set_onerror(Some(&reject));
        };
        let event = JsFuture::from(Promise::new(&mut settle)).await;
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        let data = event?.unchecked_into::<MessageEvent>().data();
        if data.is_string() { Err(data) } else { Ok(data) }
    }

    /// Calls `take` with each reply from now on; a worker that stops ends the page with its message.
    pub fn on_reply(&self, take: impl Fn(Reply) + 'static) {
        let stopped = Rc::new(Cell::new(false));
        let listen = |kind: &'static str, take: Box<dyn Fn(JsValue)>| {
            let stopped = Rc::clone(&stopped);
            EventListener::new(&self.worker, kind, move |event| {
                let data = if kind == "message" { field(event, "data") } else { event.into() };
                if data.is_instance_of::<ArrayBuffer>() {
                    take(data);
                } else if !stopped.replace(true) {
                    // What it says first is the reason; that it ended follows.
                    panic::show(&text(&data));
                }
            })
            .forget();
        };
        listen("message", Box::new(move |data| take(read(&data))));
        listen("error", Box::new(|_| ()));
    }

    /// Asks it.
    pub fn post(&self, question: &Question) {
        let buffer = buffer(&bytes::write(question));
        if let Err(error) = self.worker.post_message_with_transfer(&buffer, &Array::of1(&buffer)) {
            panic::show(&text(&error));
        }
    }
}

/// The page's own script as text: from the page where it is a single file, else from its file, which the browser has.
async fn script() -> Result<(JsValue, WorkerType), JsValue> {
    let document = web_sys::window().and_then(|w| w.document()).ok_or("no document")?;
    if let Some(script) = document.query_selector("#dateline-script")? {
        return Ok((script.text_content().into(), WorkerType::Classic));
    }
    let link = document.query_selector("link[rel=modulepreload]")?.ok_or("no script")?;
    let response = pack::fetch(&link.get_attribute("href").unwrap_or_default()).await?;
    Ok((JsFuture::from(response.text()?).await?, WorkerType::Module))
}

/// Where this program runs without a page: makes it the engine, and says so. A page has nothing to do with it.
pub fn serve() -> bool {
    if web_sys::window().is_some() {
        return false;
    }
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let tell = scope.clone();
    std::panic::set_hook(Box::new(move |info| {
        let _ = tell.post_message(&panic::stopped(info).into());
    }));
    let (served, out) = (RefCell::new(Served::default()), scope.clone());
    let take = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let post = |reply: &Reply| {
            let buffer = buffer(&bytes::write(reply));
            let _ = out.post_message_with_transfer(&buffer, &Array::of1(&buffer));
        };
        if let Err(error) = served.borrow_mut().take(&event.data(), post) {
            // The page is told as if the worker had stopped: what is there is not the pack.
            let _ = out.post_message(&format!("the pack cannot be read to its end: {error}").into());
        }
    });
    scope.set_onmessage(Some(take.as_ref().unchecked_ref()));
    take.forget();
    let _ = scope.post_message(&JsValue::NULL);
    true
}

/// What the worker has been given.
#[derive(Default)]
struct Served {
    pack: Arrival,
    /// Whether nothing more of it is wanted: all of it is there, or something is wrong with it.
    done: bool,
}

impl Served {
    /// Takes a message: a piece of the pack as an array of bytes, nothing where no more of it comes, and else a question;
    /// an error where the page has an engine and its articles will not come.
    fn take(&mut self, data: &JsValue, post: impl Fn(&Reply)) -> Result<(), PackError> {
        if let (Some(engine), true) = (self.pack.engine(), data.is_instance_of::<ArrayBuffer>()) {
            post(&bytes::read::<Question>(&Uint8Array::new(data).to_vec()).reply(engine));
            return Ok(());
        }
        if self.done {
            return Ok(());
        }
        let opened = self.pack.engine().is_some();
        let now = match data.dyn_ref::<Uint8Array>() {
            Some(piece) => self.pack.add(&piece.to_vec()),
            None => Err(self.pack.cut_short()),
        };
        self.done = !matches!(now, Ok(Stage::Begun | Stage::Head));
        match now {
            Err(error) if opened => return Err(error),
            Err(error) => post(&Reply::Opened(Err(error.to_string()))),
            Ok(Stage::Begun) => {}
            Ok(stage) => {
                if let Some(engine) = self.pack.engine().filter(|_| !opened) {
                    post(&Reply::Opened(Ok(engine.record())));
                }
                if stage == Stage::Whole {
                    post(&Reply::Whole);
                }
            }
        }
        Ok(())
    }
}

fn read(data: &JsValue) -> Reply {
    bytes::read(&Uint8Array::new(data).to_vec())
}

/// `bytes` outside this program's memory, so that they can be handed on without another copy.
fn buffer(bytes: &[u8]) -> ArrayBuffer {
    Uint8Array::from(bytes).buffer()
}

fn field(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

/// What an error, an event of one, or a message of one says.
pub(super) fn text(error: &JsValue) -> String {
    let said = error.as_string().or_else(|| field(error, "message").as_string());
    said.unwrap_or_else(|| "Dateline stopped: its worker ended without a reason".to_owned())
}
