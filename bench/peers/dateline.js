// Dateline as the page has it.
export { default } from "./dateline_like.js";
