import { tellEverybody } from "./everybody/tell-everybody.ts";

tellEverybody("phone", () => true);
