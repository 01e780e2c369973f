import { type ComponentType, lazy, memo, Suspense, useCallback } from "react";
import { Shapes } from "../../kit/Bits";
import { useDesk } from "../desk";
import type { Path } from "../draft/path";
import { AssetField } from "./Asset";
import type { FieldDefinition } from "./FieldList";
import { GroupField, GroupsField } from "./Groups";
import { JsonField } from "./Json";
import { ColourField, LinkField, LocationField } from "./Places";
import { ReferenceField, ReferencesField } from "./References";
import { BooleanField, DateField, MomentField, NumberField, SelectField } from "./Values";
import { LongTextField, TextField } from "./Words";

/** What every kind of field is told. */
export interface FieldProps {
  definition: FieldDefinition;
  value: unknown;
  path: Path;
  isTitle: boolean;
  onChange: (value: unknown) => void;
}

const RichTextField = lazy(() => import("./RichTextField"));
const BlocksField = lazy(() => import("../blocks/BlocksField"));

const KINDS: Record<FieldDefinition["kind"], ComponentType<FieldProps>> = {
  text: TextField,
  longText: LongTextField,
  richText: RichTextField,
  number: NumberField,
  boolean: BooleanField,
  date: DateField,
  dateTime: MomentField,
  select: SelectField,
  tags: ReferencesField,
  reference: ReferenceField,
  references: ReferencesField,
  asset: AssetField,
  location: LocationField,
  link: LinkField,
  colour: ColourField,
  json: JsonField,
  blocks: BlocksField,
  group: GroupField,
  groups: GroupsField,
};

export const FieldView = memo(function FieldView(props: Omit<FieldProps, "onChange">) {
  const { draft } = useDesk();
  const { path, definition } = props;
  const onChange = useCallback((value: unknown) => draft.change(path, value), [draft, path]);
  const Kind = KINDS[definition.kind];
  return (
    <div className={`writing-field writing-field-${definition.kind}`} data-path={path}>
      <Suspense fallback={<Shapes rows={3} />}>
        <Kind {...props} onChange={onChange} />
      </Suspense>
    </div>
  );
});
