//! The worker: this same program on a thread of its own, where it has no document and is the engine.
//!
//! The page posts its own compiled module to it, and the worker runs the page's own script, so there is one program
//! and it is compiled once. Then the pack goes there, and after it questions, one at a time, each answered by a reply.
//! **Invariant:** a worker that does not start is no error, since the page can be the engine itself; one that stops
//! later ends in a message. It is made of a blob, because only such a worker is bound by the page's own policy.
//! Start at [`Worker::start`] for the page's end, and [`serve`] for the other.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use dateline_core::engine::{Engine, Record};
use gloo::events::EventListener;
use js_sys::{Array, ArrayBuffer, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DedicatedWorkerGlobalScope, MessageEvent, Url, WorkerOptions, WorkerType,
};

use super::engine::bytes;
use super::engine::question::{Question, Reply};
use super::{pack, panic};

/// What follows the page's script in the worker: the first message is the compiled module, which then runs.
const BOOT: &str =
    "\nonmessage=e=>{onmessage=null;initSync({module:e.data})};onmessageerror=e=>{throw e.type}";

/// A worker that has started.
pub struct Worker(web_sys::Worker);

impl Worker {
    /// Starts the program in a worker.
    pub async fn start() -> Result<Self, JsValue> {
        let (script, kind) = script().await?;
        let bag = BlobPropertyBag::new();
        bag.set_type("text/javascript");
        let blob = Blob::new_with_str_sequence_and_options(&Array::of2(&script, &BOOT.into()), &bag)?;
        let url = Url::create_object_url_with_blob(&blob)?;
        let options = WorkerOptions::new();
        options.set_type(kind);
        let worker = Self(web_sys::Worker::new_with_options(&url, &options)?);
        worker.0.post_message(&wasm_bindgen::module())?;
        // It says that it has started, with nothing in the message.
        worker.next().await.inspect_err(|_| worker.0.terminate())?;
        Url::revoke_object_url(&url)?;
        Ok(worker)
    }

    /// Gives it the pack, whose bytes leave this thread, and waits until it is open.
    pub async fn open(&self, pack: &ArrayBuffer) -> Result<Record, String> {
        let stopped = |error: JsValue| text(&error);
        self.0.post_message_with_transfer(pack, &Array::of1(pack)).map_err(stopped)?;
        match read(&self.next().await.map_err(stopped)?) {
            Reply::Opened(opened) => opened,
            _ => Err("expected an open pack, found another reply".to_owned()),
        }
    }

    /// The next message; an error is what the worker says when it stops.
    async fn next(&self) -> Result<JsValue, JsValue> {
        let mut settle = |resolve: js_sys::Function, reject: js_sys::Function| {
            self.0.set_onmessage(Some(&resolve));
            self.0.set_onerror(Some(&reject));
        };
        let event = JsFuture::from(Promise::new(&mut settle)).await;
        self.0.set_onmessage(None);
        self.0.set_onerror(None);
        let data = event?.unchecked_into::<MessageEvent>().data();
        if data.is_string() { Err(data) } else { Ok(data) }
    }

    /// Calls `take` with each reply from now on; a worker that stops ends the page with its message.
    pub fn on_reply(&self, take: impl Fn(Reply) + 'static) {
        let stopped = Rc::new(Cell::new(false));
        let listen = |kind: &'static str, take: Box<dyn Fn(JsValue)>| {
            let stopped = Rc::clone(&stopped);
            EventListener::new(&self.0, kind, move |event| {
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
        if let Err(error) = self.0.post_message_with_transfer(&buffer, &Array::of1(&buffer)) {
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
    let (engine, out) = (OnceCell::<Engine>::new(), scope.clone());
    let take = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let data = Uint8Array::new(&event.data()).to_vec();
        let reply = match engine.get() {
            Some(engine) => bytes::read::<Question>(&data).reply(engine),
            None => Reply::Opened(match Engine::open(data) {
                Ok(opened) => Ok(engine.get_or_init(|| opened).record()),
                Err(error) => Err(error.to_string()),
            }),
        };
        let buffer = buffer(&bytes::write(&reply));
        let _ = out.post_message_with_transfer(&buffer, &Array::of1(&buffer));
    });
    scope.set_onmessage(Some(take.as_ref().unchecked_ref()));
    take.forget();
    let _ = scope.post_message(&JsValue::NULL);
    true
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
fn text(error: &JsValue) -> String {
    let said = error.as_string().or_else(|| field(error, "message").as_string());
    said.unwrap_or_else(|| "Dateline stopped: its worker ended without a reason".to_owned())
}
