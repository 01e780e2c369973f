import { MoreHorizontal } from "lucide-react";
import type { ReactNode } from "react";
import { ActMenu, type Item } from "./Menu";
import { useSay } from "./words";

export interface Column {
  key: string;
  label: ReactNode;
  isNumber?: boolean;
  /** Only its cells speak for themselves: the heading is there for whoever hears the page. */
  isSilent?: boolean;
}

/** A table that scrolls inside itself where the page is narrow. `children` are its rows. */
export function Table({ label, columns, children }: { label: string; columns: Column[]; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group that is no landmark, and no set of fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it with the arrow keys
    <div className="table-frame" role="group" aria-label={label} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.isNumber ? "number" : undefined}>
                {column.isSilent ? <span className="hidden">{column.label}</span> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** What can be done with a row. */
export function RowMenu({ name, items }: { name: string; items: Item[] }) {
  const say = useSay();
  return (
    items.length > 0 && (
      <ActMenu
        label={say("row.menu", { name })}
        look="quiet"
        iconOnly
        icon={<MoreHorizontal size={18} strokeWidth={1.5} aria-hidden />}
        items={items}
      />
    )
  );
}
