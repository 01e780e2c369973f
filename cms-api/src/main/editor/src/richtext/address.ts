/** Whether the server allows a link to it: the web, mailboxes, telephones, paths and anchors. */
export function isAddress(text: string): boolean {
  const address = text.trim();
  if (address === "" || /\s/.test(address)) {
    return false;
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  if (!scheme) {
    return /^(\/|#.|\?|\.)/.test(address);
  }
  return scheme === "http" || scheme === "https"
    ? /^https?:\/\/[^/]+/i.test(address)
    : ["mailto", "tel"].includes(scheme) && address.length > scheme.length + 1;
}
