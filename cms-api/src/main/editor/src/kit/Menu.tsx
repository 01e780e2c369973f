import type { ReactNode } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Button, type Look } from "./Button";

export interface Item {
  id: string;
  label: string;
  icon?: ReactNode;
  isDanger?: boolean;
  isDisabled?: boolean;
  onAct: () => void;
}

/** A button that opens a list of acts. */
export function ActMenu({
  label,
  icon,
  iconOnly,
  look,
  items,
}: {
  label: string;
  icon?: ReactNode;
  iconOnly?: boolean;
  look?: Look;
  items: Item[];
}) {
  return (
    <MenuTrigger>
      <Button icon={icon} iconOnly={iconOnly} look={look}>
        {label}
      </Button>
      <Popover className="popover" placement="bottom end">
        <AriaMenu aria-label={label}>
          {items.map((item) => (
            <MenuItem
              key={item.id}
              id={item.id}
              textValue={item.label}
              className={item.isDanger ? "menu-item danger" : "menu-item"}
              isDisabled={item.isDisabled}
              onAction={item.onAct}
            >
              {item.icon}
              {item.label}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
