import type { PanelProps } from "../writing/door";
import { Comments } from "./Comments";
import { Steps } from "./Steps";
import { TaskOf } from "./TaskOf";
import "./review.css";

/** What people agree about a text before visitors see it: whose turn it is, what is said about it, the steps so far. */
export default function ReviewPanel(props: PanelProps) {
  return (
    <div className="stack">
      <TaskOf {...props} />
      <Comments {...props} />
      <Steps {...props} />
    </div>
  );
}
