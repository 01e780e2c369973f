import { Choices } from "../kit/Field";
import { ROLES, type Role, useRoleName } from "./roles";
import { useSay } from "./words";

/** One of the roles, each with what it allows. */
export function RoleChoice({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const say = useSay();
  const name = useRoleName();
  return (
    <Choices
      label={say("role.choose")}
      value={value}
      onChange={(role) => onChange(role as Role)}
      choices={ROLES.map((role) => ({ value: role, label: `${name(role)}: ${lowered(say(`role.${role}.means`))}` }))}
    />
  );
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
