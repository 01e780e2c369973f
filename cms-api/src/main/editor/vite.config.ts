import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** While working on the editor: `npm run dev`, beside a server that `mvn -Prun` started. */
const server = process.env.PLEIN_SERVER ?? "http://localhost:8080";

export default defineConfig({
  base: "/editor/",
  plugins: [react()],
  build: {
    // Inlined files would need exceptions from the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: {
    port: 5173,
    // The type is that of the pages of sign-in.
    fs: { allow: ["../"] },
    proxy: Object.fromEntries(
      ["/manage", "/identity", "/delivery", "/framed"].map((path) => [
        path,
        { target: server, changeOrigin: true, headers: { origin: server } },
      ]),
    ),
  },
  test: { environment: "jsdom", include: ["src/**/*.test.{ts,tsx}"] },
});
