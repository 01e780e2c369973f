import { QueryClient } from "@tanstack/react-query";
import { Problem } from "../api/problem";

/** What was read lately is shown at once, and read again behind it. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => error instanceof Problem && (error.isOffline || error.status >= 500) && failures < 2,
    },
  },
});
