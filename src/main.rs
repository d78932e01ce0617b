//! Mounts the page; everything else is in the library, so that its documentation is checked.

fn main() {
    dateline_page::mount();
}
