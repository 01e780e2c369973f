import { About } from "./About";
import { Copying } from "./Copying";
import { Hostnames } from "./Hostnames";
import { Openness } from "./Openness";
import type { TabProps } from "./Settings";

export function General({ site, parts }: TabProps) {
  return (
    <div className="sites-sections">
      <About site={site} parts={parts} />
      <Hostnames site={site} />
      <Openness site={site} />
      <Copying site={site} />
    </div>
  );
}
