import DOMPurify from 'dompurify';

/** What the schema has a place for; everything else goes before any document is made of it. */
const KEPT_TAGS = [
  ...['p', 'div', 'br', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'aside'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ...['span', 'strong', 'b', 'em', 'i', 'u', 's', 'del'],
];

/** Pasted or dropped markup without anything that could be asked of a server, run or styled; text stays. */
export const cleanedHtml = (html: string): string =>
  DOMPurify.sanitize(html, {
    ALLOWED_TAGS: KEPT_TAGS,
    ALLOWED_ATTR: [],
    ALLOW_DATA_ATTR: true,
    ALLOW_ARIA_ATTR: false,
  });
