import type { Schemas } from "../api/client";
import { useSay } from "./words";

export type Role = Schemas["Role"];

/** From the least to the most. */
export const ROLES: Role[] = ["reader", "contributor", "editor", "publisher", "administrator"];

/** Names of roles, as people read them. */
export function useRoleName(): (role: Role) => string {
  const say = useSay();
  return (role) => say(`role.${role}`);
}
