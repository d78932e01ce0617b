// FlexSearch as one types: `forward` finds the beginnings of words.
import { like } from "./flexsearch_like.js";

export default like("forward");
