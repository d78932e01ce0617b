//! Mounts the page.
fn main() {
    dateline_page::mount();
}
