// FlexSearch for whole words: `strict`, a smaller index that finds no beginnings.
import { like } from "./flexsearch_like.js";

export default like("strict");
