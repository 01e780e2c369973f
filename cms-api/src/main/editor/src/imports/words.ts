import { wordsOf } from "../words/words";
import en from "./words.en.json";
import nl from "./words.nl.json";

export const useSay = wordsOf(nl, en);
