import { memo } from "react";
import { type PanelProps, sameText } from "../writing/door";
import { Comments } from "./Comments";
import { Steps } from "./Steps";
import { TaskOf } from "./TaskOf";
import "./review.css";

/** What people agree about a text before visitors see it: whose turn it is, what is said about it, the steps so far. */
function ReviewPanel(props: PanelProps) {
  return (
    <div className="stack">
      <TaskOf {...props} />
      <Comments {...props} />
      <Steps {...props} />
    </div>
  );
}

export default memo(ReviewPanel, sameText);
