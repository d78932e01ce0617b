// Orama: its own filters; nothing is counted, which spares it work. Words are whole, or prefixes while typing.
import * as orama from "/npm/@orama/orama/dist/browser/index.js";
import { like } from "./orama_like.js";

export default like(orama, (query) => ({ exact: !query.typing && !query.typo }));
