/**
 * What a report says, as names and values: what is inside another is named after it (`rows entries`), lists stand on one line. Names are
 * those of the API, so that they can be looked up there.
 */
export function linesOf(report: Record<string, unknown>, before = ""): Array<[string, string]> {
  return Object.entries(report).flatMap(([key, value]): Array<[string, string]> => {
    const name = before + key;
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) {
      return [];
    }
    if (Array.isArray(value)) {
      return [[name, value.map((one) => (typeof one === "object" ? JSON.stringify(one) : String(one))).join(", ")]];
    }
    return typeof value === "object" ? linesOf(value as Record<string, unknown>, `${name} `) : [[name, String(value)]];
  });
}
