// Dateline built for speed, to know what the page's size costs.
export { default } from "./dateline_like.js";
