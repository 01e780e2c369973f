import { Plus } from "lucide-react";
import { useState } from "react";
import { useTitle } from "../app/title";
import { PageHead } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Devices } from "./Devices";
import { IssueToken } from "./IssueToken";
import { Mine } from "./Mine";
import { useSay } from "./words";
import "./tokens.css";

/** With what one reaches the API, and where one is signed in. */
export default function Tokens() {
  const say = useSay();
  const [isIssuing, setIssuing] = useState(false);
  useTitle(say("title"));
  return (
    <div className="page">
      <PageHead title={say("title")} lead={say("lead")}>
        <Button look="primary" icon={<Plus size={18} strokeWidth={1.5} aria-hidden />} onPress={() => setIssuing(true)}>
          {say("issue")}
        </Button>
      </PageHead>
      <Mine />
      <Devices />
      {isIssuing && <IssueToken onClose={() => setIssuing(false)} />}
    </div>
  );
}
