import { Problem } from "../api/problem";
import { problemText } from "../kit/Bits";
import { useSay as useKitSay } from "../kit/words";
import { useLanguage } from "../words/language";
import { useSay } from "./words";

/** Says what to do about a file that was refused. */
export function useUploadProblem(): (problem: unknown) => string {
  const say = useSay();
  const kit = useKitSay();
  const language = useLanguage();
  return (problem) => {
    switch (problem instanceof Problem ? problem.code : "") {
      case "file-too-large":
      case "too-large":
        return say("refused.large");
      case "file-empty":
        return say("refused.empty");
      case "other-kind":
        return say("refused.otherKind");
      default:
        return problemText(problem, language, kit);
    }
  };
}
