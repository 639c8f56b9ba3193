import { isOfView, tellEverybody } from "./everybody/tell-everybody.ts";

tellEverybody("desktop", (shot) => !isOfView(shot));
