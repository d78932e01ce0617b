// ZBSearch: a fork of Orama by its first developers, asked alike; it tells whole words from prefixes in the index.
import * as zbsearch from "/npm/zbsearch/dist/browser/index.js";
import { like } from "./orama_like.js";

export default like(zbsearch, (query) => ({ prefix: query.typing }));
