/** What other rooms may use of this one. */

export { peopleOf, usePeople } from "./query";
export { ROLES, type Role, useRoleName } from "./roles";
