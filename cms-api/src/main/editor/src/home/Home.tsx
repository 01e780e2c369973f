import { useSite } from "../app/site";
import { PageHead } from "../kit/Bits";

export default function Home() {
  void useSite;
  return (
    <div className="page">
      <PageHead title="Plein" />
    </div>
  );
}
