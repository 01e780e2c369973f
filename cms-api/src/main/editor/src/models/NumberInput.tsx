import { TextInput } from "../kit/Field";

/** A number that may be left empty. */
export function NumberInput({
  label,
  value,
  onChange,
  least,
}: {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  least?: number;
}) {
  return (
    <TextInput
      label={label}
      type="number"
      min={least}
      value={value === undefined ? "" : String(value)}
      onChange={(typed) => onChange(typed === "" ? undefined : Number(typed))}
    />
  );
}
