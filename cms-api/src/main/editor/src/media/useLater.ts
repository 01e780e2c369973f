import { useEffect, useState } from "react";

/** What was typed, once nothing more was typed for a moment: the server is not asked for every letter. */
export function useLater<T>(value: T, milliseconds = 250): T {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return later;
}
