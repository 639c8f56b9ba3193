import { isOfView, tellEverybody } from "./everybody/tell-everybody.ts";

tellEverybody("desktop", isOfView);
