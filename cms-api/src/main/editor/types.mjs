// Types of the API, from the document that the build checks: beside this folder in the sources, or copied here by the build.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

const document = ["openapi.json", "../resources/openapi/v1.json"].find((path) => existsSync(path));
if (!document) {
  throw new Error("There is no OpenAPI document: run this in cms-api/src/main/editor.");
}
execFileSync(
  process.execPath,
  ["node_modules/openapi-typescript/bin/cli.js", document, "--default-non-nullable=false", "--output", "src/api/schema.d.ts"],
  { stdio: ["ignore", "ignore", "inherit"] },
);
