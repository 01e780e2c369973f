import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import { Link, type LinkProps } from "react-router";

export type Look = "plain" | "primary" | "danger" | "quiet";

export interface ButtonProps extends Omit<AriaButtonProps, "className" | "children"> {
  look?: Look;
  icon?: ReactNode;
  /** Of a button that shows an icon only: `children` is its name then. */
  iconOnly?: boolean;
  children: ReactNode;
}

export function Button({ look = "plain", icon, iconOnly = false, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button ${look} ${iconOnly ? "icon" : ""}`}>
      {icon}
      <span className={iconOnly ? "hidden" : "button-text"}>{children}</span>
    </AriaButton>
  );
}

/** A link that looks like a button: it leads somewhere, and does nothing. */
export function ButtonLink({ look = "plain", icon, children, ...rest }: LinkProps & { look?: Look; icon?: ReactNode }) {
  return (
    <Link {...rest} className={`button ${look}`}>
      {icon}
      {children}
    </Link>
  );
}

/** Leads from one thing to the list that it is in; it stands above the heading. */
export function BackLink(link: LinkProps) {
  return (
    <p>
      <Link {...link} className="back">
        <ChevronLeft size={18} strokeWidth={1.5} aria-hidden />
        {link.children}
      </Link>
    </p>
  );
}
