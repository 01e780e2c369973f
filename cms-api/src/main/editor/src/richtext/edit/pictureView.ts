import type { NodeViewRenderer } from "@tiptap/core";
import { api, read } from "../../api/client";
import { queries } from "../../app/queries";
import type { Site } from "../../app/site";
import { bytesOf } from "../../media/door";
import { Picture } from "../schema/leaves";

/** Pictures of the library are shown where the library has them; the text knows their ids only. */
export function pictureOf(site: Site) {
  const view: NodeViewRenderer = ({ node }) => {
    const dom = document.createElement("img");
    dom.className = "richtext-picture";
    let shown = "";
    const show = ({ asset, src, alt }: Record<string, string | null>) => {
      dom.alt = alt ?? "";
      dom.toggleAttribute("data-wordless", !alt);
      if (shown === (asset ?? src)) {
        return;
      }
      shown = asset ?? src ?? "";
      if (src) {
        dom.src = src;
      } else if (asset) {
        void address(site, asset).then((found) => {
          dom.src = found;
        });
      }
    };
    show(node.attrs);
    return {
      dom,
      update: (next) => {
        if (next.type !== node.type) {
          return false;
        }
        show(next.attrs);
        return true;
      },
    };
  };
  return Picture.extend({ addNodeView: () => view });
}

async function address(site: Site, asset: string): Promise<string> {
  const file = await queries
    .fetchQuery({
      queryKey: ["file", site.id, asset],
      staleTime: 60_000,
      queryFn: () =>
        read(api.GET("/manage/v1/sites/{site}/assets/{asset}", { params: { path: { site: site.id, asset } } })),
    })
    .catch(() => undefined);
  return file ? bytesOf(site, file, { width: 960 }) : "";
}
