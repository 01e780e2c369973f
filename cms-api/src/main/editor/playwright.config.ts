import { defineConfig } from "@playwright/test";

/** Stories in a real browser, against the server that `PLEIN` names: one with the demonstration, whose content they change. */
export default defineConfig({
  testDir: "stories",
  testMatch: "*.story.ts",
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  outputDir: process.env.STORIES_OUT ?? "stories-out",
  reporter: process.env.STORIES_REPORT ? [["json", { outputFile: process.env.STORIES_REPORT }]] : [["list"]],
  use: {
    baseURL: process.env.PLEIN ?? "http://127.0.0.1:8080",
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.PLEIN_BROWSER ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
    },
  },
});
